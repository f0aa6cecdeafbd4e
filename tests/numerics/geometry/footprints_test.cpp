#include "percuta/numerics/geometry/footprints.hpp"

#include <doctest/doctest.h>

#include "percuta/base/error.hpp"
#include "percuta/numerics/statistics/envelope.hpp"

using namespace percuta;
using namespace percuta::numerics;

namespace {

const Polygon k_square = {{0, 0}, {10, 0}, {10, 10}, {0, 10}};

Polygon strip(double from, double to) {
  return {{-5, from}, {15, from}, {15, to}, {-5, to}};
}

}  // namespace

TEST_CASE("[law] the hull holds all points and is the hull of itself") {
  const std::vector<Point> points = random_points(200, {{0, 0}, {9, 2}, {4, 8}}, {1, 0, 0});
  const Polygon hull = convex_hull(points);
  CHECK(area(hull) > 0.8 * 32);
  CHECK(area(hull) < 32);
  CHECK(convex_hull(hull).size() == hull.size());
  Polygon grown = scaled_to_area(hull, area(hull) * 1.0001);
  for (const Point& p : points) CHECK(contains(grown, p));
}

TEST_CASE("[unit] points on a line or a spot have no area") {
  CHECK(convex_hull({}).empty());
  CHECK(convex_hull({{1, 1}}).size() == 1);
  CHECK(convex_hull({{0, 0}, {1, 1}, {2, 2}, {1, 1}}).size() == 2);
  CHECK(convex_hull({{0, 0}, {1, 0}, {2, 0}, {2, 2}, {0, 2}, {1, 1}}).size() == 4);
}

TEST_CASE("[law] tracks side by side cover once, laid over each other twice, and leave the rest missed") {
  const Cover cover = cover_by({strip(0, 4), strip(3, 6), strip(3, 4)}, k_square, 0.1);
  CHECK(cover.missed == doctest::Approx(0.4));
  CHECK(cover.once == doctest::Approx(0.5));
  CHECK(cover.overlap == doctest::Approx(0.1));
  CHECK(cover.mean == doctest::Approx(0.8));
}

TEST_CASE("[unit] no footprints miss all, footprints beside the window too, and a raster of no width is refused") {
  CHECK(cover_by({}, k_square, 0.5).missed == 1);
  CHECK(cover_by({strip(12, 14), {}, {{1, 1}, {2, 2}}}, k_square, 0.5).missed == 1);
  CHECK_THROWS_AS(cover_by({}, k_square, 0), InputError);
}

TEST_CASE("[law] the hull of many points is the hull of the hulls of their parts") {
  for (const Polygon& field : {k_square, Polygon{{0, 0}, {40, 3}, {39, 5}, {-1, 2}}, Polygon{{0, 0}, {9, 2}, {4, 8}}}) {
    const std::vector<Point> points = random_points(600, field, {2, 0, 0});
    std::vector<Point> corners;
    for (std::size_t first = 0; first < points.size(); first += 20) {
      const auto begin = points.begin() + static_cast<std::ptrdiff_t>(first);
      for (const Point& corner : convex_hull({begin, begin + 20})) corners.push_back(corner);
    }
    const Polygon whole = convex_hull(points), of_parts = convex_hull(corners);
    REQUIRE(whole.size() == of_parts.size());
    for (std::size_t i = 0; i < whole.size(); ++i) CHECK((whole[i].x == of_parts[i].x && whole[i].y == of_parts[i].y));
  }
  const std::vector<Point> on_a_line = {{0, 0}, {1, 1}, {2, 2}};
  std::vector<Point> many;
  for (int i = 0; i < 40; ++i) many.insert(many.end(), on_a_line.begin(), on_a_line.end());
  CHECK(convex_hull(many).size() == 2);
}
