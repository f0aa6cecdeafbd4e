#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "insertion/insertion_fixture.hpp"
#include "percuta/base/error.hpp"
#include "percuta/insertion/needle/needle_law.hpp"

using namespace percuta;
using insertion::Press;
using insertion::PressCurve;

namespace {

struct Bench {
  device::Device device = tests::stamp("grid", 1);
  skin::Skin skin = tests::even_skin();
  insertion::Contact contact = tests::contact();

  Bench() { device.strength = tests::steel(); }
  PressCurve press(const Press& how) const { return insertion::press(device, skin, contact, how, {7, 1, 32}); }
};

Bench array() {
  Bench bench;
  bench.device.head = tests::stamp("grid", 100).head;
  return bench;
}

constexpr Press to_displacement(double displacement, double speed = 1e-3) {
  return {speed, 0, displacement, 0};
}

constexpr Press to_force(double force) {
  return {1e-3, force, 0, 0};
}

constexpr Press to_energy(double energy, double speed = 1) {
  return {speed, 0, 0, energy};
}

}  // namespace

TEST_CASE(
    "[unit] a needle is resisted, pierces, and ends as deep as it was driven less the dimple that its force keeps") {
  const Bench bench;
  const PressCurve curve = bench.press(to_displacement(0.9e-3));
  REQUIRE(curve.displacement.size() == curve.force.size());
  REQUIRE(curve.displacement.size() == curve.depth.size());
  CHECK(curve.displacement.front() == 0);
  CHECK(curve.force.front() == 0);
  CHECK(curve.displacement.back() == doctest::Approx(0.9e-3));
  const insertion::NeedleLaw law =
      insertion::needle_law(bench.device.needle, bench.skin, bench.contact, {{}, 1e-3, 1e-3});
  CHECK(curve.puncture_force == doctest::Approx(law.puncture_force));
  CHECK(curve.puncture_depth == doctest::Approx(law.snap_depth));
  CHECK(curve.puncture_displacement ==
        doctest::Approx(law.snap_depth + insertion::dimple_under(law, law.puncture_force, law.snap_depth)));
  const double dimple = insertion::dimple_under(law, curve.force.back(), curve.depth_in_place);
  CHECK(curve.depth_in_place + dimple == doctest::Approx(0.9e-3).epsilon(5e-3));
  CHECK(curve.pierced_share == 1);
  CHECK(curve.residual_depth < curve.depth_in_place);
  CHECK(curve.channel_width > 0);
  CHECK(curve.failure != "unknown");
  CHECK(curve.force_margin > 0);
}

TEST_CASE("[law] the array only ever moves on and its needles only ever deeper") {
  for (const Bench& bench : {Bench(), array()}) {
    const PressCurve curve = bench.press(to_displacement(3e-3));
    for (std::size_t i = 1; i < curve.displacement.size(); ++i) {
      CHECK(curve.displacement[i] >= curve.displacement[i - 1]);
      CHECK(curve.depth[i] >= curve.depth[i - 1] - 1e-9);
    }
  }
}

TEST_CASE(
    "[law] a press ends at the force or displacement that it is given, whichever comes first, or when a blow is "
    "spent") {
  const Bench bench = array();
  CHECK(100 * bench.press(to_force(2)).force.back() == doctest::Approx(2));
  CHECK(100 * bench.press(to_force(50)).force.back() == doctest::Approx(50));
  CHECK(bench.press(to_displacement(5e-3)).displacement.back() == doctest::Approx(5e-3));
  const PressCurve weak = bench.press(to_energy(0.2e-3)), strong = bench.press(to_energy(1e-3));
  CHECK(weak.depth_in_place < strong.depth_in_place);
  CHECK(weak.skin_energy <= 0.2e-3);
  const PressCurve both = bench.press({1e-3, 2, 5e-3, 0});
  CHECK(100 * both.force.back() == doctest::Approx(2));
  CHECK(both.displacement.back() < 5e-3);
  CHECK_THROWS_AS(bench.press({}), InputError);
}

TEST_CASE(
    "[law] a press that stops short of the corneum's opening leaves the skin whole and says what it would have taken") {
  Bench bench;
  bench.device.needle.tip_radius = certain(90e-6);
  const PressCurve curve = bench.press(to_force(0.05));
  CHECK(curve.depth_in_place == 0);
  CHECK(curve.pierced_share == 0);
  CHECK(std::isnan(curve.puncture_displacement));
  CHECK(std::isnan(curve.puncture_depth));
  CHECK(curve.puncture_force > 0.05);
  CHECK(curve.residual_depth == 0);
  CHECK(curve.is_extrapolated);
}

TEST_CASE("[law] a blunt tip drops in, a sharp one enters smoothly") {
  const auto drop = [](double tip) {
    Bench bench;
    bench.device.needle.tip_radius = certain(tip);
    const PressCurve curve = bench.press(to_displacement(0.9e-3));
    double peak = 0, most = 0;
    for (const double force : curve.force) {
      peak = std::max(peak, force);
      most = std::max(most, (peak - force) / peak);
    }
    return most;
  };
  CHECK(drop(18e-6) > 0.1);
  CHECK(drop(1e-6) < 0.02);
}

