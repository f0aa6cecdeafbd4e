#include "percuta/course/course.hpp"

#include <doctest/doctest.h>

#include <set>

#include "course/course_fixture.hpp"

using namespace percuta;

namespace {

course::Course simulate(const course::Inputs& inputs, std::uint32_t member = 0) {
  return course::simulate(inputs, {7, member, 8});
}

Interval depth_in_place(const course::Inputs& inputs) {
  std::vector<double> depths;
  for (std::uint32_t member = 1; member <= 8; ++member) {
    depths.push_back(simulate(inputs, member).sessions[0].reach.depth_in_place);
  }
  return interval_of(depths);
}

}  // namespace

TEST_CASE("[unit] the chain runs from strokes to depth") {
  const course::Course course = simulate(tests::inputs());
  REQUIRE(course.sessions.size() == 1);
  const course::Session& session = course.sessions[0];
  CHECK_FALSE(session.strokes.empty());
  CHECK(session.channels.all.size() == session.punctures.all.size());
  CHECK(session.coverage.density > 20e4);
  CHECK(session.coverage.density < 80e4);
  CHECK(session.reach.depth_in_place > 0.1e-3);
  CHECK(session.reach.depth_in_place < 1.5e-3);
}

TEST_CASE("[law] the same member of the same seed gives the same course") {
  const course::Course once = simulate(tests::inputs(), 3), again = simulate(tests::inputs(), 3);
  REQUIRE(once.sessions[0].channels.all.size() == again.sessions[0].channels.all.size());
  for (std::size_t i = 0; i < once.sessions[0].channels.all.size(); ++i) {
    REQUIRE(once.sessions[0].channels.all[i].depth == again.sessions[0].channels.all[i].depth);
    REQUIRE(once.sessions[0].punctures.all[i].x == again.sessions[0].punctures.all[i].x);
  }
}

TEST_CASE("[law] sessions use the same device but not the same strokes") {
  course::Inputs inputs = tests::inputs();
  inputs.sessions.push_back(inputs.sessions[0]);
  const course::Course course = simulate(inputs, 2);
  CHECK(course.sessions[0].channels.puncture_force == course.sessions[1].channels.puncture_force);
  CHECK(course.sessions[0].strokes[0].heading != course.sessions[1].strokes[0].heading);
}

TEST_CASE("[law] members differ in what is uncertain, and member 0 keeps the medians") {
  std::set<double> forces;
  for (std::uint32_t member = 0; member <= 8; ++member) {
    forces.insert(simulate(tests::inputs(), member).sessions[0].channels.puncture_force);
  }
  CHECK(forces.size() == 9);
  course::Inputs certain_inputs = tests::inputs();
  Quantity& tip = certain_inputs.sessions[0].device.needle.tip_radius;
  tip.low = tip.high = tip.value;
  CHECK(simulate(certain_inputs).sessions[0].channels.puncture_force ==
        simulate(tests::inputs()).sessions[0].channels.puncture_force);
}

TEST_CASE("[law] the interval of a result widens when one input becomes less certain, and is no share of its value") {
  course::Inputs inputs = tests::inputs();
  const Interval narrow = depth_in_place(inputs);
  Quantity& retained = inputs.knowledge.mechanics.cutting_retained;
  retained.low = 0.1;
  retained.high = 0.9;
  const Interval wide = depth_in_place(inputs);
  CHECK(wide.high - wide.low > 1.5 * (narrow.high - narrow.low));
}

TEST_CASE("[law] every session of every kind of input keeps depths within the needle") {
  course::Inputs inputs = tests::inputs();
  inputs.sessions[0].technique.force = certain(20);
  const course::Course course = simulate(inputs, 1);
  for (const insertion::Channel& channel : course.sessions[0].channels.all) {
    REQUIRE(channel.depth >= 0);
    REQUIRE(channel.depth <= 1.5e-3);
  }
}

TEST_CASE("[unit] measured punctures take the place of strokes, and leave open what they do not say") {
  course::Inputs inputs = tests::inputs();
  inputs.sessions[0].measured = std::vector<punctures::Landing>{{30e-3, 30e-3}, {31e-3, 30e-3}};
  const course::Session session = simulate(inputs).sessions[0];
  CHECK(session.strokes.empty());
  REQUIRE(session.punctures.all.size() == 2);
  CHECK(session.punctures.all[0].length == doctest::Approx(inputs.sessions[0].device.needle.length.value));
  CHECK(session.punctures.all[0].force == doctest::Approx(inputs.sessions[0].technique.force.value));
}

