#include "percuta/insertion/insertion.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <functional>

#include "insertion/strikes_fixture.hpp"

using namespace percuta;
using insertion::Channel;
using insertion::Channels;

namespace {

constexpr Member k_member{7, 1, 32};

struct Case {
  device::Device device = tests::roller();
  skin::Skin skin = tests::even_skin();
  insertion::Contact contact = tests::contact();
  double force = 0.7;               // the drum stands off the skin
  double speed = 1.5e-3, tilt = 0;  // in one second
};

punctures::Punctures strikes(const Case& c, std::size_t n = 40) {
  punctures::Punctures punctures = tests::strikes_of(c.device, c.force, n);
  for (punctures::Puncture& p : punctures.all) {
    p.speed = static_cast<float>(c.speed);
    p.tilt = static_cast<float>(c.tilt);
  }
  return punctures;
}

Channels insert(const Case& c) {
  return insertion::insert(strikes(c), c.device, c.skin, c.contact, k_member);
}

/// Depth after `turn` has changed one thing.
double depth(const std::function<void(Case&)>& turn) {
  Case c;
  turn(c);
  return insert(c).all.front().depth;
}

const double k_snap_depth = tests::mechanics().snap_depth;
const double k_usual = depth([](Case&) {});

}  // namespace

TEST_CASE("[unit] a medical roller under a light hand pierces, and not to its full length") {
  const Channels channels = insert({});
  CHECK(channels.all.size() == 40);
  CHECK(channels.all.front().depth > 0.2e-3);
  CHECK(channels.all.front().depth < 1.5e-3);
  CHECK(channels.all.front().force > channels.puncture_force);
  CHECK(channels.puncture_dimple > 0);
}

TEST_CASE("[law] a light hand leaves a blunt needle out") {
  CHECK(depth([](Case& c) {
          c.force = 1;
          c.device.needle.tip_radius = certain(100e-6);
        }) == 0);
}

TEST_CASE(
    "[law] a needle too short to dent the skin to its breaking point never snaps through, however hard the hand") {
  CHECK(depth([](Case& c) {
          c.force = 50;
          c.device.needle.length = certain(0.2e-3);
        }) < k_snap_depth);
}

TEST_CASE("[law] depth never exceeds the needle's length, and beyond the drum's contact no force drives it deeper") {
  const auto at = [](double force) { return depth([force](Case& c) { c.force = force; }); };
  CHECK(at(20) <= 1.5e-3);
  CHECK(at(20) == at(40));
}

TEST_CASE("[law] more force never leaves a needle shallower") {
  double before = 0;
  for (int i = 1; i <= 60; ++i) {
    const double now = depth([i](Case& c) { c.force = 0.05 * i; });
    CHECK(now >= before);
    before = now;
  }
  CHECK(before > 0);
}

TEST_CASE(
    "[law] each constant that resists the needle makes it shallower under the same hand, each that spares it deeper") {
  CHECK(depth([](Case& c) { c.skin.mechanics.cutting_energy = certain(2000); }) < k_usual);
  CHECK(depth([](Case& c) { c.skin.mechanics.opening_pressure = certain(1.2e6); }) < k_usual);
  CHECK(depth([](Case& c) { c.skin.mechanics.friction_stress = certain(13e3); }) < k_usual);
  CHECK(depth([](Case& c) { c.skin.mechanics.cutting_retained = certain(0.6); }) < k_usual);
  CHECK(depth([](Case& c) { c.skin.mechanics.strength = certain(200e6); }) < k_usual);
  const auto pressed = [](double dent_spread) {
    return depth([dent_spread](Case& c) {
      c.force = 20;
      c.contact.dent_spread = certain(dent_spread);
    });
  };
  CHECK(pressed(0.6) > pressed(0.3));
  CHECK(depth([](Case& c) { c.contact.load_depth = certain(0.8); }) > k_usual);
  CHECK(depth([](Case& c) { c.contact.load_depth = certain(0); }) < k_usual);
}

TEST_CASE("[law] faster needles go deeper, by their cutting energy and by the skin's stiffness, each by its exponent") {
  const auto at = [](double speed, double cutting, double relaxation) {
    return depth([=](Case& c) {
      c.speed = speed;
      c.force = 4;
      c.skin.mechanics.cutting_rate_exponent = certain(cutting);
      c.skin.mechanics.relaxation_exponent = certain(relaxation);
      for (skin::Layer& layer : c.skin.layers) layer.modulus = 0.5e6;
    });
  };
  CHECK(at(1, 0.3, 0.15) > at(1e-3, 0.3, 0.15));
  CHECK(at(1, 0.3, 0) >= at(1, 0, 0));
  CHECK(at(1, 0, 0.3) > at(1, 0, 0));
}

