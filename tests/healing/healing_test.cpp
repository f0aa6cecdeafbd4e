#include "percuta/healing/healing.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <functional>

#include "healing/rates_fixture.hpp"
#include "percuta/base/error.hpp"
#include "percuta/base/random.hpp"

using namespace percuta;
using namespace percuta::healing;
using tests::k_day;

namespace {

const Member k_median{7, 0, 8};

device::Needle needle(double width = 0.25e-3) {
  device::Needle needle;
  needle.length = certain(1.5e-3);
  needle.diameter = certain(width);
  needle.tip_radius = certain(10e-6);
  needle.taper_share = certain(0.5);
  return needle;
}

/// Holes at random in the window, so many a square millimetre.
Wounds pattern(const skin::Skin& skin, double density, double depth, std::uint32_t session = 1,
               double width = 0.25e-3) {
  Wounds wounds;
  wounds.needle = needle(width);
  const numerics::Box box = numerics::bounding_box(skin.window);
  Stream stream({1, 0, session, 0, "pattern"});
  const double wide = box.high.x - box.low.x, tall = box.high.y - box.low.y;
  const auto count = static_cast<std::size_t>(density * 1e6 * wide * tall);
  for (std::size_t i = 0; i < count; ++i) {
    const double x = box.low.x + wide * stream.uniform();
    wounds.holes.push_back({x, box.low.y + tall * stream.uniform(), depth, Hole::Kind::pierced});
  }
  return wounds;
}

/// A case of which one thing is turned.
struct Case {
  skin::Skin skin = tests::skin_of(3e-4);
  skin::Person person = tests::person();
  Rates rates = tests::healing_rates();
  double density = 2.3, depth = 0.7e-3;
  std::size_t sessions = 1;
  double interval = 30 * k_day, horizon = 180 * k_day;
  bool has_all_columns = false;
};

State healed(const std::function<void(Case&)>& turn = [](Case&) {}) {
  Case own;
  turn(own);
  std::vector<Wounds> wounds;
  Plan plan;
  for (std::size_t i = 0; i < own.sessions; ++i) {
    wounds.push_back(pattern(own.skin, own.density, own.depth, static_cast<std::uint32_t>(i + 1)));
    plan.visits.push_back({static_cast<double>(i) * own.interval, i});
  }
  plan.horizon = own.horizon;
  plan.has_all_columns = own.has_all_columns;
  return heal(wounds, own.skin, own.person, own.rates, plan, k_median);
}

double gain(const State& state) {
  return state.course.papillary.back().tissue.gain();
}

}  // namespace

TEST_CASE("[unit] a session of a medical roller makes collagen, and its ledger closes") {
  const State state = healed();
  CHECK(gain(state) > 0.02);
  CHECK(state.course.dermis.back().tissue.gain() > 0);
  CHECK(state.stirred_share > 0);
  CHECK(std::abs(state.ledger.mismatch) < 1e-10);
  CHECK(state.ledger.change == doctest::Approx(state.course.dermis.back().tissue.gain()).epsilon(1e-3));
  CHECK(state.killed_volume.front() > 0);
}

TEST_CASE("[law] without a session the skin stays as it is, bit for bit") {
  const State state = healed([](Case& c) { c.sessions = 0; });
  for (const Moment& moment : state.course.papillary) {
    CHECK(moment.tissue.gain() == 0);
    CHECK(moment.tgf_beta == 0);
  }
}

TEST_CASE("[law] depth in the dermis, number of holes and of sessions each make more") {
  const double usual = gain(healed());
  CHECK(gain(healed([](Case& c) { c.depth = 0.2e-3; })) < usual);
  CHECK(gain(healed([](Case& c) { c.density = 5; })) > usual);
  CHECK(gain(healed([](Case& c) { c.sessions = 3; })) > usual);
  CHECK(std::abs(gain(healed([](Case& c) { c.depth = 0.06e-3; }))) < 0.005);  // ends in the epidermis
}

TEST_CASE("[law] no reach of the alarm, or a steeper call, leaves thin and sparse patterns with less") {
  const double usual = gain(healed());
  CHECK(gain(healed([](Case& c) { c.rates.steepness = certain(3); })) < usual);
  const auto narrow = [](Case& c) {
    c.rates.signal_reach = certain(0.02e-3);
    c.rates.recruiting_radius = certain(0.14e-3);
  };
  CHECK(healed(narrow).stirred_share < healed().stirred_share);
}

TEST_CASE("[law] what was observed sets the size: twice the reference's gain is about twice the gain") {
  const auto with = [](double reference) {
    return gain(healed([reference](Case& c) { c.rates.reference_gain = certain(reference); }));
  };
  const double ratio = with(0.5) / with(0.25);
  CHECK(ratio > 1.7);
  CHECK(ratio < 2.6);
}

TEST_CASE("[law] the old make less, diabetics less again, and nothing healthy lasts") {
  const double usual = gain(healed());
  CHECK(gain(healed([](Case& c) { c.person.age = certain(75 * tests::k_year); })) < usual);
  CHECK(gain(healed([](Case& c) { c.person.history = {"diabetes"}; })) < usual);
  CHECK(gain(healed([](Case& c) { c.horizon = 6 * tests::k_year; })) < 0.7 * usual);
}

TEST_CASE("[law] an infection keeps up the inflammation") {
  const auto neutrophils = [](const State& state) {
    double sum = 0;
    for (const Moment& moment : state.course.papillary) sum += moment.tissue.neutrophils;
    return sum;
  };
  CHECK(neutrophils(healed([](Case& c) { c.person.history = {"infection"}; })) > neutrophils(healed()));
}

TEST_CASE("[law] classes give what every piece by itself gives, within two percent") {
  const double classes = gain(healed([](Case& c) { c.sessions = 3; }));
  const double pieces = gain(healed([](Case& c) {
    c.sessions = 3;
    c.has_all_columns = true;
  }));
  CHECK(classes == doctest::Approx(pieces).epsilon(0.02));
}

TEST_CASE("[unit] places of the map know their own course") {
  const State state = healed();
  double least = 1, most = -1;
  for (std::size_t place = 0; place < state.places.size(); place += 50) {
    const LayerCourse course = state.at_place(place);
    CHECK(course.size() == state.course.times.size());
    least = std::min(least, course.back().tissue.gain());
    most = std::max(most, course.back().tissue.gain());
  }
  CHECK(most > least);
}

TEST_CASE("[unit] sessions out of order, beyond the horizon or without wounds are refused") {
  const skin::Skin skin = tests::skin_of(3e-4);
  const std::vector<Wounds> wounds = {pattern(skin, 1, 1e-3)};
  const auto run = [&](std::vector<Visit> visits, double horizon) {
    Plan plan;
    plan.visits = std::move(visits);
    plan.horizon = horizon;
    heal(wounds, skin, tests::person(), tests::healing_rates(), plan, k_median);
  };
  CHECK_THROWS_AS(run({{0, 0}, {0, 0}}, k_day), InputError);
  CHECK_THROWS_AS(run({{0, 0}, {2 * k_day, 0}}, k_day), InputError);
  CHECK_THROWS_AS(run({{0, 1}}, k_day), InputError);
}

TEST_CASE("[unit] a skin without a dermis heals nothing") {
  skin::Skin gel = tests::skin_of(3e-4);
  gel.layers = {{"gel", 0, 1e-2, 1}};
  CHECK(heal({}, gel, tests::person(), tests::healing_rates(), {}, k_median).course.times.empty());
}
