#include <doctest/doctest.h>

#include "percuta/report/figures/export_density.hpp"
#include "report/compare/kept_run_fixture.hpp"
#include "report/figures/tiles_fixture.hpp"
#include "report/xml_check.hpp"

using namespace percuta::report;

TEST_CASE("[unit] the figure has a key in strikes per area and the run's title") {
  const std::string svg = density_map_svg(eight_tiles(), kept_run("a", "2 N", 1), {});
  CHECK(svg.find("Strikes per cm\u00b2") != std::string::npos);
  CHECK(svg.find("Roller at 2 N") != std::string::npos);
  CHECK(svg.find("tiles of 1 mm") != std::string::npos);
}

TEST_CASE("[unit] a run's own text cannot become markup of the figure") {
  KeptRun run = kept_run("a", "2 N", 1);
  run.title = "<script>";
  CHECK(density_map_svg(eight_tiles(), run, {}).find("<script>") == std::string::npos);
}
