#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

#include "insertion/strikes_fixture.hpp"
#include "percuta/insertion/needle_bed.hpp"

using namespace percuta;
using tests::Driven;

namespace {

double way(const device::Device& device, double force) {
  return Driven(device, force).protrusions()[0];
}

}  // namespace

TEST_CASE("[law] the needles of a stamp share its force evenly") {
  const device::Device stamp = tests::stamp("grid", 16);
  const Driven placed(stamp, 0.4, tests::even_skin(), 16);
  const double protrusion = placed.protrusions()[0];
  CHECK(protrusion > 0);
  CHECK(protrusion < 1e-3);
  CHECK(16 * placed.curve.force(protrusion) == doctest::Approx(0.4).epsilon(1e-6));
}

TEST_CASE("[law] more force goes deeper until the body touches; more needles share it") {
  const device::Device stamp = tests::stamp("grid", 16);
  CHECK(way(stamp, 0.8) > way(stamp, 0.4));
  CHECK(way(stamp, 100) == doctest::Approx(1e-3));
  CHECK(way(tests::stamp("grid", 64), 0.4) < way(stamp, 0.4));
}

TEST_CASE("[law] a needle longer than its neighbours stands further in") {
  Driven placed(tests::stamp("grid", 16), 0.4);
  placed.punctures.all[3].length = 1.1e-3;
  const std::vector<double> protrusion = placed.protrusions();
  CHECK(protrusion[3] == doctest::Approx(protrusion[0] + 0.1e-3));
}

TEST_CASE("[law] the force that a depth takes presses to that depth") {
  const device::Device stamp = tests::stamp("grid", 16);
  const double force = Driven(stamp, 1).force_for(0.5e-3);
  CHECK(way(stamp, force * 1.001) >= 0.5e-3 * 0.99);
  CHECK(way(stamp, force * 0.9) < 0.5e-3);
}

TEST_CASE("[law] fingers press a patch larger than themselves spot by spot: every needle, with 1.5 times the mean") {
  device::Device patch = tests::stamp("grid", 100);
  patch.kind = "patch";
  const double evenly = way(patch, 1);
  patch.applicator.pad_radius = certain(2e-3);
  const Driven pressed(patch, 1, tests::even_skin(), 100);
  const std::vector<double> protrusion = pressed.protrusions();
  for (const double p : protrusion) CHECK(p == doctest::Approx(protrusion[0]));
  CHECK(protrusion[0] > evenly);
  const double under =
      insertion::pressed_bed(patch, pressed.places, insertion::pressed_radius(patch, pressed.places, pressed.skin))
          .needles;
  CHECK(protrusion[0] == doctest::Approx(pressed.curve.protrusion_under(1.5 / under)));
}

TEST_CASE("[law] a plate that strikes drives the needles under it and not those beside it") {
  device::Device stamp = tests::stamp("grid", 100);
  stamp.applicator.pad_radius = certain(2e-3);
  stamp.applicator.mass = certain(5e-3);
  stamp.applicator.speed = certain(1);
  const std::vector<double> protrusion = Driven(stamp, 1, tests::even_skin(), 100).struck();
  double driven = 0;
  for (const double p : protrusion) driven += p > 0 ? 1 : 0;
  CHECK(driven >= 4);
  CHECK(driven < 30);
  CHECK(protrusion[0] == 0);  // a corner
}

TEST_CASE("[law] a mass drives needles the further the faster and heavier it is, whatever the hand's force") {
  const auto blow = [](double speed, double mass, double force = 0.5) {
    device::Device shot = tests::stamp("grid", 100);
    shot.applicator.speed = certain(speed);
    shot.applicator.mass = certain(mass);
    return Driven(shot, force).struck()[0];
  };
  CHECK(blow(3, 0) == 0);  // nothing moves with them
  CHECK(blow(0, 2e-3) == 0);
  CHECK(blow(1, 2e-3) > 0);
  CHECK(blow(3, 2e-3) > blow(1, 2e-3));
  CHECK(blow(1, 4e-3) > blow(1, 2e-3));
  CHECK(blow(1, 2e-3, 5) == blow(1, 2e-3));
}

