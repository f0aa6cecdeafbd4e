#include <doctest/doctest.h>

#include <cmath>
#include <set>

#include "device/head_fixture.hpp"
#include "device/roller_fixture.hpp"
#include "percuta/strokes/strokes.hpp"
#include "strokes/hand_fixture.hpp"

using namespace percuta;
using strokes::Stroke;

namespace {

const numerics::Polygon k_window = {{0, 0}, {40e-3, 0}, {40e-3, 30e-3}, {0, 30e-3}};
const Member k_member{7, 0, 32};

std::vector<Stroke> traced(const strokes::Hand& hand, const strokes::Technique& technique,
                           const Member& member = k_member, std::uint32_t session = 1) {
  return strokes::trace(technique, hand, tests::patterns(), tests::roller(), tests::flat_skin(k_window), member,
                        session);
}

std::vector<Stroke> set_down(const strokes::Hand& hand, const device::Device& device,
                             const strokes::Technique& technique = tests::technique()) {
  return strokes::trace(technique, hand, tests::patterns(), device, tests::flat_skin(k_window), k_member, 1);
}

/// Root mean square of something over many strokes of an erring hand.
template <class Value>
double spread_of(const strokes::Hand& hand, double skill, const Value& value) {
  strokes::Technique technique = tests::technique();
  technique.passes = 100;
  technique.skill = certain(skill);
  double sum = 0;
  const std::vector<Stroke> all = traced(hand, technique);
  for (const Stroke& stroke : all) sum += value(stroke) * value(stroke);
  return std::sqrt(sum / static_cast<double>(all.size()));
}

}  // namespace

TEST_CASE("[unit] a perfect hand lays tracks side by side over the whole window") {
  const std::vector<Stroke> all = traced(tests::perfect_hand(), tests::technique());
  REQUIRE(all.size() == 2 * (2 + 2));  // 30 mm take two tracks, so do 40 mm, twice each
  CHECK(all[0].length == doctest::Approx(40e-3));
  CHECK(all[0].start.x == doctest::Approx(0));
  CHECK(all[0].start.y == doctest::Approx(5e-3));
  CHECK(all[1].start.x == doctest::Approx(40e-3));  // and back
  CHECK(all[1].start.y == doctest::Approx(25e-3));
  CHECK(all[4].direction == 1);
  CHECK(all[4].length == doctest::Approx(30e-3));
  for (const Stroke& stroke : all) {
    CHECK(stroke.force_start == doctest::Approx(2));
    CHECK(stroke.force_end == doctest::Approx(2));
    CHECK(stroke.speed == doctest::Approx(0.05));
  }
}

TEST_CASE("[unit] strokes come in order of direction, then pass") {
  const std::vector<Stroke> all = traced(tests::perfect_hand(), tests::technique());
  for (std::size_t i = 1; i < all.size(); ++i) {
    CHECK(all[i - 1].direction * 10 + all[i - 1].pass <= all[i].direction * 10 + all[i].pass);
  }
}

TEST_CASE("[law] more overlap means more tracks") {
  strokes::Hand hand = tests::perfect_hand();
  const std::size_t apart = traced(hand, tests::technique()).size();
  hand.track_overlap = certain(0.5);
  CHECK(traced(hand, tests::technique()).size() == 2 * (3 + 4));
  CHECK(apart == 8);
}

TEST_CASE("[law] more passes mean proportionally more strokes") {
  strokes::Technique technique = tests::technique();
  technique.passes = 6;
  CHECK(traced(tests::perfect_hand(), technique).size() == 24);
}

TEST_CASE("[law] a skew track over a corner is as long as the window is under it") {
  strokes::Technique technique = tests::technique();
  technique.directions = {certain(45 * tests::k_degree)};
  technique.passes = 1;
  for (const Stroke& stroke : traced(tests::perfect_hand(), technique)) {
    CHECK(stroke.length > 0);
    CHECK(stroke.length <= 50e-3);
  }
}

