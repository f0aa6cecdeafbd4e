#include "percuta/transport/delivery/hole_classes.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <numbers>
#include <random>

#include "percuta/numerics/geometry/polygon.hpp"
#include "transport/delivery/delivery_fixture.hpp"

using namespace percuta;
using transport::Hole;
using transport::HoleClasses;

namespace {

constexpr double k_side = 10e-3, k_window = k_side * k_side;  // [m], [m2]
const numerics::Polygon k_square = {{0, 0}, {k_side, 0}, {k_side, k_side}, {0, k_side}};

/// As a roller leaves them: anywhere, no two alike.
std::vector<Hole> scattered(int n, std::uint32_t seed = 1) {
  std::mt19937 random(seed);
  std::uniform_real_distribution<> place(0, k_side), spread(0.5, 1.5);
  std::vector<Hole> holes;
  for (int i = 0; i < n; ++i)
    holes.push_back({place(random), place(random), 25e-6 * spread(random), 150e-6 * spread(random)});
  return holes;
}

double area_of(const HoleClasses& made) {
  double sum = 0;
  for (const numerics::ChannelClass& each : made.classes) sum += each.share * each.channels;
  return sum;
}

double holes_in(const HoleClasses& made) {
  double sum = 0;
  for (const numerics::ChannelClass& each : made.classes) sum += each.depth > 0 ? each.channels : 0;
  return sum;
}

}  // namespace

TEST_CASE("[law] the classes' areas add up to the window, whatever the holes and however many classes") {
  for (const int n : {0, 1, 2, 7, 60, 400, 2000}) {
    for (const std::size_t most : {1, 3, 12}) {
      const HoleClasses made = classes_of(scattered(n), k_square, most);
      CAPTURE(n);
      CHECK(made.area == doctest::Approx(k_window));
      CHECK(area_of(made) == doctest::Approx(k_window).epsilon(1e-12));
      CHECK(made.classes.size() <= most + 1);
      CHECK(made.of_hole.size() == static_cast<std::size_t>(n));
    }
  }
}

TEST_CASE("[unit] without a hole all is whole tissue") {
  for (const HoleClasses& made : {transport::classes_of({}, k_square, 12), transport::whole_tissue(k_square)}) {
    REQUIRE(made.classes.size() == 1);
    CHECK(made.classes[0].depth == 0);
    CHECK(area_of(made) == doctest::Approx(k_window));
  }
}

TEST_CASE("[unit] one hole has what is near it; the rest is whole tissue") {
  const HoleClasses made = transport::classes_of({{0.5 * k_side, 0.5 * k_side, 25e-6, 150e-6}}, k_square, 12);
  REQUIRE(made.classes.size() == 2);
  CHECK(made.classes[0].radius == doctest::Approx(25e-6));
  CHECK(made.classes[0].depth == doctest::Approx(150e-6));
  CHECK(made.classes[0].channels == doctest::Approx(1));
  CHECK(made.classes[0].share == doctest::Approx(std::numbers::pi * 1.2e-3 * 1.2e-3).epsilon(0.03));
  CHECK(made.classes[1].depth == 0);
}

TEST_CASE("[unit] holes in a lattice are one class, each with its cell") {
  const HoleClasses made = classes_of(tests::lattice(12, k_side, 25e-6, 150e-6), k_square, 1);
  REQUIRE(made.classes.size() == 1);
  CHECK(made.classes[0].channels == doctest::Approx(144));
  CHECK(made.classes[0].share == doctest::Approx(k_window / 144));
  CHECK(made.classes[0].radius == doctest::Approx(25e-6));
}

TEST_CASE("[unit] deep and shallow holes come apart, and means are of a class's own") {
  std::vector<Hole> holes = tests::lattice(8, k_side, 25e-6, 100e-6);
  for (std::size_t n = 0; n < holes.size(); n += 2) holes[n].depth = 300e-6;
  const HoleClasses made = classes_of(holes, k_square, 2);
  REQUIRE(made.classes.size() == 2);
  CHECK(made.classes[0].depth == doctest::Approx(100e-6));
  CHECK(made.classes[1].depth == doctest::Approx(300e-6));
  for (std::size_t n = 0; n < holes.size(); ++n) CHECK(made.of_hole[n] == (n % 2 == 0 ? 1 : 0));
}

