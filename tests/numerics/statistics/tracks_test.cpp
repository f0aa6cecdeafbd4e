#include "percuta/numerics/statistics/tracks.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <numbers>

#include "percuta/base/error.hpp"
#include "percuta/numerics/statistics/envelope.hpp"

using namespace percuta;
using namespace percuta::numerics;

namespace {

const Polygon k_window = {{2, 2}, {18, 3}, {17, 16}, {9, 18}, {3, 15}};

/// Points at random, twice as many in every other strip of 4 along the heading.
std::vector<Point> tracked(double heading) {
  std::vector<Point> points;
  for (const Point& p : random_points(8000, k_window, {1, 0, 0})) {
    const double aside = p.y * std::cos(heading) - p.x * std::sin(heading);
    if (std::sin(aside * std::numbers::pi / 4) > 0 || points.size() % 2 == 0)
      points.push_back(p);
    else
      points.push_back({1000, 1000});
  }
  return points;
}

}  // namespace

TEST_CASE("[law] strips of points at random have an index of 1, along every heading") {
  for (const double heading : {0.0, 0.7, 1.5, 2.9}) {
    double sum = 0;
    for (std::uint32_t index = 0; index < 200; ++index) {
      sum += strip_dispersion(random_points(300, k_window, {2, 0, index}), k_window, 2, heading) / 200;
    }
    CHECK(sum == doctest::Approx(1).epsilon(0.12));
  }
}

TEST_CASE("[law] tracks are found along the heading they were laid on") {
  for (const int step : {0, 4, 9, 15}) {
    const double heading = std::numbers::pi * step / 18;
    const Tracks tracks = find_tracks(tracked(heading), k_window, 2);
    CHECK(tracks.heading == doctest::Approx(heading));
    CHECK(tracks.dispersion > 5);
    CHECK(tracks.dispersion > 3 * strip_dispersion(tracked(heading), k_window, 2, heading + std::numbers::pi / 2));
  }
}

TEST_CASE("[unit] no points and strips wider than the window give 0; strips of no width are refused") {
  CHECK(find_tracks({}, k_window, 2).dispersion == 0);
  CHECK(strip_dispersion({{10, 10}}, k_window, 100, 0) == 0);
  CHECK_THROWS_AS(strip_dispersion({}, k_window, 0, 0), InputError);
}
