#include "percuta/device/layout.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <set>

#include "device/head_fixture.hpp"
#include "device/roller_fixture.hpp"
#include "percuta/base/error.hpp"

using namespace percuta;

namespace {

std::vector<numerics::Point> layout_of(const std::string& layout, std::int64_t needles) {
  return device::layout(tests::stamp(layout, needles));
}

double width_of(const std::vector<numerics::Point>& points) {
  const auto by_y = [](numerics::Point a, numerics::Point b) { return a.y < b.y; };
  const auto [low, high] = std::minmax_element(points.begin(), points.end(), by_y);
  return high->y - low->y;
}

/// A lens, 30 mm along the path and 12 mm across.
std::vector<std::vector<double>> lens() {
  std::vector<std::vector<double>> corners;
  for (int i = 0; i < 20; ++i) corners.push_back({15e-3 * std::cos(i * 0.1 * M_PI), 6e-3 * std::sin(i * 0.1 * M_PI)});
  return corners;
}

}  // namespace

TEST_CASE("[unit] a roller's needles are not laid out on a head") {
  CHECK(device::layout(tests::roller()).empty());
}

TEST_CASE("[law] every layout has as many needles as asked, each in a place of its own") {
  for (const std::string& word : device::layouts()) {
    if (word == "csv") continue;
    for (const std::int64_t needles : {1, 2, 6, 11, 12, 14, 36, 49}) {
      CAPTURE(word);
      CAPTURE(needles);
      const auto points = layout_of(word, needles);
      CHECK(points.size() == static_cast<std::size_t>(needles));
      for (std::size_t i = 0; i < points.size(); ++i) CHECK(tests::nearest(points, i) > 0.3e-3);
    }
  }
}

TEST_CASE("[law] neighbours of a grid and of hexagons stand a pitch apart") {
  for (const char* word : {"grid", "hex"}) {
    CAPTURE(word);
    device::Device device = tests::stamp(word, 30);
    device.head.pitch = certain(0.4e-3);
    const auto points = device::layout(device);
    for (std::size_t i = 0; i < points.size(); ++i) CHECK(tests::nearest(points, i) == doctest::Approx(0.4e-3));
  }
}

TEST_CASE("[law] without a pitch the needles fill the width, half a pitch from either edge") {
  CHECK(width_of(layout_of("grid", 36)) == doctest::Approx(10e-3 * 5 / 6));
  CHECK(width_of(layout_of("ring", 36)) == doctest::Approx(10e-3));
  device::Device wide = tests::stamp("grid", 36);
  wide.head.width = certain(20e-3);
  CHECK(width_of(device::layout(wide)) == doctest::Approx(20e-3 * 5 / 6));
}

TEST_CASE("[unit] a head says how many rows lie across its path") {
  device::Device device = tests::stamp("grid", 12);
  device.head.rows = 2;
  std::set<double> lines;
  for (const numerics::Point point : device::layout(device)) lines.insert(point.x);
  CHECK(lines.size() == 2);
  device.head.rows = 7;  // of 2 and then of 1: not 7 rows
  CHECK_THROWS_AS(device::layout(device), InputError);
}

TEST_CASE("[law] staggered rows draw evenly spaced tracks") {
  for (const std::int64_t rows : {2, 3}) {
    device::Device device = tests::stamp("rows", 12);
    device.head.rows = rows;
    std::vector<double> tracks;
    for (const numerics::Point point : device::layout(device)) tracks.push_back(point.y);
    std::sort(tracks.begin(), tracks.end());
    for (std::size_t i = 1; i < tracks.size(); ++i) {
      CHECK(tracks[i] - tracks[i - 1] == doctest::Approx(10e-3 / 12));
    }
  }
}

TEST_CASE("[law] a grid cut to an outline has 1 / pitch^2 needles per area, all of them inside") {
  for (const char* word : {"grid", "hex"}) {
    CAPTURE(word);
    device::Device device = tests::stamp(word, 1);
    device.head.pitch = certain(0.4e-3);
    device.head.outline = lens();
    const auto outline = device::outline_of(device.head);
    const auto points = device::layout(device);
    const double cell = 0.4e-3 * 0.4e-3 * (device.head.layout == "hex" ? 0.5 * std::sqrt(3) : 1);
    CHECK(static_cast<double>(points.size()) * cell == doctest::Approx(numerics::area(outline)).epsilon(0.05));
    for (const numerics::Point point : points) CHECK(numerics::contains(outline, point));
  }
}

TEST_CASE("[unit] positions are used as given") {
  device::Device device = tests::stamp("csv", 1);
  device.head.positions = {{1e-3, 2e-3}, {-1e-3, 0}};
  const auto points = device::layout(device);
  REQUIRE(points.size() == 2);
  CHECK(points[0].x == doctest::Approx(1e-3));
  CHECK(points[0].y == doctest::Approx(2e-3));
}

TEST_CASE("[unit] a head whose keys do not fit together is refused") {
  device::Device no_positions = tests::stamp("csv", 4);
  CHECK_THROWS_AS(device::layout(no_positions), InputError);

  device::Device idle_positions = tests::stamp("grid", 4);
  idle_positions.head.positions = {{0, 0}};
  CHECK_THROWS_AS(device::layout(idle_positions), InputError);

  device::Device no_pitch = tests::stamp("grid", 4);
  no_pitch.head.outline = lens();
  CHECK_THROWS_AS(device::layout(no_pitch), InputError);

  device::Device cut_ring = tests::stamp("ring", 4);
  cut_ring.head.pitch = certain(1e-3);
  cut_ring.head.outline = lens();
  CHECK_THROWS_AS(device::layout(cut_ring), InputError);

  device::Device crossed = tests::stamp("grid", 4);
  crossed.head.pitch = certain(1e-3);
  crossed.head.outline = {{0, 0}, {5e-3, 5e-3}, {5e-3, 0}, {0, 5e-3}};
  CHECK_THROWS_AS(device::layout(crossed), InputError);

  device::Device too_small = tests::stamp("grid", 4);
  too_small.head.pitch = certain(9e-3);
  too_small.head.outline = {{0, 0}, {1e-3, 0}, {0, 1e-3}};
  CHECK_THROWS_AS(device::layout(too_small), InputError);
}