TEST_CASE(
    "[law] every error of the hand spreads as told for a novice, half as much at half skill, not at all for an "
    "expert") {
  const strokes::Hand hand = tests::human_hand();
  const auto heading = [](const Stroke& s) { return std::sin(2 * s.heading) / 2; };  // off the axes
  const auto bow = [](const Stroke& s) { return s.bow / s.length; };
  const auto force = [](const Stroke& s) { return std::sqrt(s.force_start * s.force_end) / 2 - 1; };
  const auto drift = [](const Stroke& s) { return std::log(s.force_end / s.force_start); };
  CHECK(spread_of(hand, 0, heading) == doctest::Approx(8 * tests::k_degree).epsilon(0.1));
  CHECK(spread_of(hand, 0.5, heading) == doctest::Approx(4 * tests::k_degree).epsilon(0.1));
  CHECK(spread_of(hand, 0, bow) == doctest::Approx(0.04).epsilon(0.1));
  CHECK(spread_of(hand, 0, force) == doctest::Approx(0.4).epsilon(0.1));
  CHECK(spread_of(hand, 0, drift) == doctest::Approx(0.3).epsilon(0.1));
  CHECK(spread_of(hand, 1, heading) == doctest::Approx(0));
  CHECK(spread_of(hand, 1, bow) == doctest::Approx(0));
  CHECK(spread_of(hand, 1, force) == doctest::Approx(0));
  CHECK(spread_of(hand, 1, drift) == doctest::Approx(0));
}

TEST_CASE("[law] placement errors move tracks aside, and overshoot makes them longer at both ends") {
  strokes::Hand hand = tests::perfect_hand();
  hand.placement.novice = certain(5e-3);
  const auto aside = [](const Stroke& s) {
    const double across = std::abs(std::sin(s.heading)) > 0.5 ? s.start.x - 20e-3 : s.start.y - 15e-3;
    return std::abs(across) - 10e-3;  // the tracks are meant to run 10 mm off the middle
  };
  CHECK(spread_of(hand, 0, aside) == doctest::Approx(5e-3).epsilon(0.1));
  hand = tests::perfect_hand();
  hand.overshoot.novice = certain(8e-3);
  double sum = 0;
  strokes::Technique technique = tests::technique();
  technique.passes = 100;
  technique.directions = {certain(0)};
  const std::vector<Stroke> all = traced(hand, technique);
  for (const Stroke& s : all) {
    sum += s.length - 40e-3;
    const bool is_back = std::cos(s.heading) < 0;
    CHECK((is_back ? s.start.x >= 40e-3 - 1e-12 : s.start.x <= 1e-12));
    CHECK((is_back ? s.start.x - s.length <= 1e-12 : s.start.x + s.length >= 40e-3 - 1e-12));
  }
  CHECK(sum / static_cast<double>(all.size()) == doctest::Approx(16e-3).epsilon(0.15));
}

TEST_CASE("[law] the force of a shaky hand is never negative and is the wanted one on average") {
  strokes::Hand hand = tests::perfect_hand();
  hand.force_spread.novice = certain(1.5);
  strokes::Technique technique = tests::technique();
  technique.passes = 1000;
  double sum = 0;
  const std::vector<Stroke> all = traced(hand, technique);
  for (const Stroke& s : all) {
    CHECK(s.force_start > 0);
    sum += s.force_start;
  }
  CHECK(sum / static_cast<double>(all.size()) == doctest::Approx(2).epsilon(0.1));
}

TEST_CASE("[law] the same key gives the same strokes; another member or session gives others") {
  const auto first_heading = [](const Member& member, std::uint32_t session) {
    return traced(tests::human_hand(), tests::technique(), member, session).front().heading;
  };
  CHECK(first_heading({7, 1, 32}, 1) == first_heading({7, 1, 32}, 1));
  const std::set<double> others = {first_heading({7, 1, 32}, 1), first_heading({7, 2, 32}, 1),
                                   first_heading({7, 1, 32}, 2), first_heading({8, 1, 32}, 1)};
  CHECK(others.size() == 4);
}

