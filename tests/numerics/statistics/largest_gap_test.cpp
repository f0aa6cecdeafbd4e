#include "percuta/numerics/statistics/largest_gap.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "percuta/base/error.hpp"
#include "percuta/numerics/statistics/edge_correction.hpp"
#include "percuta/numerics/statistics/envelope.hpp"

using namespace percuta;
using namespace percuta::numerics;

namespace {

const Polygon k_square = {{0, 0}, {10, 0}, {10, 10}, {0, 10}};
const Polygon k_notched = {{0, 0}, {20, 0}, {20, 15}, {11, 15}, {10, 6.5}, {6, 14}, {0, 12}};

double room_at(Point p, const std::vector<Point>& points, const EdgeCorrection& edges) {
  double room = edges.contains(p) ? edges.boundary_distance(p) : 0;
  for (const Point& q : points) room = std::min(room, std::hypot(p.x - q.x, p.y - q.y));
  return room;
}

std::vector<Point> lattice() {
  std::vector<Point> points;
  for (int i = 0; i < 441; ++i) points.push_back({0.5 * (i % 21), 0.5 * (i / 21)});
  return points;
}

}  // namespace

TEST_CASE("[unit] without points it is the largest circle in the window") {
  const Gap gap = largest_gap({}, k_square);
  CHECK(gap.radius == doctest::Approx(5).epsilon(1e-4));
  CHECK(gap.middle.x == doctest::Approx(5).epsilon(1e-3));
}

TEST_CASE("[law] between the holes of a lattice it is half their diagonal") {
  CHECK(largest_gap(lattice(), k_square).radius == doctest::Approx(0.25 * std::sqrt(2.0)).epsilon(1e-9));
}

TEST_CASE("[unit] a missing hole is the largest gap, and the next ones do not overlap it") {
  std::vector<Point> points = lattice();
  std::erase_if(points, [](Point p) { return std::hypot(p.x - 4, p.y - 6) < 0.1; });
  const std::vector<Gap> gaps = largest_gaps(points, k_square, 3);
  REQUIRE(gaps.size() == 3);
  CHECK(gaps[0].radius == doctest::Approx(0.5).epsilon(1e-9));
  CHECK(gaps[0].middle.x == doctest::Approx(4).epsilon(1e-6));
  CHECK(gaps[0].middle.y == doctest::Approx(6).epsilon(1e-6));
  CHECK(gaps[1].radius == doctest::Approx(0.25 * std::sqrt(2.0)).epsilon(1e-4));
  CHECK(std::hypot(gaps[1].middle.x - 4, gaps[1].middle.y - 6) >= gaps[0].radius + gaps[1].radius - 1e-9);
}

TEST_CASE("[law] the gap holds no point, lies inside, and no middle of a fine raster has more room") {
  for (std::uint32_t index = 0; index < 5; ++index) {
    const std::vector<Point> points = random_points(60, k_notched, {1, 0, index});
    const Gap gap = largest_gap(points, k_notched);
    const EdgeCorrection edges(k_notched);
    CHECK(room_at(gap.middle, points, edges) >= gap.radius * (1 - 1e-9));
    double most = 0;
    for (double x = 0; x < 20; x += 0.05) {
      for (double y = 0; y < 15; y += 0.05) most = std::max(most, room_at({x, y}, points, edges));
    }
    CHECK(most <= gap.radius * (1 + 1e-4));
    CHECK(most >= gap.radius - 0.05);
  }
}

TEST_CASE("[unit] a window that is no simple polygon is refused") {
  CHECK_THROWS_AS(largest_gap({}, {{0, 0}, {1, 1}}), InputError);
}

TEST_CASE("[law] the gap holds no point however dense they stand") {
  const EdgeCorrection edges(k_square);
  for (const std::uint32_t index : {0U, 3U}) {
    const std::vector<Point> points = random_points(40000, k_square, {1, 0, index});
    const Gap gap = largest_gap(points, k_square);
    CHECK(room_at(gap.middle, points, edges) >= gap.radius * (1 - 1e-9));
  }
}
