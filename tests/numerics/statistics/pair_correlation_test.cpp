#include "percuta/numerics/statistics/pair_correlation.hpp"

#include <doctest/doctest.h>

#include <numbers>

#include "numerics/statistics/spatstat_fixture.hpp"
#include "percuta/numerics/statistics/envelope.hpp"

using namespace percuta;
using namespace percuta::numerics;

namespace {

const Polygon k_window = {{2, 2}, {18, 3}, {17, 16}, {9, 18}, {3, 15}};

PairCorrelationOptions to_radius(double most, std::size_t n, double half_width = 0) {
  PairCorrelationOptions options;
  options.radii = {most, n};
  options.half_width = half_width;
  return options;
}

/// The kernel sum, pair by pair.
double direct(const std::vector<Point>& points, const EdgeCorrection& edges, double r, double h, bool is_isotropic) {
  const auto n = static_cast<double>(points.size());
  double sum = 0;
  std::vector<EdgeCorrection::NearEdge> near;
  for (const Point& p : points) {
    edges.find_near_edges(p, r + h, near);
    for (const Point& q : points) {
      const double d = std::hypot(q.x - p.x, q.y - p.y), u = (r - d) / h;
      if (&p == &q || std::abs(u) >= 1) continue;
      const double weight =
          is_isotropic ? edges.isotropic_weight(p, d, near) : edges.translation_weight(q.x - p.x, q.y - p.y);
      sum += weight * 0.75 * (1 - u * u) / h;
    }
  }
  return sum * edges.area() / (n * (n - 1) * 2 * std::numbers::pi * r);
}

}  // namespace

TEST_CASE("[law] the pair correlation is the direct kernel sum to 1e-10, kernels narrower and wider than a step") {
  const std::vector<Point> points = random_points(150, k_window, {4, 0, 0});
  const EdgeCorrection edges(k_window);
  for (const double half_width : {0.03, 0.1, 0.25, 0.7, 2.5}) {
    const PairCorrelation g = pair_correlation(points, k_window, to_radius(3, 30, half_width));
    for (std::size_t k = 1; k <= 30; ++k) {
      CHECK(g.isotropic[k] == doctest::Approx(direct(points, edges, g.r[k], half_width, true)).epsilon(1e-10));
      CHECK(g.translation[k] == doctest::Approx(direct(points, edges, g.r[k], half_width, false)).epsilon(1e-10));
    }
  }
}

TEST_CASE("[law] above two bandwidths it is within 1e-2 of spatstat, which smooths on a grid") {
  for (const test::RefereePattern& pattern : test::referee_patterns()) {
    CAPTURE(pattern.name);
    const PairCorrelation ours = pair_correlation(pattern.points, pattern.window, to_radius(4, 64));
    const test::Columns theirs = test::read_columns(pattern.name + ".pcf.csv");
    CHECK(ours.half_width ==
          doctest::Approx(test::read_columns(pattern.name + ".summary.csv").at("half_width")[0]).epsilon(1e-12));
    const auto from = static_cast<std::size_t>(2 * ours.half_width / 4 * 64) + 1;
    CHECK(test::mismatch(ours.isotropic, theirs.at("isotropic"), from) < 1e-2);
    CHECK(test::mismatch(ours.translation, theirs.at("translation"), from) < 1e-2);
  }
}

TEST_CASE("[law] points at random have a pair correlation of 1") {
  double isotropic = 0, translation = 0;
  for (std::uint32_t index = 0; index < 20; ++index) {
    const PairCorrelation g =
        pair_correlation(random_points(500, k_window, {6, 0, index}), k_window, to_radius(2, 4, 0.4));
    isotropic += g.isotropic[3] / 20;
    translation += g.translation[3] / 20;
  }
  CHECK(isotropic == doctest::Approx(1).epsilon(0.02));
  CHECK(translation == doctest::Approx(1).epsilon(0.02));
}

TEST_CASE("[law] every number of threads gives the same bytes") {
  const std::vector<Point> points = random_points(1000, k_window, {2, 0, 0});
  PairCorrelationOptions options = to_radius(2, 100);
  const PairCorrelation one = pair_correlation(points, k_window, options);
  options.threads = 3;
  const PairCorrelation three = pair_correlation(points, k_window, options);
  for (std::size_t k = 1; k <= 100; ++k) {
    REQUIRE(one.isotropic[k] == three.isotropic[k]);
    REQUIRE(one.translation[k] == three.translation[k]);
  }
}

TEST_CASE("[unit] the half-width is 0.15 over the root of the density, and at 0 there is no number") {
  CHECK(stoyan_half_width(400, 100) == doctest::Approx(0.075));
  const PairCorrelation g = pair_correlation(random_points(20, k_window, {}), k_window, to_radius(1, 2));
  CHECK(std::isnan(g.isotropic[0]));
}