TEST_CASE("[law] strikes differ by their place alone: some pierce, some do not, in whatever order they come") {
  Case c;
  c.device = tests::stamp("grid", 400);
  c.skin.mechanics.threshold_spread = certain(0.4);
  punctures::Punctures punctures = strikes(c, 400);
  for (punctures::Puncture& p : punctures.all) p.force = 6;
  const Channels there = insertion::insert(punctures, c.device, c.skin, c.contact, k_member);
  std::reverse(punctures.all.begin(), punctures.all.end());
  const Channels back = insertion::insert(punctures, c.device, c.skin, c.contact, k_member);
  std::size_t least = 0, same = 0;
  for (std::size_t i = 0; i < 400; ++i) {
    CHECK(there.all[i].depth == back.all[399 - i].depth);
    least += there.all[i].depth < there.all[0].depth ? 1 : 0;
    same += there.all[i].depth == there.all[0].depth ? 1 : 0;
  }
  CHECK(same < 400);
  const Channels other = insertion::insert(punctures, c.device, c.skin, c.contact, {7, 2, 32});
  CHECK(std::any_of(other.all.begin(), other.all.end(),
                    [&, i = std::size_t{0}](const Channel& one) mutable { return one.depth != back.all[i++].depth; }));
}

TEST_CASE("[law] how and where the corneum opens decides how deep needles under a light hand come") {
  const auto at = [](double corneum_share, double snap_depth) {
    return depth([=](Case& c) {
      c.device = tests::stamp("grid", 100);
      c.force = 3;
      c.skin.mechanics.corneum_share = certain(corneum_share);
      c.skin.mechanics.snap_depth = certain(snap_depth);
    });
  };
  CHECK(at(0.2, 100e-6) > at(0.9, 100e-6));
  CHECK(at(0.2, 200e-6) > at(0.2, 100e-6));
}

TEST_CASE("[law] what the hand must press with to come to the dermis, pressed with, brings a typical needle there") {
  Case c;
  c.skin = tests::skin_of();  // the dermis begins at 80 um
  const double force = insert(c).dermis_force;
  REQUIRE(force > 0);
  c.force = force * 1.05;
  CHECK(insert(c).all.front().depth > 80e-6);
  c.force = force * 0.9;
  CHECK(insert(c).all.front().depth < 80e-6);
  c.device.needle.length = certain(60e-6);
  CHECK(std::isnan(insert(c).dermis_force));
}

TEST_CASE("[law] stiffer skin dents less: with the drum on the skin the needle goes deeper") {
  const auto at = [](double modulus) {
    return depth([modulus](Case& c) {
      c.force = 10;
      for (skin::Layer& layer : c.skin.layers) layer.modulus = modulus;
      c.skin.beneath_modulus = modulus;
    });
  };
  CHECK(at(3e6) > at(1.5e6));
  CHECK(at(1.5e6) > at(0.8e6));
}

TEST_CASE("[law] a softer dermis leaves the needle of a pressed roller less deep") {
  const auto at = [](double modulus) {
    return depth([modulus](Case& c) {
      c.force = 10;
      c.skin.layers[2].modulus = c.skin.layers[3].modulus = modulus;
    });
  };
  CHECK(at(0.2e6) < at(0.5e6));
}

TEST_CASE("[law] each change to the needle moves the depth the expected way") {
  CHECK(depth([](Case& c) { c.device.needle.tip_radius = certain(9e-6); }) < k_usual);
  CHECK(depth([](Case& c) { c.device.needle.diameter = certain(0.35e-3); }) != k_usual);
  CHECK(depth([](Case& c) { c.device.needle.taper_share = certain(0.3); }) != k_usual);
  CHECK(depth([](Case& c) { c.device.drum.columns = 48; }) < k_usual);
  CHECK(depth([](Case& c) { c.device.drum.diameter = certain(30e-3); }) > k_usual);  // columns further apart
  const auto pressed = [](double length) {
    return depth([length](Case& c) {
      c.force = 10;
      c.device.needle.length = certain(length);
    });
  };
  CHECK(pressed(2.0e-3) > pressed(1.5e-3));
}

TEST_CASE("[law] a needle longer than its neighbours goes deeper") {
  const Case c;
  punctures::Punctures two = strikes(c, 2);
  two.all[1].length += 0.1e-3;
  const Channels channels = insertion::insert(two, c.device, c.skin, c.contact, k_member);
  CHECK(channels.all[1].depth > channels.all[0].depth);
}

TEST_CASE("[unit] tips outside the range of the force data are reported") {
  const auto is_extrapolated = [](double radius) {
    Case c;
    c.device.needle.tip_radius = certain(radius);
    return insert(c).is_extrapolated;
  };
  CHECK_FALSE(is_extrapolated(3e-6));
  CHECK_FALSE(is_extrapolated(18e-6));
  CHECK(is_extrapolated(2e-6));
  CHECK(is_extrapolated(19e-6));
}

TEST_CASE("[unit] no punctures make no channels") {
  const Case c;
  const Channels channels = insertion::insert({}, c.device, c.skin, c.contact, k_member);
  CHECK(channels.all.empty());
  CHECK(channels.puncture_force > 0);
  CHECK(channels.skin_energy == 0);
}

