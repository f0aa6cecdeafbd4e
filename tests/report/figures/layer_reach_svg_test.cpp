#include <doctest/doctest.h>

#include "percuta/report/figures/figures.hpp"
#include "report/record_fixture.hpp"
#include "report/xml_check.hpp"

using namespace percuta;
using namespace percuta::report;

TEST_CASE("[unit] each layer that needles reach has its share with its interval, once to see and once to hear") {
  run::Record record = example_record();
  record.results = {{"insertion", "reach_epidermis", "1", "", {0.98, 0.9, 1}},
                    {"insertion", "reach_fat", "1", "", {0.25, 0, 0.75}},
                    {"coverage", "density", "1/cm2", "", {200, 150, 250}}};
  const std::string svg = layer_reach_svg(record);
  CHECK(xml_fault(svg) == "");
  CHECK(occurrences(svg, ">epidermis<") == 1);
  CHECK(occurrences(svg, "98 % [90, 100]") == 2);
  CHECK(occurrences(svg, "25 % [0, 75]") == 2);
  CHECK(occurrences(svg, "density") == 0);
}

TEST_CASE("[unit] a record without depths gives an empty figure, not a broken one") {
  run::Record record = example_record();
  record.results.clear();
  CHECK(xml_fault(layer_reach_svg(record)) == "");
}
