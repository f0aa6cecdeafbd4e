#include "percuta/numerics/statistics/edge_correction.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <numbers>

#include "percuta/base/error.hpp"
#include "percuta/numerics/statistics/envelope.hpp"

using namespace percuta;
using namespace percuta::numerics;

namespace {

const Polygon k_square = {{0, 0}, {4, 0}, {4, 4}, {0, 4}};
const Polygon k_notched = {{0, 0}, {20, 0}, {20, 15}, {11, 15}, {10, 6.5}, {6, 14}, {0, 12}};

double weight(const Polygon& window, Point centre, double radius) {
  const EdgeCorrection edges(window);
  std::vector<EdgeCorrection::NearEdge> near;
  edges.find_near_edges(centre, radius, near);
  return edges.isotropic_weight(centre, radius, near);
}

/// The same by asking many places of the circle.
double sampled_share(const Polygon& window, Point centre, double radius) {
  constexpr int k_places = 200000;
  int inside = 0;
  for (int i = 0; i < k_places; ++i) {
    const double angle = 2 * std::numbers::pi * (i + 0.5) / k_places;
    inside += contains(window, {centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)}) ? 1 : 0;
  }
  return static_cast<double>(inside) / k_places;
}

}  // namespace

TEST_CASE("[unit] circles that stay inside, are halved by an edge or quartered by a corner weigh 1, 2 and 4") {
  CHECK(weight(k_square, {2, 2}, 1.9) == 1);
  CHECK(weight(k_square, {2, 0}, 1) == doctest::Approx(2));
  CHECK(weight(k_square, {0, 0}, 1) == doctest::Approx(4));
  CHECK(weight(k_square, {1, 2}, std::numbers::sqrt2) == doctest::Approx(4.0 / 3));
}

TEST_CASE("[law] the weight is one over the share of the circle inside, with notches and circles through corners") {
  std::uint32_t index = 0;
  for (const Point& centre : random_points(60, k_notched, {1, 0, 0})) {
    const double radius = 0.2 + 0.15 * index++;
    const double share = sampled_share(k_notched, centre, radius);
    if (share > 0.02) CHECK(1 / weight(k_notched, centre, radius) == doctest::Approx(share).epsilon(2e-3));
  }
  for (const Point& corner : k_notched) {
    const Point centre{8, 4};
    const double radius = std::hypot(corner.x - centre.x, corner.y - centre.y);
    const double share = sampled_share(k_notched, centre, radius);
    if (share > 0.02) CHECK(1 / weight(k_notched, centre, radius) == doctest::Approx(share).epsilon(2e-3));
  }
}

TEST_CASE("[law] no weight is above 100") {
  CHECK(weight(k_square, {0, 0}, 5.65) == 100);
  CHECK(EdgeCorrection(k_square).translation_weight(3.9999, 3.9999) == 100);
  CHECK(EdgeCorrection(k_notched).translation_weight(30, 0) == 100);
}

TEST_CASE("[unit] shifts weigh by the area that is left in common") {
  CHECK(EdgeCorrection(k_square).translation_weight(-1, 2) == doctest::Approx(16.0 / 6));
  const Polygon corner = {{0, 0}, {2, 0}, {2, 1}, {1, 1}, {1, 2}, {0, 2}};
  CHECK(EdgeCorrection(corner).translation_weight(0.5, 0) == doctest::Approx(1.5));
  CHECK(EdgeCorrection(corner).translation_weight(-0.5, 0) == doctest::Approx(1.5));
}

TEST_CASE("[unit] the distance to the boundary is to its nearest edge or corner, from inside and outside") {
  CHECK(EdgeCorrection(k_square).boundary_distance({1, 3.5}) == doctest::Approx(0.5));
  CHECK(EdgeCorrection(k_square).boundary_distance({7, 8}) == doctest::Approx(5));
  CHECK(EdgeCorrection(k_notched).boundary_distance({10, 5}) == doctest::Approx(1.5));
}

TEST_CASE("[law] the order of corners and whether the window is known as a rectangle change nothing") {
  const Polygon with_middle = {{0, 0}, {2, 0}, {4, 0}, {4, 4}, {0, 4}};
  for (const Point& p : random_points(30, k_square, {3, 0, 0})) {
    const double plain = weight(k_square, p, 1.5);
    CHECK(weight(with_middle, p, 1.5) == doctest::Approx(plain).epsilon(1e-12));
    CHECK(weight({k_square.rbegin(), k_square.rend()}, p, 1.5) == doctest::Approx(plain).epsilon(1e-12));
  }
}

TEST_CASE("[unit] a window without area or that crosses itself is refused") {
  CHECK_THROWS_AS(EdgeCorrection({}), InputError);
  CHECK_THROWS_AS(EdgeCorrection({{0, 0}, {2, 2}, {2, 0}, {0, 2}}), InputError);
}
