#include "percuta/insertion/impact.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "insertion/spring_fixture.hpp"

using namespace percuta;
using insertion::Impact;
using insertion::impact_of;
using insertion::impact_protrusion;
using tests::k_spring;
using tests::spring;

namespace {

/// Ten needles whose springs take the whole blow at 0.4 mm.
Impact blow() {
  Impact impact;
  impact.speed = 2;
  impact.needles = 10;
  impact.mass = 10 * k_spring * 0.4e-3 * 0.4e-3 / (impact.speed * impact.speed);
  return impact;
}

}  // namespace

TEST_CASE("[law] on rigid ground a mass caught by springs stops where they have taken up its energy") {
  CHECK(impact_protrusion(spring(), blow()) == doctest::Approx(0.4e-3).epsilon(2e-3));
  Impact fast = blow();
  fast.speed = 4;
  CHECK(impact_protrusion(spring(), fast) == doctest::Approx(0.8e-3).epsilon(2e-3));
}

TEST_CASE("[law] ground without inertia shares the blow as a spring does, and a soft body behind the needles alike") {
  Impact soft = blow();
  soft.dent = 1 / k_spring;
  CHECK(impact_protrusion(spring(), soft) == doctest::Approx(0.4e-3 / std::sqrt(2.0)).epsilon(5e-3));
  Impact backed = blow();
  backed.backing = 1 / k_spring;
  CHECK(impact_protrusion(spring(), backed) == doctest::Approx(0.4e-3 / std::sqrt(2.0)).epsilon(5e-3));
  backed.backing = 10 / k_spring;
  CHECK(impact_protrusion(spring(), backed) < 0.2e-3);  // it swallows the blow
}

TEST_CASE("[law] ground that gives more than the needles shares the blow all the same, however slowly it comes") {
  for (const double speed : {0.01, 0.3, 3.0}) {
    Impact soft = blow();
    soft.speed = speed;
    soft.dent = 5 / k_spring;
    soft.mass = 10 * k_spring * 0.4e-3 * 0.4e-3 / (speed * speed);
    CHECK(impact_protrusion(spring(), soft) == doctest::Approx(0.4e-3 / std::sqrt(6.0)).epsilon(5e-3));
  }
}

TEST_CASE("[law] free ground is held by its inertia alone: as much of it as the needles push against") {
  Impact free = blow();
  free.dent = 1e9;  // nothing springs back
  free.impedance = 1e9;
  CHECK(impact_protrusion(spring(), free) == doctest::Approx(0.4e-3).epsilon(2e-3));
  free.impedance = 1e-9;
  CHECK(impact_protrusion(spring(), free) < 0.01e-3);
}

TEST_CASE("[law] a faster and lighter mass of the same energy goes deeper where the ground has inertia") {
  const auto at = [](double speed) {
    Impact impact = blow();
    impact.mass *= (impact.speed / speed) * (impact.speed / speed);
    impact.speed = speed;
    impact.dent = 20 / k_spring;
    impact.impedance = 1;
    return impact_protrusion(spring(), impact);
  };
  CHECK(at(3) > at(1));
  CHECK(at(1) > at(0.1));
}

TEST_CASE("[law] more needles share the blow, and none goes beyond its length") {
  Impact twice = blow();
  twice.needles *= 2;
  CHECK(impact_protrusion(spring(), twice) == doctest::Approx(0.4e-3 / std::sqrt(2.0)).epsilon(5e-3));
  Impact heavy = blow();
  heavy.mass *= 100;
  CHECK(impact_protrusion(spring(), heavy) == doctest::Approx(1e-3));
}

TEST_CASE("[law] the dent of a bed gives less over bone, and heavier skin resists its motion more") {
  const insertion::Bed bed{100, 5e-3};
  const device::Device stamp = tests::stamp("grid", 100);
  const Impact usual = impact_of(stamp, tests::skin_of(), bed, 5e-3, 1);
  CHECK(usual.mass == 5e-3);
  CHECK(usual.needles == 100);
  CHECK(usual.backing == 0);
  skin::Skin thin = tests::skin_of();
  thin.layers[4].bottom = thin.layers[4].top + 0.5e-3;
  CHECK(impact_of(stamp, thin, bed, 5e-3, 1).dent < usual.dent);
  skin::Skin heavy = tests::skin_of();
  heavy.mechanics.density = certain(2200);
  CHECK(impact_of(stamp, heavy, bed, 5e-3, 1).impedance == doctest::Approx(std::sqrt(2.0) * usual.impedance));
}