TEST_CASE("[law] needles of an array differ: with a spread they pierce in part, and those that do not stay out") {
  Bench bench = array();
  bench.skin.mechanics.threshold_spread = certain(0.4);
  double share = 0;
  for (int i = 1; i <= 60 && !(share > 0 && share < 1); ++i) share = bench.press(to_force(0.1 * i)).pierced_share;
  CHECK(share > 0);
  CHECK(share < 1);
  bench.skin.mechanics.threshold_spread = certain(0);
  for (int i = 1; i <= 60; ++i) {
    const double all = bench.press(to_force(0.1 * i)).pierced_share;
    CHECK((all == 0 || all == 1));
  }
}

TEST_CASE("[law] needles beside the pad stay out and count as such; those under it share the force") {
  Bench whole = array(), padded = array();
  padded.device.applicator.pad_radius = certain(2e-3);
  const PressCurve all = whole.press(to_displacement(0.9e-3)), some = padded.press(to_displacement(0.9e-3));
  CHECK(all.driven_share == 1);
  CHECK(some.driven_share < 0.5);
  CHECK(all.pierced_share == 1);
  CHECK(some.pierced_share == some.driven_share);
  CHECK(some.depths.size() == 100 * some.driven_share);
  CHECK(some.depth_in_place == doctest::Approx(some.driven_share * some.depth.back()).epsilon(0.01));
  CHECK(some.residual_depth > 0);
  CHECK(100 * some.driven_share * padded.press(to_force(2)).force.back() == doctest::Approx(2));
}

TEST_CASE("[law] fingers press a needle of a larger patch with 1.5 times the mean") {
  Bench patch = array();
  patch.device.kind = "patch";
  patch.device.applicator.pad_radius = certain(2e-3);
  const PressCurve curve = patch.press(to_force(1));
  CHECK(curve.driven_share == 1);
  patch.device.kind = "stamp";
  CHECK(curve.force.back() == doctest::Approx(1.5 * patch.press(to_force(1)).force.back()));
}

TEST_CASE("[law] of an array of more needles than are told apart those are chosen from all over it") {
  Bench many = array();
  many.device.head = tests::stamp("grid", 1600).head;
  many.skin.mechanics.threshold_spread = certain(0.4);
  const PressCurve curve = many.press(to_displacement(0.9e-3));
  CHECK(curve.depths.size() == insertion::k_most_pressed);
  Bench edge = many;  // the first of its needles alone
  edge.device.head.layout = "csv";
  for (const numerics::Point& p : device::layout(many.device)) {
    if (edge.device.head.positions.size() < insertion::k_most_pressed) edge.device.head.positions.push_back({p.x, p.y});
  }
  CHECK(curve.puncture_force != doctest::Approx(edge.press(to_displacement(0.9e-3)).puncture_force).epsilon(1e-9));
}

TEST_CASE("[law] one needle alone is a typical one, an array's mean puncture force scatters about it") {
  Bench one, many = array();
  one.skin.mechanics.threshold_spread = many.skin.mechanics.threshold_spread = certain(0.4);
  const double alone = Bench().press(to_displacement(0.9e-3)).puncture_force;
  CHECK(one.press(to_displacement(0.9e-3)).puncture_force == doctest::Approx(alone));
  CHECK(many.press(to_displacement(0.9e-3)).puncture_force == doctest::Approx(alone).epsilon(0.25));
  CHECK(many.press(to_displacement(0.9e-3)).puncture_force != doctest::Approx(alone).epsilon(1e-6));
}

TEST_CASE("[law] neighbours let the array sink further before it pierces, at the same force per needle") {
  const PressCurve alone = Bench().press(to_displacement(5e-3));
  const PressCurve many = array().press(to_displacement(5e-3));
  CHECK(many.puncture_displacement > alone.puncture_displacement);
  CHECK(many.puncture_force == doctest::Approx(alone.puncture_force));
  CHECK(many.neighbour_share > 0);
  CHECK(alone.neighbour_share == 0);
}

TEST_CASE("[law] once the body touches, force goes into the array's dent and no needle deeper") {
  const PressCurve light = array().press(to_force(30)), heavy = array().press(to_force(60));
  CHECK(heavy.depth_in_place == doctest::Approx(light.depth_in_place));
  CHECK(heavy.backing_energy > light.backing_energy);
  CHECK(heavy.skin_energy == doctest::Approx(light.skin_energy).epsilon(0.02));
  CHECK(heavy.displacement.back() > light.displacement.back());
  CHECK(heavy.force_margin == doctest::Approx(light.force_margin));
}

TEST_CASE("[law] the same energy drives needles deeper when it comes fast") {
  Bench bench = array();
  bench.skin = tests::skin_of();
  const PressCurve slow = bench.press(to_energy(1e-3, 0.01)), fast = bench.press(to_energy(1e-3, 3));
  CHECK(fast.depth_in_place > slow.depth_in_place);
  CHECK(fast.neighbour_share < slow.neighbour_share);
}

TEST_CASE("[unit] a roller's needles are pressed as those round its lowest line") {
  Bench bench;
  bench.device = tests::roller();
  const PressCurve curve = bench.press(to_force(5));
  CHECK(curve.depth_in_place > 0);
  CHECK(curve.failure == "unknown");
  CHECK(std::isnan(curve.force_margin));
}