TEST_CASE("[law] the hand presses a struck device as one that is not") {
  device::Device shot = tests::stamp("grid", 100);
  const double by_hand = way(shot, 0.5);
  shot.applicator.speed = certain(3);
  shot.applicator.mass = certain(2e-3);
  CHECK(way(shot, 0.5) == by_hand);
}

TEST_CASE("[law] a soft body takes up part of the blow") {
  device::Device shot = tests::stamp("grid", 100);
  shot.applicator.speed = certain(1);
  shot.applicator.mass = certain(5e-3);
  const double rigid = Driven(shot, 0.1).struck()[0];
  shot.applicator.backing_modulus = certain(0.1e6);
  shot.applicator.backing_thickness = certain(5e-3);
  CHECK(Driven(shot, 0.1).struck()[0] < rigid);
}

namespace {

using insertion::Channels;

device::Device struck_stamp(double mass, double speed) {
  device::Device stamp = tests::stamp("grid", 100);
  stamp.applicator.mass = certain(mass);
  stamp.applicator.speed = certain(speed);
  return stamp;
}

Channels inserted(const device::Device& device, const skin::Skin& skin, double speed, double force) {
  punctures::Punctures strikes = tests::strikes_of(device, force, 40);
  for (punctures::Puncture& strike : strikes.all) strike.speed = static_cast<float>(speed);
  return insertion::insert(strikes, device, skin, tests::contact(), {7, 1, 32});
}

/// A hundred needles on layered skin, struck by `mass` at `speed` and then held on by the hand.
Channels struck(double mass, double speed, double force) {
  skin::Skin skin = tests::skin_of();
  skin.mechanics.threshold_spread = certain(0.4);
  return inserted(struck_stamp(mass, speed), skin, speed, force);
}

void check_same(const Channels& one, const Channels& other) {
  for (std::size_t i = 0; i < one.all.size(); ++i) {
    CHECK(one.all[i].depth == other.all[i].depth);
    CHECK(one.all[i].force == other.all[i].force);
  }
  CHECK(one.skin_energy == other.skin_energy);
  CHECK(one.backing_energy == other.backing_energy);
  CHECK(one.tip_force == other.tip_force);
}

}  // namespace

TEST_CASE("[law] a blow without energy leaves exactly what the hand alone presses as slowly as can be") {
  for (const double force : {0.5, 5.0, 20.0}) {
    const Channels pressed = struck(0, 0, force);
    check_same(struck(1e-300, 3, force), pressed);
    check_same(struck(20e-3, 0, force), pressed);
    CHECK(struck(1e-300, 3, force).dermis_force == pressed.dermis_force);
  }
}

TEST_CASE("[law] a weak hand leaves exactly the blow, a strong one goes deeper, and neither ever takes depth away") {
  const Channels blow = struck(3e-3, 2, 0);
  REQUIRE(blow.all.front().depth > 0);
  check_same(struck(3e-3, 2, 0.2), blow);
  std::vector<double> before(blow.all.size());
  for (int i = 0; i <= 20; ++i) {
    const Channels both = struck(3e-3, 2, 2.0 * i), pressed = struck(0, 0, 2.0 * i);
    for (std::size_t k = 0; k < before.size(); ++k) {
      CHECK(both.all[k].depth == std::max(blow.all[k].depth, pressed.all[k].depth));
      CHECK(both.all[k].depth >= before[k]);
      before[k] = both.all[k].depth;
    }
  }
  CHECK(before[0] > blow.all[0].depth);
  std::fill(before.begin(), before.end(), 0);
  for (const double mass : {0.1e-3, 1e-3, 5e-3, 20e-3, 100e-3}) {
    const Channels heavier = struck(mass, 3, 5);
    for (std::size_t k = 0; k < before.size(); ++k) CHECK(heavier.all[k].depth >= before[k]);
    for (std::size_t k = 0; k < before.size(); ++k) before[k] = heavier.all[k].depth;
  }
}

TEST_CASE("[law] the hand that holds a struck array on meets skin that gives way slowly, not that of the blow") {
  const auto force_of = [](double mass) {
    return inserted(struck_stamp(mass, 3), tests::skin_of(), 3, 0.7).dermis_force;
  };
  CHECK(force_of(1e-300) != doctest::Approx(force_of(0)).epsilon(0.1));  // without a mass it is driven at its speed
}