TEST_CASE("[unit] holes that are covered leak for longer") {
  course::Inputs inputs = tests::inputs();
  const double dry = simulate(inputs).sessions[0].clocks.barrier_time;
  inputs.sessions[0].cover = certain(24 * 3600);
  CHECK(dry > 0);
  CHECK(simulate(inputs).sessions[0].clocks.barrier_time > 2 * dry);
}

TEST_CASE("[unit] needles that wear need more force in the next session") {
  course::Inputs inputs = tests::inputs();
  inputs.sessions[0].device.wear.tip_growth = certain(3e-6);
  inputs.sessions.push_back(inputs.sessions[0]);
  const course::Course course = simulate(inputs);
  CHECK(course.sessions[1].channels.puncture_force > course.sessions[0].channels.puncture_force);
}

TEST_CASE(
    "[law] a needle that lands on an open hole slips into it, however little skin guides those that land beside it") {
  course::Inputs inputs = tests::inputs();
  inputs.knowledge.guidance.capture_distance = certain(1e-9);
  const device::Device& device = inputs.sessions[0].device;
  CHECK(course::capture_distance(inputs.knowledge, device) == doctest::Approx(0.5 * 0.7 * 0.25e-3));
  const double narrow = static_cast<double>(simulate(inputs, 1).sessions[0].punctures.holes);
  inputs.sessions[0].device.needle.diameter = certain(1.5e-3);
  CHECK(static_cast<double>(simulate(inputs, 1).sessions[0].punctures.holes) < narrow);
  inputs.knowledge.guidance.capture_distance = certain(2e-3);
  CHECK(course::capture_distance(inputs.knowledge, device) == doctest::Approx(2e-3));
}

TEST_CASE("[law] a product on the skin is followed where somebody asks for it, and nowhere where nobody does") {
  course::Inputs inputs = tests::with_product(tests::inputs());
  const course::Session with = simulate(inputs).sessions[0];
  REQUIRE(with.uptake.actives.size() == 1);
  CHECK(with.uptake.actives[0].dose == doctest::Approx(3e-3));
  const std::vector<double> taken = transport::taken_up(with.uptake, with.uptake.actives[0].amount),
                            intact = transport::taken_up(with.uptake, with.uptake.actives[0].intact);
  CHECK(taken.back() > 1.5 * intact.back());
  const course::Scope reach(inputs, Asked({"insertion.depth_in_place"}));
  CHECK(course::simulate(inputs, {7, 0, 8}, &reach).sessions[0].uptake.is_empty());
  inputs.sessions[0].product.way = course::Way::injected;
  CHECK(simulate(inputs).sessions[0].uptake.is_empty());
}

TEST_CASE("[law] cover counts from when the product is put on; what is put on before the session covers no hole") {
  course::Inputs inputs = tests::with_product(tests::inputs());
  inputs.sessions[0].cover = certain(8 * 3600);
  inputs.sessions[0].product.apply = certain(3600);
  const closure::Care after = simulate(inputs).sessions[0].clocks.care;
  CHECK(after.covered_from == 3600);
  CHECK(after.covered_until == 9 * 3600);
  inputs.sessions[0].product.apply = certain(-3600);
  CHECK(simulate(inputs).sessions[0].clocks.care.covered_until == 0);
}

TEST_CASE("[law] how long the needles are acts on what gets in through the holes that stay alone") {
  course::Inputs inputs = tests::with_product(tests::inputs());
  const course::Course walked = simulate(inputs);
  const transport::DoseMap before = course::dose_map(inputs, walked);
  REQUIRE(before.actives.size() == 1);
  inputs.sessions[0].device.needle.length = certain(5e-3);
  inputs.sessions[0].device.needle.diameter = certain(1e-3);
  CHECK(course::dose_map(inputs, walked).taken_up == before.taken_up);
  inputs.sessions[0].product.amount = certain(0.04);
  CHECK(course::dose_map(inputs, walked).taken_up != before.taken_up);
}

TEST_CASE("[unit] a map of what got in is of the first session, and none where nothing known is put on") {
  const course::Inputs bare = tests::inputs();
  CHECK(course::dose_map(bare, simulate(bare)).actives.empty());
  const course::Inputs inputs = tests::with_product(tests::inputs());
  const transport::DoseMap map = course::dose_map(inputs, simulate(inputs));
  CHECK(map.places.size() > 900);  // of 10 cm2
  CHECK(map.taken_up.at(0).size() == map.places.size());
}
