#include "percuta/numerics/statistics/quadrats.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "numerics/statistics/spatstat_fixture.hpp"
#include "percuta/base/error.hpp"
#include "percuta/numerics/statistics/envelope.hpp"

using namespace percuta;
using namespace percuta::numerics;

namespace {

const Polygon k_window = {{2, 2}, {18, 3}, {17, 16}, {9, 18}, {3, 15}};

std::vector<Point> lattice(double pitch) {
  std::vector<Point> points;
  for (double x = 0.5 * pitch; x < 20; x += pitch) {
    for (double y = 0.5 * pitch; y < 20; y += pitch) points.push_back({x, y});
  }
  return points;
}

}  // namespace

TEST_CASE("[law] points with weights count as so many points, and equal weights change no share") {
  const Polygon window = {{0, 0}, {8, 0}, {8, 8}, {0, 8}};
  const numerics::Quadrats quadrats(window, 2);
  const std::vector<Point> points = {{1, 1}, {1.5, 1}, {3, 3}, {5, 1}, {7, 7}};
  const numerics::QuadratCounts plain = quadrats.count(points);
  CHECK(plain.mean == doctest::Approx(5.0 / 16));
  const numerics::QuadratCounts doubled = quadrats.count(points, std::vector<double>(5, 2));
  CHECK(doubled.dispersion == doctest::Approx(2 * plain.dispersion));
  CHECK(doubled.mean == doctest::Approx(2 * plain.mean));
  CHECK(doubled.thin_share == doctest::Approx(plain.thin_share));
  const numerics::QuadratCounts one = quadrats.count(points, {1, 0, 1, 1, 1});
  CHECK(one.dispersion < plain.dispersion);
}

TEST_CASE("[law] quadrats within footprints have the area under them, and leave out what has too little of it") {
  const Polygon window = {{0, 0}, {8, 0}, {8, 8}, {0, 8}};
  const numerics::Quadrats quadrats(window, 2);
  const numerics::Region whole(window);
  const std::vector<numerics::Region> half = {numerics::Region({{0, 0}, {4, 0}, {4, 8}, {0, 8}})};
  const std::vector<numerics::Region> corner = {numerics::Region({{0, 0}, {3, 0}, {3, 2}, {0, 2}})};
  CHECK(quadrats.within(half, whole).count({{1, 1}}).quadrats == 8);
  CHECK(quadrats.within(corner, whole).count({{1, 1}, {2.5, 1}}).quadrats == 2);
  CHECK(quadrats.within(corner, whole).count({{1, 1}, {2.5, 1}}).density == doctest::Approx(2.0 / 6));
  CHECK(quadrats.within({}, whole).count({{1, 1}}).quadrats == 0);
}

TEST_CASE("[law] the index is what spatstat's counts and tile areas give, to 1e-8") {
  for (const test::RefereePattern& pattern : test::referee_patterns()) {
    CAPTURE(pattern.name);
    const test::Columns theirs = test::read_columns(pattern.name + ".summary.csv");
    for (const int side : {1, 2, 4}) {
      const double ours = count_quadrats(pattern.points, pattern.window, side, 0.3).dispersion;
      CHECK(ours == doctest::Approx(theirs.at("dispersion_" + std::to_string(side))[0]).epsilon(1e-8));
    }
  }
}

TEST_CASE("[law] points at random have an index of 1 and an evenness of 0.5, at every scale, in partial quadrats too") {
  for (const double side : {1.0, 2.0, 4.0}) {
    double dispersion = 0, evenness = 0;
    for (std::uint32_t index = 0; index < 100; ++index) {
      const QuadratCounts counts = count_quadrats(random_points(600, k_window, {3, 0, index}), k_window, side);
      dispersion += counts.dispersion / 100;
      evenness += counts.evenness() / 100;
    }
    const auto quadrats = static_cast<double>(count_quadrats({}, k_window, side).quadrats);
    const double error = std::sqrt(2 / (quadrats - 1) / 100);  // of the mean index of 100 patterns
    CHECK(std::abs(dispersion - 1) < 3 * error);
    CHECK(std::abs(evenness - 0.5) < 3 * error / 4 + 0.25 / quadrats);
  }
}

TEST_CASE("[law] a perfect lattice has an evenness above 0.95, a doubled track one below 0.5") {
  const Polygon square = {{0, 0}, {20, 0}, {20, 20}, {0, 20}};
  CHECK(count_quadrats(lattice(0.25), square, 2).evenness() > 0.95);
  std::vector<Point> tracks = lattice(0.5);
  for (const Point& p : lattice(0.5)) {
    if (p.x < 6) tracks.push_back({p.x + 0.1, p.y});
  }
  CHECK(count_quadrats(tracks, square, 2).evenness() < 0.5);
}

TEST_CASE("[law] points in streaks have an index far above 1 and leave area thin") {
  std::vector<Point> streaks;
  for (const Point& p : lattice(0.25)) {
    if (std::fmod(p.x, 5) < 1) streaks.push_back(p);
  }
  const QuadratCounts counts = count_quadrats(streaks, k_window, 2);
  CHECK(counts.dispersion > 5);
  CHECK(counts.thin_share > 0.4);
  CHECK(count_quadrats(lattice(0.25), k_window, 2).thin_share == 0);
}

TEST_CASE("[unit] quadrats with too little inside are left out") {
  const Polygon strip = {{0, 0}, {2.2, 0}, {2.2, 1}, {0, 1}};
  CHECK(count_quadrats({{0.5, 0.5}}, strip, 1).quadrats == 2);
  CHECK(count_quadrats({{0.5, 0.5}}, strip, 1, 0).quadrats == 3);
  CHECK(count_quadrats({{0.5, 0.5}}, strip, 1).density == doctest::Approx(0.5));
}

TEST_CASE("[law] the quadrats' areas add up to the window, in notches too") {
  const Polygon notched = {{0, 0}, {20, 0}, {20, 15}, {11, 15}, {10, 6.5}, {6, 14}, {0, 12}};
  for (const Polygon& window : {k_window, notched}) {
    for (const double side : {0.7, 2.0, 4.0, 50.0}) {
      const QuadratCounts counts = count_quadrats({{8, 5}}, window, side, 0);
      CHECK(counts.density == doctest::Approx(1 / area(window)));
    }
  }
}

TEST_CASE("[unit] too few points or quadrats give 0; quadrats of no width are refused") {
  CHECK(quadrat_dispersion({}, k_window, 2) == 0);
  CHECK(quadrat_dispersion({{5, 5}}, k_window, 100) == 0);
  CHECK(count_quadrats({}, k_window, 2).evenness() == 0);
  CHECK_THROWS_AS(quadrat_dispersion({}, k_window, 0), InputError);
}
