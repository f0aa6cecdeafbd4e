#include <doctest/doctest.h>

#include "percuta/report/figures/figures.hpp"
#include "report/record_fixture.hpp"
#include "report/xml_check.hpp"

using namespace percuta;
using namespace percuta::report;

TEST_CASE("[unit] the histogram stands on named layers, with units on its axes and a legend") {
  const std::string svg = depth_histogram_svg(example_record());
  CHECK(xml_fault(svg) == "");
  for (const char* words :
       {">stratum corneum<", ">viable epidermis<", ">papillary dermis<", ">reticular dermis<", ">fat<",
        ">0.25 to 1.45 mm<", ">depth below the surface [mm]<", ">strikes per cm\u00b2 in each 0.05 mm<",
        ">get at least this deep [%]<", ">10th to 90th percentile<", ">face of a layer<", ">mean of members<"}) {
    CAPTURE(words);
    CHECK(occurrences(svg, words) == 1);
  }
  CHECK(occurrences(svg, "Strikes that did not pierce: 2 % [0, 20]") == 2);
}

TEST_CASE("[law] every filled bin has one bar, and a whisker only where the interval is open") {
  run::Record record = example_record();
  record.layers.clear();
  record.histogram = {};
  record.histogram.edges = {0, 1e-3, 2e-3, 3e-3};
  record.histogram.density = {{1e4, 1e4, 1e4}, {2e4, 1e4, 3e4}, {0, 0, 0}};
  const std::string svg = depth_histogram_svg(record);
  CHECK(occurrences(svg, "<rect") == 1 + 3 + 2 + 2);       // paper, three in the legend, two bars, two frames
  CHECK(occurrences(svg, "stroke=\"#0d1117\"") == 2 * 3);  // one in the legend, one on the second bar
}

TEST_CASE("[law] bars show the mean of the members where it is given, the median where not") {
  run::Record record = example_record();
  record.layers.clear();
  record.histogram = {};
  record.histogram.edges = {0, 1e-3, 2e-3};
  record.histogram.density = {{0, 0, 4e4}, {0, 0, 0}};
  record.histogram.mean = {2e4, 1e4};
  CHECK(occurrences(depth_histogram_svg(record), "<rect") == 1 + 3 + 2 + 2);
  record.histogram.mean.clear();
  CHECK(occurrences(depth_histogram_svg(record), "<rect") == 1 + 3 + 0 + 2);
}

TEST_CASE("[law] the share that gets deeper is drawn only when every edge has one") {
  run::Record record = example_record();
  CHECK(occurrences(depth_histogram_svg(record), "<polygon") == 1);
  record.histogram.deeper.pop_back();
  CHECK(occurrences(depth_histogram_svg(record), "<polygon") == 0);
}

TEST_CASE("[law] a wider interval draws a longer whisker") {
  run::Record record = example_record();
  const std::string before = depth_histogram_svg(record);
  record.histogram.density[19].low = 0;
  CHECK(depth_histogram_svg(record) != before);
}

TEST_CASE("[unit] a histogram of nothing, or with bins that do not fit their edges, is still a figure") {
  run::Record record;
  CHECK(xml_fault(depth_histogram_svg(record)) == "");
  record.histogram.density.resize(3);
  CHECK(xml_fault(depth_histogram_svg(record)) == "");
  record.histogram.edges = {0, 1e-3, 2e-3, 3e-3};
  const std::string svg = depth_histogram_svg(record);
  CHECK(xml_fault(svg) == "");
  CHECK(occurrences(svg, "nan") == 0);
}

TEST_CASE("[law] two calls give the same bytes and a title with markup stays text") {
  run::Record record = example_record();
  record.title = "</title><script>alert(1)</script>";
  const std::string svg = depth_histogram_svg(record);
  CHECK(svg == depth_histogram_svg(record));
  CHECK(occurrences(svg, "<script") == 0);
  CHECK(xml_fault(svg) == "");
}
