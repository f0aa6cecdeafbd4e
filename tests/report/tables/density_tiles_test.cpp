#include <doctest/doctest.h>

#include <numeric>

#include "percuta/report/tables/density_tiles.hpp"
#include "report/tables/tiles_fixture.hpp"

using namespace percuta;
using namespace percuta::report;

namespace {

const numerics::Polygon k_window = {{0.0105, 0.02}, {0.0145, 0.02}, {0.0145, 0.023}, {0.0105, 0.023}};
constexpr std::size_t k_many = 100000;

}  // namespace

TEST_CASE("[unit] tiles stand on whole multiples of their side and know how much of them is window") {
  const DensityTiles tiles = density_tiles({}, k_window, 0.001, k_many);
  CHECK(tiles.low.x == doctest::Approx(0.010));
  CHECK(tiles.columns == 5);
  CHECK(tiles.rows == 3);
  CHECK(tiles.inside[0] == doctest::Approx(0.5));
  CHECK(tiles.inside[1] == doctest::Approx(1));
}

TEST_CASE("[law] the shares of the tiles add up to the window, and the counts to its strikes") {
  const numerics::Polygon slanted = {{0, 0}, {0.011, 0.002}, {0.0135, 0.009}, {0.002, 0.0117}};
  std::vector<Strike> strikes;
  std::size_t in_window = 0;
  for (int i = 0; i < 2000; ++i) {
    const Strike one = {0.0001 * (i % 140), 0.0007 * (i / 140), 0.001};
    strikes.push_back(one);
    in_window += numerics::contains(slanted, {one.x, one.y}) ? 1 : 0;
  }
  const DensityTiles tiles = density_tiles(strikes, slanted, 0.001, k_many);
  const double area = std::accumulate(tiles.inside.begin(), tiles.inside.end(), 0.0) * 1e-6;
  CHECK(area == doctest::Approx(numerics::area(slanted)).epsilon(1e-12));
  CHECK(std::accumulate(tiles.strikes.begin(), tiles.strikes.end(), std::size_t{0}) == in_window);
}

TEST_CASE("[unit] density counts per area of window, mean depth counts those that pierced") {
  const DensityTiles tiles =
      density_tiles({{0.0108, 0.0205, 0.001}, {0.0109, 0.0206, 0}, {0.0115, 0.0205, 0}}, k_window, 0.001, k_many);
  CHECK(tiles.density(0) == doctest::Approx(2 / 0.5e-6));
  CHECK(tiles.mean_depth[0] == doctest::Approx(0.001));
  CHECK(tiles.density(1) == doctest::Approx(1e6));
  CHECK(tiles.mean_depth[1] == 0);
}

TEST_CASE("[unit] a tile with hardly any window in it tells no density") {
  numerics::Polygon wide = k_window;
  wide[1].x = wide[2].x = 0.0151;
  const DensityTiles tiles = density_tiles({{0.01505, 0.0205, 0.001}}, wide, 0.001, k_many);
  CHECK(tiles.strikes[5] == 1);
  CHECK_FALSE(tiles.is_told(5));
  CHECK(tiles.density(5) == 0);
}

TEST_CASE("[unit] too many tiles become larger tiles") {
  const DensityTiles tiles = density_tiles({{0.012, 0.021, 0.001}}, k_window, 0.0001, 100);
  CHECK(tiles.size() <= 100);
  CHECK(tiles.side == doctest::Approx(0.0004));
  CHECK(tiles.strikes[tiles.at(0.012, 0.021)] == 1);
}

TEST_CASE("[unit] without a window the box of the strikes is tiled; without both there is nothing") {
  const DensityTiles tiles = density_tiles({{0.001, 0.001, 1e-4}, {0.004, 0.002, 1e-4}}, {}, 0.001, k_many);
  CHECK(tiles.strikes[tiles.at(0.004, 0.002)] == 1);
  CHECK(density_tiles({}, {}, 0.001, k_many).size() == 0);
}

TEST_CASE("[unit] the scale of colours ends at the densest tile") {
  CHECK(densest_shown(eight_tiles()) == doctest::Approx(2e6));
  CHECK(densest_shown({}) == 0);
}
