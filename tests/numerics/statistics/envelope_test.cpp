#include "percuta/numerics/statistics/envelope.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "percuta/base/error.hpp"
#include "percuta/numerics/statistics/ripley.hpp"

using namespace percuta;
using namespace percuta::numerics;

namespace {

const Polygon k_window = {{2, 2}, {18, 3}, {17, 16}, {9, 18}, {3, 15}};

std::vector<double> l_of(const std::vector<Point>& points) {
  RipleyOptions options;
  options.radii = {3, 12};
  options.rules = {false, true, false};
  return ripley_l(ripley_k(points, k_window, options).isotropic);
}

EnvelopeOptions with(std::uint32_t simulations, std::uint32_t rank, std::uint64_t seed) {
  EnvelopeOptions options;
  options.simulations = simulations;
  options.rank = rank;
  options.seed = seed;
  return options;
}

}  // namespace

TEST_CASE("[law] envelopes hold their level: of 500 random patterns as many are outside as should be") {
  int outside_somewhere = 0, outside_at_last = 0;
  for (std::uint32_t index = 0; index < 500; ++index) {
    const std::vector<Point> points = random_points(60, k_window, {77, 0, index});
    const Envelope e = envelope(points, k_window, l_of, with(39, 2, 1000 + index));
    outside_somewhere += e.p_value <= 0.05 ? 1 : 0;
    outside_at_last += e.observed.back() < e.low.back() || e.observed.back() > e.high.back() ? 1 : 0;
  }
  CHECK(std::abs(outside_somewhere - 25) < 15);  // 5 % of 500, three standard errors
  CHECK(std::abs(outside_at_last - 50) < 20);    // 2 x 2 / 40
}

TEST_CASE("[law] clusters and lattices are found to be no chance, from above and from below") {
  std::vector<Point> lattice, clusters;
  for (int i = 0; i < 100; ++i) lattice.push_back({3.5 + 1.3 * (i % 10), 3.5 + 1.3 * (i / 10)});
  for (const Point& p : random_points(20, k_window, {1, 0, 0})) {
    for (int i = 0; i < 5; ++i) clusters.push_back({p.x + 0.05 * i, p.y});
  }
  const Envelope even = envelope(lattice, k_window, l_of, with(99, 1, 1));
  const Envelope clumped = envelope(clusters, k_window, l_of, with(99, 1, 1));
  CHECK(even.p_value == doctest::Approx(0.01));
  CHECK(clumped.p_value == doctest::Approx(0.01));
  CHECK(even.observed[4] < even.low[4]);
  CHECK(clumped.observed[2] > clumped.highest[2]);
}

TEST_CASE("[law] a curve leaves the global bounds just when its p-value is within the level") {
  for (std::uint32_t index = 0; index < 60; ++index) {
    const Envelope e = envelope(random_points(40, k_window, {5, 0, index}), k_window, l_of, with(19, 3, index));
    bool is_outside = false;
    for (std::size_t k = 0; k < e.observed.size(); ++k) {
      is_outside = is_outside || e.observed[k] < e.lowest[k] - 1e-12 || e.observed[k] > e.highest[k] + 1e-12;
    }
    CHECK(is_outside == (e.p_value < 3.5 / 20));
  }
}

TEST_CASE("[law] the same key gives the same bytes on any number of threads, another key gives others") {
  const std::vector<Point> points = random_points(50, k_window, {1, 0, 0});
  EnvelopeOptions options = with(39, 1, 7);
  const Envelope one = envelope(points, k_window, l_of, options);
  options.threads = 3;
  CHECK(envelope(points, k_window, l_of, options).low == one.low);
  options.member = 1;
  CHECK(envelope(points, k_window, l_of, options).low != one.low);
}

TEST_CASE("[unit] random points lie in the window, evenly") {
  const std::vector<Point> points = random_points(20000, k_window, {1, 2, 3});
  double left = 0;
  for (const Point& p : points) {
    REQUIRE(contains(k_window, p));
    left += p.x < 9 ? 1 : 0;
  }
  CHECK(left / 20000 == doctest::Approx(area(clipped(k_window, {{0, 0}, {9, 20}})) / area(k_window)).epsilon(0.03));
  CHECK(random_points(3, k_window, {1, 2, 4})[0].x != points[0].x);
}

TEST_CASE("[unit] a rank that the simulations do not have and a window without area are refused") {
  CHECK_THROWS_AS(envelope({}, k_window, l_of, with(39, 0, 0)), InputError);
  CHECK_THROWS_AS(envelope({}, k_window, l_of, with(39, 21, 0)), InputError);
  CHECK_THROWS_AS(random_points(1, {{0, 0}, {1, 1}}, {}), InputError);
}