TEST_CASE("[law] the order of holes plays no part") {
  std::vector<Hole> holes = scattered(300);
  const HoleClasses before = classes_of(holes, k_square, 12);
  std::shuffle(holes.begin(), holes.end(), std::mt19937(5));
  const HoleClasses after = classes_of(holes, k_square, 12);
  REQUIRE(after.classes.size() == before.classes.size());
  for (std::size_t c = 0; c < before.classes.size(); ++c) {
    CHECK(after.classes[c].radius == doctest::Approx(before.classes[c].radius).epsilon(1e-12));
    CHECK(after.classes[c].depth == doctest::Approx(before.classes[c].depth).epsilon(1e-12));
    CHECK(after.classes[c].share == doctest::Approx(before.classes[c].share).epsilon(1e-12));
    CHECK(after.classes[c].channels == doctest::Approx(before.classes[c].channels).epsilon(1e-12));
  }
}

TEST_CASE("[law] a share is what lies nearer to its hole than to another") {
  // Three columns of holes, with borders half way between them and as far as holes reach.
  std::vector<Hole> holes;
  for (int n = 0; n < 40; ++n) {
    const double y = k_side * (n + 0.5) / 40;
    holes.push_back({0.45 * k_side, y, 25e-6, 100e-6});
    holes.push_back({0.55 * k_side, y, 25e-6, 200e-6});
    holes.push_back({0.60 * k_side, y, 25e-6, 300e-6});
  }
  const HoleClasses made = classes_of(holes, k_square, 3);
  REQUIRE(made.classes.size() == 4);
  const double reach = 1.2e-3, row = k_side / 40;
  CHECK(made.classes[0].share == doctest::Approx((reach + 0.05 * k_side) * row).epsilon(0.05));
  CHECK(made.classes[1].share == doctest::Approx(0.075 * k_side * row).epsilon(0.05));
  CHECK(made.classes[2].share == doctest::Approx((reach + 0.025 * k_side) * row).epsilon(0.05));
}

TEST_CASE("[law] crowded holes merge: no share is less than twice its mouth, and areas still add up") {
  std::vector<Hole> holes = scattered(20);
  for (int n = 0; n < 400; ++n) {
    holes.push_back({0.5 * k_side + 1e-6 * (n % 20), 0.5 * k_side + 1e-6 * (n / 20), 30e-6, 150e-6});
  }
  const HoleClasses made = classes_of(holes, k_square, 12);
  CHECK(area_of(made) == doctest::Approx(k_window).epsilon(1e-12));
  CHECK(holes_in(made) < static_cast<double>(holes.size()));
  for (const numerics::ChannelClass& each : made.classes) {
    CHECK(each.share > 1.99 * std::numbers::pi * each.radius * each.radius);
  }
}

TEST_CASE("[unit] holes on one place and holes outside the window do no harm") {
  std::vector<Hole> holes(50, {0.5 * k_side, 0.5 * k_side, 25e-6, 150e-6});
  holes.push_back({2 * k_side, 2 * k_side, 25e-6, 150e-6});
  CHECK(area_of(classes_of(holes, k_square, 4)) == doctest::Approx(k_window).epsilon(1e-12));
}

TEST_CASE("[law] a point is of the class of the hole nearest to it, of whole tissue beyond the reach of all") {
  const std::vector<Hole> holes = {{1e-3, 1e-3, 25e-6, 80e-6}, {3e-3, 1e-3, 25e-6, 300e-6}};
  const HoleClasses made = classes_of(holes, k_square, 12);
  REQUIRE(made.classes.size() == 3);
  const auto classes = classes_at({{1.2e-3, 1e-3}, {2.6e-3, 1.1e-3}, {8e-3, 8e-3}}, holes, made);
  CHECK(classes == std::vector<std::size_t>{made.of_hole[0], made.of_hole[1], 2});
  CHECK(classes_at({{1e-3, 1e-3}}, {}, transport::whole_tissue(k_square)) == std::vector<std::size_t>{0});
}
