#include "percuta/numerics/statistics/nearest_neighbour.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <numeric>

#include "numerics/statistics/spatstat_fixture.hpp"
#include "percuta/numerics/statistics/envelope.hpp"

using namespace percuta;
using namespace percuta::numerics;

namespace {

const Polygon k_window = {{2, 2}, {18, 3}, {17, 16}, {9, 18}, {3, 15}};
const Polygon k_square = {{0, 0}, {20, 0}, {20, 20}, {0, 20}};

}  // namespace

TEST_CASE("[law] distances and their distribution are what spatstat makes of the same points, to 1e-8") {
  for (const test::RefereePattern& pattern : test::referee_patterns()) {
    CAPTURE(pattern.name);
    const std::vector<double> nearest = nearest_neighbours(pattern.points);
    const double mean = std::accumulate(nearest.begin(), nearest.end(), 0.0) / static_cast<double>(nearest.size());
    const double theirs = test::read_columns(pattern.name + ".summary.csv").at("nearest")[0];
    CHECK(mean == doctest::Approx(theirs).epsilon(1e-8));
    const NearestNeighbourCurve ours = nearest_neighbour_curve(pattern.points, pattern.window, {2, 32});
    const test::Columns curve = test::read_columns(pattern.name + ".g.csv");
    CHECK(test::mismatch(ours.raw, curve.at("raw")) < 1e-8);
    CHECK(test::mismatch(ours.border, curve.at("border")) < 1e-8);
    CHECK(test::mismatch(ours.kaplan_meier, curve.at("kaplan_meier")) < 1e-8);
  }
}

TEST_CASE("[law] points at random have the nearest neighbour that a Poisson field has: 1 / (2 sqrt(density))") {
  double sum = 0;
  for (std::uint32_t item = 0; item < 20; ++item) {
    sum += mean_nearest_neighbour(random_points(4000, k_square, {3, 0, item}), k_window);
  }
  CHECK(sum / 20 == doctest::Approx(0.5 / std::sqrt(10.0)).epsilon(0.01));
}

TEST_CASE("[law] the corrected distributions of points at random are those of a Poisson field, the raw one is biased") {
  double raw = 0, border = 0, kaplan_meier = 0;
  for (std::uint32_t item = 0; item < 200; ++item) {
    const NearestNeighbourCurve curve =
        nearest_neighbour_curve(random_points(40, k_square, {4, 0, item}), k_square, {2, 16});
    raw += curve.raw.back() / 200;
    border += curve.border.back() / 200;
    kaplan_meier += curve.kaplan_meier.back() / 200;
  }
  const double poisson = 1 - std::exp(-0.1 * 3.14159265358979 * 4);
  CHECK(border == doctest::Approx(poisson).epsilon(0.03));
  CHECK(kaplan_meier == doctest::Approx(poisson).epsilon(0.03));
  CHECK(raw < 0.96 * poisson);
}

TEST_CASE("[law] the neighbours of a lattice stand one pitch apart") {
  std::vector<Point> lattice;
  for (int i = 0; i < 6400; ++i) lattice.push_back({0.125 + 0.25 * (i % 80), 0.125 + 0.25 * (i / 80)});
  CHECK(mean_nearest_neighbour(lattice, k_window) == doctest::Approx(0.25));
}

TEST_CASE("[unit] neighbours beyond the window count for the mean") {
  CHECK(mean_nearest_neighbour({{10, 10}, {40, 10}}, k_window) == doctest::Approx(30));
}

TEST_CASE("[unit] too few points give 0, and one alone has no neighbour") {
  CHECK(mean_nearest_neighbour({}, k_window) == 0);
  CHECK(mean_nearest_neighbour({{5, 5}}, k_window) == 0);
  CHECK(mean_nearest_neighbour({{0, 0}, {1, 0}}, k_window) == 0);
  CHECK(std::isinf(nearest_neighbours({{5, 5}})[0]));
  CHECK(nearest_neighbour_curve({{5, 5}}, k_window, {1, 2}).raw == std::vector<double>{0, 0, 0});
}
