#include "percuta/numerics/statistics/near_row.hpp"

#include <doctest/doctest.h>

#include <vector>

#include "percuta/numerics/statistics/edge_correction.hpp"
#include "percuta/numerics/statistics/envelope.hpp"
#include "percuta/numerics/statistics/radius_bins.hpp"

using namespace percuta::numerics;

namespace {

struct Measured {
  std::vector<double> square;
  std::vector<std::int32_t> bin;
};

Measured measured(const std::vector<Point>& points, const RadiusBins& bins, KernelClone clone) {
  std::vector<double> x, y;
  for (const Point& p : points) {
    x.push_back(p.x);
    y.push_back(p.y);
  }
  Measured result{std::vector<double>(x.size()), std::vector<std::int32_t>(x.size())};
  measure({x[0], y[0], x.data(), y.data(), x.size(), bins.per_step(), bins.cap()}, result.square.data(),
          result.bin.data(), clone);
  return result;
}

const Polygon k_square = {{0, 0}, {3, 0}, {3, 3}, {0, 3}};

}  // namespace

TEST_CASE("[law] every distance ends in its bin, with few bins and with as many as there may be") {
  for (const std::size_t n : {1, 7, 512, 8000}) {
    const RadiusBins bins({2, n});
    std::vector<Point> points = random_points(20001, k_square, {1, 0, 0});
    for (std::size_t k = 0; k <= n; k += 1 + n / 500) points.push_back({points[0].x + bins.radii()[k], points[0].y});
    const Measured result = measured(points, bins, KernelClone::baseline);
    for (std::size_t i = 0; i < points.size(); ++i) {
      REQUIRE(bins.settled(result.bin[i], result.square[i]) == bins.bin(result.square[i]));
    }
  }
}

TEST_CASE("[law] every clone gives the same bytes") {
  const RadiusBins bins({2, 100});
  const std::vector<Point> points = random_points(1003, k_square, {2, 0, 0});
  const Measured plain = measured(points, bins, KernelClone::baseline);
  for (const KernelClone clone : {KernelClone::v3, KernelClone::v4}) {
    if (!can_run(clone)) continue;
    const Measured other = measured(points, bins, clone);
    CHECK(other.square == plain.square);
    CHECK(other.bin == plain.bin);
  }
}

TEST_CASE(
    "[law] the weights of a row in a rectangle are those of its edge correction to the last bit, in every clone") {
  const Polygon window = {{-1, 2}, {-1, 5.5}, {3, 5.5}, {3, 2}};
  const EdgeCorrection edges(window);
  std::vector<Point> points = random_points(1003, window, {3, 0, 0});
  points.push_back({points[0].x + 4, points[0].y});        // shares nothing: the largest weight
  points.push_back({points[0].x - 5, points[0].y - 5});    // beyond it both ways
  points.push_back({points[0].x, points[0].y + 3.49999});  // shares almost nothing
  std::vector<double> x, y;
  for (const Point& p : points) {
    x.push_back(p.x);
    y.push_back(p.y);
  }
  const ShiftedWindow shifted{edges.width(), edges.height(), edges.area(), EdgeCorrection::k_most_weight};
  for (const KernelClone clone : {KernelClone::baseline, KernelClone::v3, KernelClone::v4}) {
    if (!can_run(clone)) continue;
    std::vector<double> weight(x.size());
    weigh({x[0], y[0], x.data(), y.data(), x.size(), 1, 1}, shifted, weight.data(), clone);
    for (std::size_t i = 0; i < x.size(); ++i) {
      REQUIRE(weight[i] == edges.translation_weight(x[i] - x[0], y[i] - y[0]));
    }
  }
}
