#include "percuta/insertion/drives/drum_balance.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <numbers>

#include "insertion/spring_fixture.hpp"
#include "percuta/insertion/drives/wrap.hpp"
#include "percuta/insertion/loading_rate.hpp"

using namespace percuta;
using insertion::DrumBalance;
using insertion::Ground;
using insertion::NeedleCurve;
using insertion::NeedleRest;

namespace {

constexpr double k_length = 1.5e-3, k_radius = 10e-3;

/// Nothing gives under the drum: the skin does not wrap it.
Ground rigid() {
  Ground ground;
  ground.media = {{1e30, insertion::k_everywhere}};
  return ground;
}

Ground soft() {
  return insertion::ground_of(tests::skin_of(), 1);
}

NeedleCurve curve_of(const insertion::NeedleLaw& law) {
  return {NeedleRest(law, {1}, k_length), k_length};
}

NeedleCurve usual() {
  return curve_of(tests::law_of(tests::roller().needle));
}

/// Of the protrusion over the angle, on flat skin.
double entering_way(double standoff) {
  const double last = std::acos((k_radius + standoff) / (k_radius + k_length));
  return (k_radius + k_length) * std::sin(last) - (k_radius + standoff) * last;
}

}  // namespace

TEST_CASE("[law] more force lets the drum sink, until its surface touches the skin") {
  const DrumBalance drum(tests::roller(), soft(), usual());
  CHECK(drum.standoff(0) == doctest::Approx(k_length));
  double before = 2e-3;
  for (int i = 1; i <= 60; ++i) {
    const double standoff = drum.standoff(0.5 * i);
    CHECK(standoff <= before);
    before = standoff;
  }
  CHECK(drum.standoff(500) == 0);
}

TEST_CASE("[law] on flat skin the drum rests on the sum over its entering needles, averaged over their places") {
  const DrumBalance drum(tests::roller(), rigid(), curve_of(tests::spring_law()));
  const double standoff = drum.standoff(2);
  CHECK(192 / (2 * std::numbers::pi) * tests::k_spring * entering_way(standoff) == doctest::Approx(2).epsilon(2e-3));
}

TEST_CASE("[law] the needles that the skin wraps carry in full depth beside those that enter beyond") {
  const DrumBalance drum(tests::roller(), soft(), curve_of(tests::spring_law()));
  const double standoff = drum.standoff(5);
  const double wrapped = 192 * insertion::wrap_of(tests::roller().drum, soft(), 5) / (std::numbers::pi * k_radius);
  const double entering = 192 / (2 * std::numbers::pi) * entering_way(standoff);
  CHECK(tests::k_spring * (wrapped * (k_length - standoff) + entering) == doctest::Approx(5).epsilon(5e-3));
}

TEST_CASE("[law] soft ground swallows a roller: the same force drives its needles deeper over bone") {
  skin::Skin bone = tests::skin_of(), fat = bone;
  bone.layers[4].bottom = bone.layers[4].top + 0.5e-3;
  fat.layers[4].bottom = fat.layers[4].top + 30e-3;
  const DrumBalance over_bone(tests::roller(), insertion::ground_of(bone, 1), usual());
  const DrumBalance over_fat(tests::roller(), insertion::ground_of(fat, 1), usual());
  for (const double force : {0.7, 1.5, 3.0}) CHECK(over_bone.standoff(force) < over_fat.standoff(force));
}

TEST_CASE("[law] the force for a protrusion brings the needles there, and none what no force does") {
  const DrumBalance drum(tests::roller(), soft(), usual());
  const double force = drum.force_for(0.6e-3);
  CHECK(drum.standoff(force) == doctest::Approx(k_length - 0.6e-3).epsilon(1e-3));
  CHECK(drum.force_for(1.0e-3) > force);
  CHECK(std::isnan(drum.force_for(1.6e-3)));
}

TEST_CASE("[law] more needles or blunter tips carry more") {
  const double standoff = DrumBalance(tests::roller(), soft(), usual()).standoff(3);
  device::Device dense = tests::roller();
  dense.drum.columns = 48;
  CHECK(DrumBalance(dense, soft(), usual()).standoff(3) > standoff);
  device::Device blunt = tests::roller();
  blunt.needle.tip_radius = certain(12e-6);
  CHECK(DrumBalance(blunt, soft(), curve_of(tests::law_of(blunt.needle))).standoff(3) > standoff);
}

TEST_CASE("[unit] the table by force keeps to the balance") {
  const DrumBalance drum(tests::roller(), soft(), usual());
  const insertion::StandoffByForce table(drum, 8);
  for (const double force : {0.0, 2.0, 4.3, 8.0})
    CHECK(table(force) == doctest::Approx(drum.standoff(force)).epsilon(0.02));
  CHECK(table(20) == table(8));
}
