#include "percuta/course/same_landing.hpp"

#include <doctest/doctest.h>

#include "course/course_fixture.hpp"

using namespace percuta;

namespace {

/// Whether a change of the inputs leaves every landing of the first session where it was.
template <class Change>
bool stays(const Change& change) {
  const course::Inputs own = tests::inputs();
  course::Inputs other = own;
  change(other);
  const skin::Skin a = course::skin_of(own), b = course::skin_of(other);
  return course::lands_alike({own, a}, {other, b}, 1);
}

}  // namespace

TEST_CASE("[law] what is read after the needles have landed moves no landing") {
  CHECK(stays([](course::Inputs&) {}));
  CHECK(stays([](course::Inputs& inputs) { inputs.knowledge.contact.dent_spread.value *= 0.5; }));
  CHECK(stays([](course::Inputs& inputs) { inputs.knowledge.closure.elastic_share.value *= 0.5; }));
  CHECK(stays([](course::Inputs& inputs) { inputs.knowledge.mechanics.dermis_modulus.value *= 2; }));
  CHECK(stays([](course::Inputs& inputs) { inputs.knowledge.skin.dermis.female.value *= 1.2; }));
}

TEST_CASE("[law] what hand, device, site or capture is made of may move them") {
  CHECK_FALSE(stays([](course::Inputs& inputs) { inputs.knowledge.hand.heading.expert.value += 0.01; }));
  CHECK_FALSE(stays([](course::Inputs& inputs) { inputs.knowledge.guidance.capture_distance.value += 1e-3; }));
  CHECK_FALSE(stays([](course::Inputs& inputs) { inputs.knowledge.contact.recoil.value *= 0.5; }));  // of the holes
  CHECK_FALSE(stays([](course::Inputs& inputs) { inputs.knowledge.skin.area.value *= 1.1; }));
  CHECK_FALSE(stays([](course::Inputs& inputs) { inputs.window_area.value *= 0.9; }));
  CHECK_FALSE(stays([](course::Inputs& inputs) { inputs.sessions[0].technique.passes += 1; }));
  CHECK_FALSE(stays([](course::Inputs& inputs) { inputs.sessions[0].device.needle.length.value *= 1.1; }));
  CHECK_FALSE(stays([](course::Inputs& inputs) { inputs.sessions[0].device.kind = "pen"; }));
}

TEST_CASE("[unit] a measured map is not compared") {
  CHECK_FALSE(stays([](course::Inputs& inputs) { inputs.sessions[0].measured.add({}); }));
}

TEST_CASE("[law] a course beside one that lands alike is what it is alone, and takes its landings") {
  const course::Inputs own = tests::inputs();
  const Member member{7, 0, 8};
  const course::Walked before{own, course::walk(own, member)};
  course::Inputs other = own;
  other.knowledge.contact.recoil.value *= 0.5;
  course::Scope scope(other);
  scope.before = &before;
  const course::Course beside = course::walk(other, member, &scope);
  const course::Course alone = course::walk(other, member);
  REQUIRE(beside.sessions[0].punctures.all.size() == alone.sessions[0].punctures.all.size());
  CHECK(beside.sessions[0].strokes.size() == alone.sessions[0].strokes.size());
  CHECK(beside.sessions[0].reach.channel_width == alone.sessions[0].reach.channel_width);
  CHECK(beside.sessions[0].reach.channel_width != before.course.sessions[0].reach.channel_width);
}
