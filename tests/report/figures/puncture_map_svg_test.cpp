#include <doctest/doctest.h>

#include "percuta/report/figures/figures.hpp"
#include "report/record_fixture.hpp"
#include "report/xml_check.hpp"

using namespace percuta;
using namespace percuta::report;

TEST_CASE("[unit] the map shows every strike, window, outline, expression line, legend and scale") {
  const std::string svg = puncture_map_svg(example_record());
  CHECK(xml_fault(svg) == "");
  CHECK(occurrences(svg, "h0") ==
        2070 - (108 - 2) + 40 + 3);  // two of 108 did not pierce; a ring is two dots; legend 3
  CHECK(occurrences(svg, "All 2070 strikes inside the outline are drawn.") == 2);
  CHECK(occurrences(svg, "slipped into a hole (108)") == 1);
  CHECK(occurrences(svg, "did not pierce (40)") == 1);
  CHECK(occurrences(svg, "treated window, 10.2 cm\u00b2") == 1);
  CHECK(occurrences(svg, "expression line") == 1);
  CHECK(occurrences(svg, "Depth in place [mm]") == 1);
  CHECK(occurrences(svg, "across the site [mm]") == 1);
  CHECK(occurrences(svg, ">5 mm</text>") == 1);
}

TEST_CASE("[unit] a map of a part of the site shows where the part lies, a map of all of it does not") {
  run::Record record = example_record();
  CHECK(occurrences(puncture_map_svg(record), "Whole site; the frame is this map") == 1);
  record.median_run.skin.outline = record.median_run.skin.window;
  CHECK(occurrences(puncture_map_svg(record), "Whole site; the frame is this map") == 0);
}

TEST_CASE("[law] a dense map is thinned, says so and stays small") {
  run::Record record = example_record();
  record.median_run.sessions[0] = example_session({{0.014, 0.017}, {0.046, 0.049}}, 200, 150);
  const std::string svg = puncture_map_svg(record);
  CHECK(xml_fault(svg) == "");
  CHECK(occurrences(svg, "20000 of 30000 strikes inside the outline are drawn, thinned evenly.") == 2);
  CHECK(svg.size() < 1000000);
}

TEST_CASE("[unit] a map of nothing, of one puncture, or without a channel per puncture is still a map") {
  run::Record record;
  CHECK(xml_fault(puncture_map_svg(record)) == "");
  CHECK(occurrences(puncture_map_svg(record), "No needle met the site.") == 1);
  record.median_run.sessions.resize(1);
  record.median_run.sessions[0].punctures.all.resize(1);
  CHECK(xml_fault(puncture_map_svg(record)) == "");
  record.median_run.sessions[0].channels.all.push_back({0.001, 0.05});
  const std::string svg = puncture_map_svg(record);
  CHECK(xml_fault(svg) == "");
  CHECK(occurrences(svg, "nan") == 0);
  CHECK(occurrences(svg, "inf\"") == 0);
}

TEST_CASE("[law] the deepest strike is the darkest and two calls give the same bytes") {
  run::Record record = example_record();
  auto& session = record.median_run.sessions[0];
  session.punctures.all.resize(2);
  session.channels.all = {{0.5e-3, 0}, {1e-3, 0}};
  session.punctures.all[1].is_reentry = false;
  const std::string svg = puncture_map_svg(record);
  CHECK(svg.find("<path fill=\"none\" stroke=\"#e4cf5b\"") < svg.find("<path fill=\"none\" stroke=\"#00204d\""));
  CHECK(puncture_map_svg(record) == svg);
}

TEST_CASE("[law] a title with markup stays text in the map") {
  run::Record record = example_record();
  record.title = "</title><script>alert(1)</script>";
  CHECK(xml_fault(puncture_map_svg(record)) == "");
  CHECK(occurrences(puncture_map_svg(record), "<script") == 0);
}
