#include "percuta/numerics/statistics/ripley.hpp"

#include <doctest/doctest.h>

#include <numbers>

#include "numerics/statistics/spatstat_fixture.hpp"
#include "percuta/base/error.hpp"
#include "percuta/numerics/statistics/envelope.hpp"

using namespace percuta;
using namespace percuta::numerics;

namespace {

const Polygon k_window = {{2, 2}, {18, 3}, {17, 16}, {9, 18}, {3, 15}};
const Polygon k_square = {{0, 0}, {20, 0}, {20, 20}, {0, 20}};

RipleyOptions to_radius(double most, std::size_t n) {
  RipleyOptions options;
  options.radii = {most, n};
  return options;
}

/// K by its definition, every pair looked at.
RipleyK by_definition(const std::vector<Point>& points, const Polygon& window, const RadiusBins& bins) {
  const EdgeCorrection edges(window);
  const auto n = static_cast<double>(points.size());
  RipleyK k{bins.radii(), {}, {}, {}};
  for (const double r : bins.radii()) {
    double border = 0, remote = 0, isotropic = 0, translation = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
      const bool is_remote = edges.boundary_distance(points[i]) >= r;
      remote += is_remote ? 1 : 0;
      std::vector<EdgeCorrection::NearEdge> near;
      edges.find_near_edges(points[i], bins.most(), near);
      for (std::size_t j = 0; j < points.size(); ++j) {
        const double dx = points[j].x - points[i].x, dy = points[j].y - points[i].y, d = std::sqrt(dx * dx + dy * dy);
        if (i == j || d > r) continue;
        border += is_remote ? 1 : 0;
        isotropic += edges.isotropic_weight(points[i], d, near);
        translation += edges.translation_weight(dx, dy);
      }
    }
    k.border.push_back(edges.area() / n * border / remote);
    k.isotropic.push_back(edges.area() / (n * (n - 1)) * isotropic);
    k.translation.push_back(edges.area() / (n * (n - 1)) * translation);
  }
  return k;
}

}  // namespace

TEST_CASE("[law] K is what spatstat makes of the same points, to 1e-8, by every edge rule in every window") {
  for (const test::RefereePattern& pattern : test::referee_patterns()) {
    CAPTURE(pattern.name);
    const RipleyK ours = ripley_k(pattern.points, pattern.window, to_radius(4, 64));
    const test::Columns theirs = test::read_columns(pattern.name + ".k.csv");
    CHECK(test::mismatch(ours.r, theirs.at("r")) < 1e-15);
    CHECK(test::mismatch(ours.border, theirs.at("border")) < 1e-8);
    CHECK(test::mismatch(ours.isotropic, theirs.at("isotropic")) < 1e-8);
    CHECK(test::mismatch(ours.translation, theirs.at("translation")) < 1e-8);
  }
}

TEST_CASE("[law] K is the sum over all pairs, on a lattice with its ties too") {
  std::vector<Point> lattice;
  for (int i = 0; i < 100; ++i) lattice.push_back({3.0 + i % 10, 4.0 + i / 10});
  const std::vector<std::pair<std::vector<Point>, Polygon>> patterns = {
      {random_points(90, k_window, {1, 0, 0}), k_window},
      {lattice, k_window},
      {random_points(90, k_square, {1, 0, 0}), k_square},
      {lattice, k_square}};
  for (const auto& [points, window] : patterns) {
    const RipleyK ours = ripley_k(points, window, to_radius(4, 16));
    const RipleyK sums = by_definition(points, window, RadiusBins({4, 16}));
    CHECK(test::mismatch(ours.border, sums.border) < 1e-13);
    CHECK(test::mismatch(ours.isotropic, sums.isotropic) < 1e-13);
    CHECK(test::mismatch(ours.translation, sums.translation) < 1e-13);
  }
}