TEST_CASE("[law] the drum starts anywhere in its turn") {
  double low = 1, high = 0;
  strokes::Technique technique = tests::technique();
  technique.passes = 50;
  for (const Stroke& s : traced(tests::perfect_hand(), technique)) {
    low = std::min(low, s.phase);
    high = std::max(high, s.phase);
  }
  CHECK(low < 0.05);
  CHECK(high > 0.95);
}

TEST_CASE("[unit] a stamp is set down place by place, in the direction of the pass and at its applicator's speed") {
  device::Device stamp = tests::stamp("grid", 36);
  stamp.applicator.speed = certain(0.3);
  const std::vector<Stroke> all = set_down(tests::perfect_hand(), stamp);
  REQUIRE(all.size() == 2 * 2 * 12);
  for (const Stroke& s : all) {
    CHECK(s.length == 0);
    CHECK(s.heading == doctest::Approx(s.direction == 0 ? 0 : 90 * tests::k_degree));
    CHECK(s.speed == doctest::Approx(0.3));
    CHECK(s.tilt == 0);
    CHECK(s.depth == 0);
    CHECK(numerics::contains(k_window, s.start));
  }
  stamp.applicator.speed = certain(0);
  CHECK(set_down(tests::perfect_hand(), stamp).front().speed == doctest::Approx(0.05));
}

TEST_CASE("[law] the same skill moves every manner: places stray both ways, as far as tracks do sideways") {
  strokes::Hand hand = tests::perfect_hand();
  hand.placement.novice = certain(2.5e-3);
  strokes::Technique technique = tests::technique();
  technique.directions = {certain(0)};
  technique.passes = 100;
  technique.spacing = certain(10e-3);
  const device::Device stamp = tests::stamp("grid", 36), needle = tests::injector();
  for (const double skill : {0.0, 0.5}) {
    technique.skill = certain(skill);
    for (const device::Device* device : {&stamp, &needle}) {
      const std::vector<Stroke> all = set_down(hand, *device, technique);
      const std::vector<Stroke> meant = set_down(tests::perfect_hand(), *device, technique);
      REQUIRE(all.size() == meant.size());
      double x = 0, y = 0;
      for (std::size_t i = 0; i < all.size(); ++i) {
        x += std::pow(all[i].start.x - meant[i].start.x, 2);
        y += std::pow(all[i].start.y - meant[i].start.y, 2);
      }
      const auto n = static_cast<double>(all.size());
      CHECK(std::sqrt(x / n) == doctest::Approx(2.5e-3 * (1 - skill)).epsilon(0.1));
      CHECK(std::sqrt(y / n) == doctest::Approx(2.5e-3 * (1 - skill)).epsilon(0.1));
    }
  }
}

TEST_CASE("[law] an injection goes in off the normal as its pattern says, and a novice errs in it") {
  for (const Stroke& s : set_down(tests::perfect_hand(), tests::injector())) {
    CHECK(s.tilt == doctest::Approx(45 * tests::k_degree));
    CHECK(s.depth == doctest::Approx(3e-3));
    CHECK(s.speed == doctest::Approx(0.05));
  }
  strokes::Hand hand = tests::perfect_hand();
  hand.angle.novice = certain(10 * tests::k_degree);
  double square = 0;
  const std::vector<Stroke> all = set_down(hand, tests::injector());
  for (const Stroke& s : all) {
    CHECK(s.tilt >= 0);
    CHECK(s.tilt < 90 * tests::k_degree);
    square += std::pow(s.tilt - 45 * tests::k_degree, 2);
  }
  CHECK(std::sqrt(square / static_cast<double>(all.size())) == doctest::Approx(10 * tests::k_degree).epsilon(0.1));
}

TEST_CASE("[law] needles aslant by the technique go in aslant") {
  device::Device rf = tests::stamp("grid", 10);
  rf.kind = "rf";
  strokes::Technique technique = tests::technique();
  technique.angle = certain(20 * tests::k_degree);
  technique.depth = certain(0.5e-3);
  for (const Stroke& s : set_down(tests::perfect_hand(), rf, technique)) {
    CHECK(s.tilt == doctest::Approx(70 * tests::k_degree));
    CHECK(s.depth == doctest::Approx(0.5e-3));
  }
}

