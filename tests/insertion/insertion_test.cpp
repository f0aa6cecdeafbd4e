#include "percuta/insertion/insertion.hpp"

#include <doctest/doctest.h>

#include <cstring>
#include <functional>

#include "device/roller_fixture.hpp"
#include "percuta/base/error.hpp"
#include "skin/skin_fixture.hpp"

using namespace percuta;
using insertion::Channel;
using insertion::Channels;

namespace {

struct Case {
  device::Device device = tests::roller();
  skin::Skin skin = tests::skin_of();
  insertion::Contact contact{certain(0.5)};
  double force = 0.7;  // the drum stands off the skin
};

punctures::Punctures strikes(const Case& c, std::size_t n = 40) {
  punctures::Punctures punctures;
  for (std::size_t i = 0; i < n; ++i) {
    punctures::Puncture p;
    p.force = c.force;
    p.length = c.device.needle.length;
    p.in_window = true;
    punctures.all.push_back(p);
  }
  return punctures;
}

Channels insert(const Case& c) {
  return insertion::insert(strikes(c), c.device, c.skin, c.contact, numerics::KernelClone::baseline);
}

/// Depth after `turn` has changed one thing.
double depth(const std::function<void(Case&)>& turn) {
  Case c;
  turn(c);
  return insert(c).all.front().depth;
}

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

TEST_CASE("[law] a blunt needle stops above the dermis") {
  CHECK(depth([](Case& c) {
          c.force = 50;
          c.device.needle.tip_radius = certain(100e-6);
        }) == 0);
}

TEST_CASE("[law] a needle too short to dent the skin to its breaking point never pierces, however hard the hand") {
  CHECK(depth([](Case& c) {
          c.force = 50;
          c.device.needle.length = certain(0.2e-3);
        }) == 0);
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

TEST_CASE("[law] each mechanical constant that resists the needle makes it shallower under the same hand") {
  CHECK(depth([](Case& c) { c.skin.mechanics.cutting_energy = certain(2000); }) < k_usual);
  CHECK(depth([](Case& c) { c.skin.mechanics.opening_pressure = certain(1.2e6); }) < k_usual);
  CHECK(depth([](Case& c) { c.skin.mechanics.friction_stress = certain(13e3); }) < k_usual);
  CHECK(depth([](Case& c) { c.contact.dimple_retained = certain(0.9); }) < k_usual);
}

TEST_CASE("[law] stiffer skin dents less: with the drum on the skin the needle goes deeper") {
  const auto at = [](double modulus) {
    return depth([modulus](Case& c) {
      c.force = 10;
      c.skin.mechanics.indentation_modulus = certain(modulus);
    });
  };
  CHECK(at(3e6) > at(1.5e6));
  CHECK(at(1.5e6) > at(0.8e6));
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
  const Channels channels = insertion::insert(two, c.device, c.skin, c.contact, numerics::KernelClone::baseline);
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

TEST_CASE("[law] channels are the same bytes under every clone") {
  const Case c;
  const Channels expected = insert(c);
  for (const numerics::KernelClone clone : {numerics::KernelClone::v3, numerics::KernelClone::v4}) {
    if (!numerics::can_run(clone)) continue;
    const Channels got = insertion::insert(strikes(c), c.device, c.skin, c.contact, clone);
    CHECK(std::memcmp(got.all.data(), expected.all.data(), got.all.size() * sizeof(Channel)) == 0);
  }
}

TEST_CASE("[unit] no punctures make no channels, and a kind not built yet is refused") {
  Case c;
  CHECK(insertion::insert({}, c.device, c.skin, c.contact, numerics::KernelClone::baseline).all.empty());
  c.device.kind = "pen";
  CHECK_THROWS_AS(insert(c), InputError);
}