TEST_CASE("[law] K of points at random is the area of the circle, so L is the radius") {
  for (const Polygon& window : {k_square, k_window}) {
    RipleyK sum;
    for (std::uint32_t index = 0; index < 20; ++index) {
      const RipleyK k = ripley_k(random_points(400, window, {5, 0, index}), window, to_radius(3, 3));
      for (const auto rule : {&RipleyK::border, &RipleyK::isotropic, &RipleyK::translation}) {
        (sum.*rule).resize(4);
        for (std::size_t i = 0; i < 4; ++i) (sum.*rule)[i] += (k.*rule)[i] / 20;
      }
    }
    for (const auto& k : {sum.border, sum.isotropic, sum.translation}) {
      CHECK(k[3] == doctest::Approx(9 * std::numbers::pi).epsilon(0.03));
      CHECK(ripley_l(k)[3] == doctest::Approx(3).epsilon(0.015));
    }
  }
}

TEST_CASE("[law] every number of threads and every clone gives the same bytes") {
  const std::vector<Point> points = random_points(1200, k_window, {2, 0, 0});
  RipleyOptions options = to_radius(2, 100);
  const RipleyK one = ripley_k(points, k_window, options);
  const auto is_same = [&] {
    const RipleyK other = ripley_k(points, k_window, options);
    return other.border == one.border && other.isotropic == one.isotropic && other.translation == one.translation;
  };
  for (const int threads : {2, 4}) {
    options.threads = threads;
    options.rules.translation = true;
    CHECK(is_same());
  }
  for (const KernelClone clone : {KernelClone::baseline, KernelClone::v3, KernelClone::v4}) {
    options.clone = clone;
    if (can_run(clone)) CHECK(is_same());
  }
}

TEST_CASE("[unit] a rule that is not asked for is left empty") {
  RipleyOptions options = to_radius(1, 10);
  options.rules = {false, true, false};
  const RipleyK k = ripley_k(random_points(50, k_square, {}), k_square, options);
  CHECK(k.border.empty());
  CHECK(k.translation.empty());
  CHECK(k.none.empty());
  CHECK(k.isotropic.size() == 11);
}

TEST_CASE("[law] without correction K counts the pairs as they are") {
  const std::vector<Point> points = random_points(90, k_window, {1, 0, 0});
  RipleyOptions options = to_radius(3, 10);
  options.rules = {false, false, false, true};
  const RipleyK k = ripley_k(points, k_window, options);
  double near = 0;
  for (const Point& p : points) {
    for (const Point& q : points) {
      const double dx = p.x - q.x, dy = p.y - q.y, d = std::sqrt(dx * dx + dy * dy);
      near += d > 0 && d <= k.r[7] ? 1 : 0;
    }
  }
  CHECK(k.none[7] == doctest::Approx(near * area(k_window) / (90 * 89)));
}

TEST_CASE("[law] a rule gives the same bytes alone and with the others") {
  for (const Polygon& window : {k_square, k_window}) {
    const std::vector<Point> points = random_points(50, k_square, {});
    const RipleyK all = ripley_k(points, window, to_radius(3, 10));
    RipleyOptions options = to_radius(3, 10);
    options.rules = {false, false, true};
    CHECK(ripley_k(points, window, options).translation == all.translation);
    options.rules = {false, true, false};
    CHECK(ripley_k(points, window, options).isotropic == all.isotropic);
    options.rules = {true, false, false};
    const auto same = [](double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); };
    const std::vector<double> border = ripley_k(points, window, options).border;
    CHECK(std::equal(border.begin(), border.end(), all.border.begin(), all.border.end(), same));
  }
}

TEST_CASE("[unit] two points count each other, from their distance on") {
  const RipleyK k = ripley_k({{10, 10}, {11, 10}}, k_square, to_radius(2, 4));
  CHECK(k.border == std::vector<double>{0, 0, 200, 200, 200});
  CHECK(k.isotropic == std::vector<double>{0, 0, 400, 400, 400});
}

TEST_CASE("[unit] points outside the window do not count; fewer than two give 0; what makes no sense is refused") {
  CHECK(ripley_k({{10, 10}, {21, 10}}, k_square, to_radius(20, 1)).isotropic[1] == 0);
  CHECK(ripley_k({}, k_square, to_radius(20, 1)).translation[1] == 0);
  CHECK_THROWS_AS(ripley_k({}, k_square, to_radius(0, 1)), InputError);
  CHECK_THROWS_AS(ripley_k({}, {{0, 0}, {1, 0}}, to_radius(1, 1)), InputError);
}
