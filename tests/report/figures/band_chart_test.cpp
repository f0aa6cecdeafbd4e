#include "percuta/report/figures/band_chart.hpp"

#include <doctest/doctest.h>

#include "report/record_fixture.hpp"
#include "report/xml_check.hpp"

using namespace percuta;
using namespace percuta::report;

namespace {

BandChart chart() {
  BandChart made;
  made.words.heading = "How warm it gets";
  made.origin = {"A study", "0.1.0", 7};
  made.deepest = 2e-3;
  made.layers = example_layers();
  made.panels = {{"heat [J]", 10, DepthMark::bars, "mean", "its range"},
                 {"temperature [degC]", 80, DepthMark::line, "median", "its spread"}};
  made.panels[0].bars = {{0, 1e-3, 5, {5, 2, 9}}, {1e-3, 2e-3, 3, {3, 3, 3}}};
  made.panels[1].line = {{0, {60, 50, 70}}, {2e-3, {40, 35, 45}}};
  return made;
}

}  // namespace

TEST_CASE("[unit] each panel has an axis and a legend of its own over the same layers") {
  const std::string svg = band_chart_svg(chart());
  CHECK(xml_fault(svg) == "");
  for (const char* words : {">heat [J]<", ">temperature [degC]<", ">mean<", ">its range<", ">median<", ">its spread<",
                            ">reticular dermis<", ">depth below the surface [mm]<", ">How warm it gets<"}) {
    CAPTURE(words);
    CHECK(occurrences(svg, words) == 1);
  }
  CHECK(occurrences(svg, "<polygon") == 1);
}

TEST_CASE("[law] bars that are empty or certain have no bar and no whisker") {
  BandChart plain = chart();
  plain.layers.clear();
  const auto bars_in = [&] { return occurrences(band_chart_svg(plain), "<rect"); };
  const std::size_t both = bars_in();
  const std::size_t whiskers = occurrences(band_chart_svg(plain), "stroke=\"#0d1117\"");
  plain.panels[0].bars[1].value = 0;
  CHECK(bars_in() == both - 1);
  plain.panels[0].bars[0].range = {5, 5, 5};
  CHECK(occurrences(band_chart_svg(plain), "stroke=\"#0d1117\"") == whiskers - 3);
}

TEST_CASE("[unit] panels of nothing are still a drawing") {
  BandChart empty = chart();
  empty.panels = {{}, {}};
  const std::string svg = band_chart_svg(empty);
  CHECK(xml_fault(svg) == "");
  CHECK(occurrences(svg, "nan") == 0);
}