TEST_CASE("[law] a longer needle never lands shallower under the same force, neighbours or not") {
  for (const std::int64_t needles : {1, 100}) {
    double before = 0;
    for (int i = 0; i < 20; ++i) {
      Case c;
      c.device = tests::stamp("grid", needles);
      c.device.needle.length = certain(0.4e-3 + 0.1e-3 * i);
      c.device.needle.taper_share = certain(0.3e-3 / c.device.needle.length);  // the same tip on a longer shaft
      c.force = 0.08 * static_cast<double>(needles);
      const double now = insert(c).all.front().depth;
      CHECK(now >= before - 1e-9);
      before = now;
    }
    CHECK(before > 0);
  }
}

TEST_CASE("[law] a roller's tilt leaves the depth alone, an injector's counts the depth along the normal") {
  const double upright = insert(Case()).all.front().depth;
  Case tilted;
  tilted.tilt = 0.5;
  CHECK(insert(tilted).all.front().depth == upright);
  Case injection;
  injection.device = tests::stamp("grid", 1);
  injection.device.kind = "injector";
  const Channel straight = insert(injection).all.front();
  injection.tilt = 1;
  const Channel slanted = insert(injection).all.front();
  CHECK(slanted.depth == doctest::Approx(straight.depth * std::cos(1.0)));
  CHECK(slanted.residual_depth == doctest::Approx(straight.residual_depth * std::cos(1.0)));
  CHECK(slanted.width == straight.width);
}

TEST_CASE("[law] a pen's piston goes deeper than a roller with the same needle and force, and deeper when faster") {
  Case pen;
  pen.device = tests::pen();
  pen.skin = tests::skin_of();
  pen.force = 5;
  const double slow = insert(pen).all.front().depth;
  pen.speed = 0.5;
  const double fast = insert(pen).all.front().depth;
  CHECK(slow > 0);
  CHECK(fast > slow);
  CHECK(fast <= 1e-3);
  pen.device.head.aperture = certain(0);
  CHECK(insert(pen).all.front().depth < fast);  // no ring holds the skin
}

TEST_CASE("[law] stretched skin dents less under a pen without a guide ring") {
  Case pen;
  pen.device = tests::pen();
  pen.device.head.aperture = certain(0);
  pen.skin = tests::skin_of();
  pen.force = 5;
  const double slack = insert(pen).all.front().depth;
  pen.skin.mechanics.tension = certain(200);
  CHECK(insert(pen).all.front().depth > slack);
}

TEST_CASE("[law] a shot array pierces where the hand alone does not") {
  Case patch;
  patch.device = tests::stamp("grid", 400);
  patch.skin = tests::skin_of();
  patch.force = 2;
  CHECK(insert(patch).all.front().depth == 0);
  patch.device.applicator.mass = certain(20e-3);
  patch.device.applicator.speed = certain(3);
  const Channels shot = insert(patch);
  CHECK(shot.all.front().depth > 0);
  CHECK(shot.skin_energy > 0);
}

TEST_CASE("[law] neighbours raise the array's dent and leave the puncture force alone") {
  Case sparse, dense;
  sparse.device = tests::stamp("grid", 16);
  dense.device = tests::stamp("grid", 400);
  const Channels few = insert(sparse), many = insert(dense);
  CHECK(many.neighbour_share > few.neighbour_share);
  CHECK(many.puncture_force == few.puncture_force);
  CHECK(many.neighbour_share < 1);
}

TEST_CASE("[law] a soft body takes up work, a rigid one none beside the array's dent") {
  Case c;
  c.device = tests::stamp("grid", 16);
  const Channels rigid = insert(c);
  c.device.applicator.backing_modulus = certain(0.1e6);
  c.device.applicator.backing_thickness = certain(2e-3);
  const Channels soft = insert(c);
  CHECK(soft.backing_energy > rigid.backing_energy);
  CHECK(soft.skin_energy == doctest::Approx(rigid.skin_energy));
}

TEST_CASE("[unit] the hole that stays is shallower than the needle was, and needs a needle that was in") {
  const Channels channels = insert({});
  CHECK(channels.all.front().residual_depth > 0);
  CHECK(channels.all.front().residual_depth < channels.all.front().depth);
  CHECK(channels.all.front().width > 0);
  Case blunt;
  blunt.device.needle.tip_radius = certain(100e-6);
  CHECK(insert(blunt).all.front().residual_depth == 0);
  CHECK(insert(blunt).all.front().width == 0);
}

TEST_CASE("[law] a rolled needle that its entry would break fails at less than one that goes in upright") {
  Case c;
  c.device.strength = tests::steel();
  const double upright = insert(c).failure_force;
  CHECK(upright > insert(c).puncture_force);
  c.tilt = 0.5;
  CHECK(insert(c).failure_force == upright);  // steel withstands its entry
  c.device.strength.shear_stress = certain(1e6);
  const Channels weak = insert(c);
  CHECK(weak.failure == "shear");
  CHECK(weak.failure_force < weak.puncture_force);
}
