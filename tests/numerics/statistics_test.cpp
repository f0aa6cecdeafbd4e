#include "percuta/numerics/statistics.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "percuta/base/random.hpp"

using namespace percuta;
using numerics::Point;
using numerics::Polygon;

namespace {

const Polygon k_window = {{2, 2}, {18, 3}, {17, 16}, {9, 18}, {3, 15}};

std::vector<Point> poisson(double per_area, std::uint32_t item) {
  Stream stream({3, 0, 0, item, "tests.poisson"});
  const auto n = static_cast<std::size_t>(per_area * 20 * 20);
  std::vector<Point> points;
  for (std::size_t i = 0; i < n; ++i) {
    const double x = 20 * stream.uniform();
    points.push_back({x, 20 * stream.uniform()});
  }
  return points;
}

std::vector<Point> lattice(double pitch) {
  std::vector<Point> points;
  for (double x = 0.5 * pitch; x < 20; x += pitch) {
    for (double y = 0.5 * pitch; y < 20; y += pitch) points.push_back({x, y});
  }
  return points;
}

}  // namespace

TEST_CASE("[law] points at random have the nearest neighbour that a Poisson field has: 1 / (2 sqrt(density))") {
  double sum = 0;
  for (std::uint32_t item = 0; item < 20; ++item) sum += numerics::mean_nearest_neighbour(poisson(10, item), k_window);
  CHECK(sum / 20 == doctest::Approx(0.5 / std::sqrt(10.0)).epsilon(0.01));
}

TEST_CASE("[law] points at random have an index of dispersion of 1, partial quadrats included") {
  double sum = 0;
  for (std::uint32_t item = 0; item < 40; ++item) sum += numerics::quadrat_dispersion(poisson(3, item), k_window, 2);
  CHECK(sum / 40 == doctest::Approx(1).epsilon(0.06));
}

TEST_CASE("[law] a lattice is even: its neighbours stand one pitch apart and its counts hardly vary") {
  CHECK(numerics::mean_nearest_neighbour(lattice(0.25), k_window) == doctest::Approx(0.25));
  CHECK(numerics::quadrat_dispersion(lattice(0.25), k_window, 2) < 0.2);
}

TEST_CASE("[law] points in streaks have an index far above 1") {
  std::vector<Point> streaks;
  for (const Point& p : lattice(0.25)) {
    if (std::fmod(p.x, 5) < 1) streaks.push_back(p);
  }
  CHECK(numerics::quadrat_dispersion(streaks, k_window, 2) > 5);
}

TEST_CASE("[unit] too few points or quadrats give 0") {
  CHECK(numerics::mean_nearest_neighbour({}, k_window) == 0);
  CHECK(numerics::mean_nearest_neighbour({{5, 5}}, k_window) == 0);
  CHECK(numerics::mean_nearest_neighbour({{0, 0}, {1, 0}}, k_window) == 0);
  CHECK(numerics::quadrat_dispersion({}, k_window, 2) == 0);
  CHECK(numerics::quadrat_dispersion({{5, 5}}, k_window, 100) == 0);
}
