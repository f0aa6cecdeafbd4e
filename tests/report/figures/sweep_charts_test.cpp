#include "percuta/report/figures/sweep_charts.hpp"

#include <doctest/doctest.h>

#include "report/xml_check.hpp"

using namespace percuta;

namespace {

run::Result result(const char* room, const char* name, double value) {
  return {room, name, "mm", "", {value, value - 0.1, value + 0.1}};
}

report::SweepTable table() {
  report::SweepTable made;
  made.title = "A sweep";
  study::SweepAxis length, name;
  length.key = "device.needle.length";
  length.unit = "mm";
  length.values = {"0.5 mm", "1 mm"};
  length.numbers = {0.5, 1};
  name.key = "device.name";
  name.values = {"=a", "b"};
  made.axes = {length, name};
  for (int i = 0; i < 4; ++i) {
    made.points.push_back(
        {{length.values[static_cast<std::size_t>(i / 2)], name.values[static_cast<std::size_t>(i % 2)]},
         {result("insertion", "depth_in_place", 0.2 * i), result("coverage", "density", 7)}});
  }
  return made;
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("[unit] a chart has the first axis below and a line for each value of the other") {
  const auto charts = report::sweep_charts(table(), {"insertion.depth_in_place"});
  REQUIRE(charts.size() == 1);
  CHECK(charts.front().first == "figures/sweep_insertion.depth_in_place.svg");
  CHECK(report::xml_fault(charts.front().second).empty());
  CHECK(has(charts.front().second, "device.name = b"));
  CHECK(has(charts.front().second, "device.needle.length [mm]"));
}
