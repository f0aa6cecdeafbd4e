#include <doctest/doctest.h>

#include "percuta/device/layout.hpp"

using namespace percuta;

TEST_CASE("[unit] the needles left over stand in the last row, next to its middle") {
  const auto points = device::lattice_points({.rows = 3, .per_row = 4, .pitch = 1, .row_gap = 2}, 10);
  REQUIRE(points.size() == 10);
  CHECK(points[0].x == doctest::Approx(-2));
  CHECK(points[0].y == doctest::Approx(-1.5));
  CHECK(points[8].x == doctest::Approx(2));
  CHECK(points[8].y == doctest::Approx(-0.5));
  CHECK(points[9].y == doctest::Approx(0.5));
}

TEST_CASE("[law] shifted rows keep the lattice round its middle") {
  const device::Lattice lattice{.rows = 2, .per_row = 3, .pitch = 1, .row_gap = 1, .stagger = 0.5, .period = 2};
  double x = 0, y = 0;
  for (const numerics::Point point : device::lattice_points(lattice, 6)) {
    x += point.x;
    y += point.y;
  }
  CHECK(x == doctest::Approx(0));
  CHECK(y == doctest::Approx(0));
}

TEST_CASE("[unit] a lattice fills a rectangle of whole pitches with one needle for each cell") {
  const numerics::Polygon rectangle = {{-2, -1}, {2, -1}, {2, 1}, {-2, 1}};
  CHECK(device::lattice_inside({.pitch = 1, .row_gap = 1}, rectangle).size() == 8);
  CHECK(device::lattice_inside({.pitch = 0.5, .row_gap = 0.5}, rectangle).size() == 32);
}

TEST_CASE("[law] how far a lattice reaches is told without laying it out") {
  const numerics::Polygon rectangle = {{-2, -1}, {2, -1}, {2, 1}, {-2, 1}};
  const device::LatticeExtent extent = device::extent_inside({.pitch = 0.5, .row_gap = 0.5}, rectangle);
  CHECK(extent.inside == doctest::Approx(32));
  CHECK(extent.places >= 32);
  CHECK(device::extent_inside({.pitch = 1e-200, .row_gap = 1e-200}, rectangle).inside > 1e300);
}