TEST_CASE("[law] a hand leaves out places by chance, the rest stay where they were, and one alone is never left out") {
  strokes::Hand hand = tests::human_hand();
  strokes::Technique technique = tests::technique();
  technique.passes = 100;
  const device::Device stamp = tests::stamp("grid", 36);
  const std::vector<Stroke> whole = set_down(hand, stamp, technique);
  hand.skip.novice = certain(0.2);
  const std::vector<Stroke> holed = set_down(hand, stamp, technique);
  CHECK(static_cast<double>(holed.size()) == doctest::Approx(0.8 * static_cast<double>(whole.size())).epsilon(0.05));
  std::set<double> places;
  for (const Stroke& s : whole) places.insert(s.start.x);
  for (const Stroke& s : holed) CHECK(places.count(s.start.x) == 1);
  CHECK(traced(hand, technique).size() < traced(tests::perfect_hand(), technique).size());
  device::Device large = stamp;
  large.head.width = certain(50e-3);
  hand.skip.novice = certain(1);
  CHECK(set_down(hand, large).size() == 2 * 2);
}

TEST_CASE("[law] the hand errs by the same millimetres with a wide head and a narrow one, and between injections") {
  strokes::Hand hand = tests::perfect_hand();
  hand.placement.novice = certain(2e-3);
  const auto aside = [&](const device::Device& device) {
    double sum = 0;
    const std::vector<Stroke> wanted = set_down(tests::perfect_hand(), device), laid = set_down(hand, device);
    REQUIRE(laid.size() == wanted.size());
    for (std::size_t i = 0; i < laid.size(); ++i) sum += std::pow(laid[i].start.y - wanted[i].start.y, 2);
    return std::sqrt(sum / static_cast<double>(laid.size()));
  };
  device::Device narrow = tests::stamp("grid", 16);
  narrow.head.width = certain(3e-3);
  CHECK(aside(narrow) == doctest::Approx(2e-3).epsilon(0.2));
  CHECK(aside(tests::injector()) == doctest::Approx(2e-3).epsilon(0.2));
}

TEST_CASE("[law] the glide's speed spreads from stroke to stroke round the wanted one; a place's does not") {
  strokes::Hand hand = tests::perfect_hand();
  hand.speed_spread.novice = certain(0.3);
  const auto off = [](const Stroke& s) { return s.speed / 0.05 - 1; };
  CHECK(spread_of(hand, 0, off) == doctest::Approx(0.3).epsilon(0.15));
  CHECK(spread_of(hand, 0.5, off) == doctest::Approx(0.15).epsilon(0.15));
  for (const Stroke& place : set_down(hand, tests::stamp("grid", 16))) CHECK(place.speed == doctest::Approx(0.05));
}

TEST_CASE("[law] the device stands at the ends of a stroke as long as told on average, and is held at a place") {
  strokes::Hand hand = tests::perfect_hand();
  hand.dwell.novice = certain(0.4);
  strokes::Technique technique = tests::technique();
  technique.passes = 200;
  double sum = 0;
  const std::vector<Stroke> all = traced(hand, technique);
  for (const Stroke& stroke : all) sum += stroke.dwell;
  CHECK(sum / static_cast<double>(all.size()) == doctest::Approx(0.4).epsilon(0.1));
  technique.hold = certain(3);
  for (const Stroke& place : set_down(hand, tests::stamp("grid", 16), technique)) CHECK(place.dwell == 3);
}

TEST_CASE("[unit] between strokes the device is lifted, between directions it is turned, and each patch is a new one") {
  strokes::Hand hand = tests::perfect_hand();
  hand.lift.novice = certain(2);
  hand.change.novice = certain(10);
  const std::vector<Stroke> all = traced(hand, tests::technique());
  CHECK(all[0].before == 0);
  for (std::size_t i = 1; i < all.size(); ++i) {
    CHECK(all[i].before == (all[i].direction == all[i - 1].direction ? 2 : 10));
  }
  device::Device patch = tests::stamp("grid", 16);
  patch.kind = "patch";
  const std::vector<Stroke> patches = set_down(hand, patch);
  CHECK(patches.at(1).before == 10);
}
