#include "percuta/report/tables/density_csv.hpp"

#include <doctest/doctest.h>

#include "report/decimal_comma.hpp"
#include "report/tables/tiles_fixture.hpp"

using namespace percuta::report;

TEST_CASE("[unit] the density table has a row per tile") {
  CHECK(density_csv(eight_tiles())
            .starts_with("x_mm,y_mm,strikes,window_share,density_per_cm2,mean_depth_mm\n"
                         "0.5,0.5,2,1,200,0.2\n1.5,0.5,0,1,0,\n2.5,0.5,0,1,0,\n3.5,0.5,0,1,0,\n"
                         "0.5,1.5,0,1,0,\n1.5,1.5,0,1,0,\n2.5,1.5,1,1,100,\n"));
}
