#include "percuta/report/figures/bar_chart.hpp"

#include <doctest/doctest.h>

#include "report/xml_check.hpp"

using namespace percuta;
using namespace percuta::report;

namespace {

BarChart chart(std::size_t rows) {
  BarChart made;
  made.words.heading = "How much stays";
  made.description = "Amounts.";
  made.origin = {"A study", "0.1.0", 7};
  made.axis = "amount [ug]";
  made.unit = "ug";
  made.most = 10;
  for (std::size_t i = 0; i < rows; ++i) made.rows.push_back({"row " + std::to_string(i), {4, 2, 9}});
  return made;
}

/// The height that the drawing gives itself.
double height_of(const std::string& svg) {
  return std::stod(svg.substr(svg.find("height=\"") + 8));
}

}  // namespace

TEST_CASE("[unit] a row has its name, and its number with unit and interval once to see and once to hear") {
  const std::string svg = bar_chart_svg(chart(2));
  CHECK(xml_fault(svg) == "");
  CHECK(occurrences(svg, ">row 1<") == 1);
  CHECK(occurrences(svg, "4 ug [2, 9]") == 4);
  CHECK(occurrences(svg, ">amount [ug]<") == 1);
}

TEST_CASE("[law] many rows make the drawing higher, few do not") {
  CHECK(height_of(bar_chart_svg(chart(1))) == height_of(bar_chart_svg(chart(4))));
  CHECK(height_of(bar_chart_svg(chart(12))) > height_of(bar_chart_svg(chart(4))));
}

TEST_CASE("[law] text of a user stays text, and a chart without rows is still one") {
  BarChart sly = chart(0);
  sly.origin.title = "<script>";
  const std::string svg = bar_chart_svg(sly);
  CHECK(xml_fault(svg) == "");
  CHECK(occurrences(svg, "<script") == 0);
}
