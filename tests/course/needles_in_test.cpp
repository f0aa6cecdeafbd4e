#include "percuta/course/needles_in.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <numbers>

#include "course/course_fixture.hpp"

using namespace percuta;
using course::Session;
using course::SessionInputs;
using course::Way;

namespace {

/// Three strikes: one deep, one that did not pierce, one beside the window.
Session struck() {
  Session session;
  session.punctures.all.resize(3);
  session.channels.all.resize(3);
  session.punctures.all[0].in_window = session.punctures.all[1].in_window = true;
  session.channels.all[0].depth = session.channels.all[2].depth = 200e-6;
  return session;
}

SessionInputs patch() {
  SessionInputs own = tests::inputs().sessions[0];
  own.device.needle.length = certain(300e-6);
  own.device.needle.release = "dissolves";
  own.product.way = Way::in_needles;
  own.cover = certain(8 * 3600);
  return own;
}

}  // namespace

TEST_CASE("[unit] needles carry where the product comes in them, all over the window") {
  const SessionInputs own = patch();
  const transport::NeedleLoad load = needle_load(own, own.device, struck().punctures);
  CHECK(load.release == transport::Release::dissolves);
  CHECK(load.needles == 2);
  CHECK(load.worn == 8 * 3600);
  CHECK(load.shape.length == 300e-6);
  CHECK(load.shape.radii.front() == doctest::Approx(device::radius_at(own.device.needle, 0)));
  CHECK(load.shape.radii.back() == doctest::Approx(device::radius_at(own.device.needle, 300e-6)));
  SessionInputs put_on = own;
  put_on.product.way = Way::on_skin;
  CHECK_FALSE(needle_load(put_on, own.device, struck().punctures).is_wanted());
}

TEST_CASE("[law] the hole of a needle in place holds as much as what of the needle is in the skin") {
  const SessionInputs own = patch();
  const transport::NeedleLoad load = needle_load(own, own.device, struck().punctures);
  const std::vector<transport::Hole> holes = filled_holes(struck(), load);
  REQUIRE(holes.size() == 1);
  CHECK(holes.front().depth == 200e-6);
  CHECK(std::numbers::pi * std::pow(holes.front().radius, 2) * 200e-6 ==
        doctest::Approx(volume_between(load.shape, 0, 200e-6)));
}

TEST_CASE("[unit] needles hold their holes open while they are there, and none where none went in") {
  const SessionInputs own = patch();
  const skin::Skin skin = course::skin_of(tests::inputs());
  const transport::Rates& rates = tests::transport_rates();
  transport::NeedleLoad load = needle_load(own, own.device, struck().punctures);
  const double held = course::held_open(struck(), load, skin, rates);
  CHECK(held > 0);
  CHECK(held <= load.worn);
  CHECK(course::held_open(Session(), load, skin, rates) == 0);
  load.release = transport::Release::nothing;
  CHECK(course::held_open(struck(), load, skin, rates) == 0);
}

TEST_CASE("[unit] an injection goes to every point where the needle went in, as deep as its tip") {
  SessionInputs own = patch();
  own.product.way = Way::injected;
  own.product.volume = certain(20e-9);
  own.technique.hold = certain(2);
  own.device.needle.bore = certain(0.2e-3);
  const transport::InjectionLoad load = injection_load(own, own.device, struck());
  CHECK(load.points == 1);
  CHECK(load.bore == doctest::Approx(0.1e-3));
  CHECK(load.duration == 2);
  CHECK(injected_points(struck(), load).front().depth == 200e-6);
  CHECK_FALSE(injection_load(patch(), own.device, struck()).is_wanted());
}
