#include "percuta/report/figures/density_map_svg.hpp"

#include <doctest/doctest.h>

#include "report/tables/tiles_fixture.hpp"
#include "report/xml_check.hpp"

using namespace percuta::report;

TEST_CASE("[unit] the figure has a key in strikes per area and the run's title") {
  const std::string svg = density_map_svg(eight_tiles(), {"Roller at 2 N", "0.1.0", 7}, {});
  CHECK(svg.find("Strikes per cm\u00b2") != std::string::npos);
  CHECK(svg.find("Roller at 2 N") != std::string::npos);
  CHECK(svg.find("tiles of 1 mm") != std::string::npos);
}

TEST_CASE("[unit] a run's own text cannot become markup of the figure") {
  CHECK(density_map_svg(eight_tiles(), {"<script>", "0.1.0", 7}, {}).find("<script>") == std::string::npos);
}
