#include "percuta/insertion/needle/needle_rest.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "insertion/insertion_fixture.hpp"

using namespace percuta;
using insertion::NeedleLaw;
using insertion::NeedleRest;

namespace {

constexpr double k_length = 2.5e-3;

NeedleLaw law_with(const skin::Mechanics& mechanics, double tip = 6e-6) {
  device::Needle needle = tests::roller().needle;
  needle.tip_radius = certain(tip);
  return insertion::needle_law(needle, tests::even_skin(mechanics), tests::contact(), tests::in_a_second(k_length));
}

NeedleRest rest_of(const skin::Mechanics& mechanics = tests::mechanics(), double tip = 6e-6) {
  return {law_with(mechanics, tip), {1}, k_length};
}

skin::Mechanics opens(double corneum_share, double snap_depth) {
  skin::Mechanics mechanics = tests::mechanics();
  mechanics.corneum_share = certain(corneum_share);
  mechanics.snap_depth = certain(snap_depth);
  return mechanics;
}

}  // namespace

TEST_CASE("[law] depth and dimple add up to the protrusion, whatever the state") {
  for (const double tip : {2e-6, 6e-6, 18e-6}) {
    const NeedleLaw law = law_with(tests::mechanics(), tip);
    const NeedleRest rest = rest_of(tests::mechanics(), tip);
    for (int i = 1; i <= 100; ++i) {
      const double protrusion = k_length * i / 100;
      const NeedleRest::State state = rest.at(protrusion, 0);
      const double dimple = insertion::dimple_under(law, state.force, state.depth);
      CHECK(state.depth + dimple == doctest::Approx(protrusion).epsilon(5e-3));
    }
  }
}

TEST_CASE(
    "[law] the stratum corneum opens at its share of the puncture force, and the tip is at z1 when it has it all") {
  const NeedleLaw law = law_with(opens(0.5, 100e-6));
  const NeedleRest rest = rest_of(opens(0.5, 100e-6));
  const double opens_at = insertion::dimple_under(law, 0.5 * law.puncture_force, 0);
  CHECK(rest.at(0.99 * opens_at, 0).depth == 0);
  CHECK(rest.at(0.99 * opens_at, 0).force < 0.5 * law.puncture_force);
  CHECK(rest.at(1.01 * opens_at, 0).depth > 0);
  const NeedleRest::State last = rest.at(rest.through_at(0) * (1 - 1e-9), 0);
  CHECK(last.depth == doctest::Approx(100e-6).epsilon(1e-3));
  CHECK(last.force == doctest::Approx(law.puncture_force).epsilon(1e-3));
}

TEST_CASE(
    "[law] the later the corneum opens, and the deeper the tip must come, the further a needle is pushed before it "
    "snaps on") {
  CHECK(rest_of(opens(0.5, 150e-6)).through_at(0) > rest_of(opens(0.5, 100e-6)).through_at(0));
  const auto depth = [](double corneum_share) {
    const NeedleRest rest = rest_of(opens(corneum_share, 100e-6));
    return rest.at(0.9 * rest.through_at(0), 0).depth;
  };
  CHECK(depth(0.9) < depth(0.2));
}

TEST_CASE("[law] a blunt tip snaps on when it is through, a sharp one waits until it is resisted as much") {
  const auto jump = [](double tip) {
    const NeedleRest rest = rest_of(tests::mechanics(), tip);
    const double at = rest.through_at(0);
    return rest.at(at + 2e-6, 0).depth - rest.at(at - 1e-9, 0).depth;
  };
  CHECK(jump(18e-6) > 50e-6);
  CHECK(jump(1e-6) < 2e-6);
}

TEST_CASE("[law] a needle pushed further goes deeper, and never deeper than it is pushed") {
  for (const double tip : {1e-6, 6e-6, 18e-6, 60e-6}) {
    const NeedleRest rest = rest_of(tests::mechanics(), tip);
    double before = 0;
    for (int i = 1; i <= 1000; ++i) {
      const double protrusion = k_length * i / 1000;
      const double depth = rest.at(protrusion, 0).depth;
      CHECK(depth >= before - 1e-9);
      CHECK(depth <= protrusion);
      before = depth;
    }
  }
}

TEST_CASE("[law] a needle that takes more to pierce opens the skin later and is through later, then stands as deep") {
  const NeedleLaw law = law_with(tests::mechanics());
  const NeedleRest rest(law, {0.5, 1, 2}, k_length);
  REQUIRE(rest.count() == 3);
  CHECK(rest.through_at(0) < rest.through_at(1));
  CHECK(rest.through_at(1) < rest.through_at(2));
  const double between = 0.5 * (rest.through_at(0) + rest.through_at(2));
  CHECK(rest.at(between, 0).depth >= rest.at(between, 2).depth);
  CHECK(rest.at(k_length, 0).depth == rest.at(k_length, 2).depth);
}

TEST_CASE("[law] skin without a corneum of its own is pierced at once when its puncture force is there") {
  const NeedleRest rest = rest_of(opens(1, 0));
  const double at = rest.through_at(0);
  CHECK(rest.at(at * (1 - 1e-9), 0).depth == 0);
  CHECK(rest.at(at * (1 + 1e-3), 0).depth > 0);
}
