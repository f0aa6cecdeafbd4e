#include "percuta/report/figures/line_chart.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "report/xml_check.hpp"

using namespace percuta;

namespace {

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

report::LineChart chart() {
  report::LineChart chart;
  chart.title = "Depth & force";
  chart.axis = "displacement [mm]";
  chart.quantity = "force [mN]";
  chart.at = {0, 1, 2};
  chart.lines = {{"force", {{1, 0.5, 2}, {2, 1, 3}, {4, 3, 5}}}};
  return chart;
}

}  // namespace

TEST_CASE("[unit] a chart draws a band and a line for each of its lines") {
  report::LineChart two = chart();
  const std::string one_line = report::line_chart_svg(two);
  CHECK(report::xml_fault(one_line).empty());
  CHECK(count(one_line, "<polyline") == 1);
  CHECK(count(one_line, "<polygon") == 1);
  CHECK(one_line.find("force [mN]") != std::string::npos);
  two.lines.push_back({"other", two.lines.front().values});
  const std::string both = report::line_chart_svg(two);
  CHECK(count(both, "<polyline") == 2);
  CHECK(both.find(">other<") != std::string::npos);
}

TEST_CASE("[unit] places that are words stand apart, without a line between them") {
  report::LineChart words = chart();
  words.words = {"roller", "pen", "patch"};
  const std::string svg = report::line_chart_svg(words);
  CHECK(report::xml_fault(svg).empty());
  CHECK(count(svg, "<polyline") == 0);
  CHECK(svg.find(">pen<") != std::string::npos);
}

TEST_CASE("[unit] a single place, equal values and an empty chart are still drawings") {
  report::LineChart single = chart();
  single.at = {1};
  single.lines.front().values = {{2, 2, 2}};
  CHECK(report::xml_fault(report::line_chart_svg(single)).empty());
  CHECK(report::line_chart_svg(single).find("nan") == std::string::npos);
  CHECK(report::xml_fault(report::line_chart_svg({})).empty());
}

TEST_CASE("[unit] a set of curves is drawn in its first curve's unit") {
  run::CurveSet set{"force_displacement", "displacement", "mm", {0, 1}, {}};
  set.curves.push_back({"force", "mN", "", {{0, 0, 0}, {1, 1, 1}}});
  set.curves.push_back({"depth", "um", "", {{0, 0, 0}, {9, 9, 9}}});
  const report::LineChart drawn = report::chart_of(set, "Bench");
  REQUIRE(drawn.lines.size() == 1);
  CHECK(drawn.axis == "displacement [mm]");
  CHECK(drawn.quantity == "force [mN]");
}

TEST_CASE("[unit] a band of chance has words of its own, and a line that leaves it stays in the frame") {
  run::CurveSet set{"against_chance", "distance", "mm", {0, 1}, {}};
  set.curves.push_back({"clumping", "mm", "", {{0, -0.5, 0.5}, {3, -0.5, 0.5}}});
  set.chance = run::ChanceBand{900, 800, 99, 0.95, 0.01};
  const report::LineChart drawn = report::chart_of(set, "Even");
  CHECK(drawn.quantity.find("clumped") != std::string::npos);
  CHECK(drawn.reading.find("800 holes") != std::string::npos);
  CHECK(drawn.reading.find("95 of 100") != std::string::npos);
  const std::string svg = report::line_chart_svg(drawn);
  CHECK(svg.find("10th to 90th") == std::string::npos);
  CHECK(svg.find(">3<") != std::string::npos);  // the axis reaches the line
}

TEST_CASE("[unit] where a line has no value it has a gap, and its other places stay where they are") {
  report::LineChart gap = chart();
  gap.at = {0, 1, 2, 3, 4};
  const double none = std::nan("");
  gap.lines.front().values = {{1, 0.5, 2}, {2, 1, 3}, {none, none, none}, {4, 3, 5}, {5, 4, 6}};
  const std::string svg = report::line_chart_svg(gap);
  CHECK(report::xml_fault(svg).empty());
  CHECK(count(svg, "<polyline") == 2);
  CHECK(svg.find("nan") == std::string::npos);
  CHECK(svg.find("from 1 to 5") != std::string::npos);
  gap.lines.front().values.assign(5, {none, none, none});
  CHECK(report::line_chart_svg(gap).find("nan") == std::string::npos);
}
