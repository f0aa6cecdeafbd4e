#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include "percuta/base/error.hpp"
#include "percuta/base/files/data_folder.hpp"
#include "percuta/numerics/geometry/polygon.hpp"
#include "percuta/transport/delivery/uptake.hpp"
#include "transport/delivery/delivery_fixture.hpp"
#include "transport/delivery/needle_fixture.hpp"

using namespace percuta;
using tests::at;
using tests::course_of;
using tests::k_day;
using tests::k_hour;
using tests::Tracer;
using transport::Hole;
using transport::Uptake;

namespace {

/// A product as shipped, on a cheek, with holes as a roller leaves them.
struct Session {
  skin::Skin skin = skin::build(tests::shipped_site("cheek"), tests::shipped_mechanics(), tests::person(), 1e-4);
  transport::Rates rates = tests::transport_rates();
  transport::Treatment treatment;
  std::vector<Hole> holes;
  closure::Clocks clocks;
  transport::DeliveryPlan plan;

  explicit Session(const std::string& product, double per_cm2 = 150) {
    Node file = read_document(source_folder() + "/data/products/" + product + ".toml");
    for (const char* key : {"title", "setting", "contains", "refuse_with"}) file = without(std::move(file), key);
    treatment.composition = read_struct<transport::Composition>(file, nullptr, Units());
    treatment.application = {.amount = 2e-2, .apply = 120};
    for (const std::string& name : tests::shipped_names("actives")) {
      treatment.actives.push_back({name, tests::active(name)});
    }
    std::mt19937 random(3);
    std::uniform_real_distribution<> place(0, 1), spread(0.6, 1.4);
    const numerics::Box box = numerics::bounding_box(skin.window);
    for (int n = 0; n < static_cast<int>(per_cm2);) {
      const Hole hole{box.low.x + place(random) * (box.high.x - box.low.x),
                      box.low.y + place(random) * (box.high.y - box.low.y), 25e-6 * spread(random),
                      150e-6 * spread(random)};
      if (!numerics::contains(skin.window, {hole.x, hole.y})) continue;
      holes.push_back(hole);
      ++n;
    }
    if (per_cm2 > 0) close({50e-6, 150e-6, per_cm2 * 1e4});
  }
  void close(const insertion::HolesLeft& left) {
    const double covered = treatment.application.apply + treatment.application.cover;
    clocks = closure::close(left, skin, tests::person(), {treatment.application.apply, covered, 0, 0},
                            tests::shipped<closure::Rates>("closure.toml"));
  }
  Uptake deliver() const { return transport::deliver(holes, skin, clocks, treatment, rates, plan); }
};

double last_uptake(const Uptake& uptake, const std::string& name) {
  return taken_up(uptake, course_of(uptake, name).amount).back();
}
double last_intact(const Uptake& uptake, const std::string& name) {
  return taken_up(uptake, course_of(uptake, name).intact).back();
}

/// Uptake of the first active after a day [kg/m2].
double after_a_day(const Session& session) {
  const Uptake uptake = session.deliver();
  return last_uptake(uptake, uptake.actives.front().name);
}

}  // namespace

TEST_CASE("[law] all of every active is accounted for, what turns into another included") {
  for (const char* product : {"vitamin-c-15", "retinol-serum", "panthenol-cream", "mesotherapy-vitamins"}) {
    CAPTURE(product);
    Session session(product);
    if (std::string(product) == "retinol-serum") {  // a chain: retinyl palmitate, retinol, lost
      session.treatment.composition.active = {{"retinyl-palmitate", "stated", certain(0.003)},
                                              {"retinol", "stated", certain(0.001)}};
    }
    session.treatment.application.every = 8 * k_hour;
    session.treatment.application.times = 2;
    session.treatment.application.wash = 6 * k_hour;
    const Uptake uptake = session.deliver();
    for (const transport::ActiveCourse& one : uptake.actives) {
      CAPTURE(one.name);
      CHECK(one.mismatch < 1e-9);
      CHECK(one.numerical < 1e-5);
      for (std::size_t t = 0; t < uptake.times.size(); ++t) {
        double there = 0;
        for (const std::vector<double>& place : one.amount) there += place[t];
        CHECK(std::abs(there - one.given[t] - one.gained[t]) < 1e-5 * std::max(one.dose, one.gained.back()));
        for (const std::vector<double>& place : one.amount) CHECK(place[t] >= 0);
      }
    }
  }
}

TEST_CASE("[law] what turns into an active beside its own dose adds to it, amount of substance for amount") {
  Session session("retinol-serum");
  const auto with = [&](const std::vector<transport::Ingredient>& active) {
    session.treatment.composition.active = active;
    return session.deliver();
  };
  const transport::Ingredient ester{"retinyl-palmitate", "stated", certain(0.003)};
  const transport::Ingredient alcohol{"retinol", "stated", certain(0.001)};
  const Uptake both = with({ester, alcohol}), alone = with({alcohol}), only_ester = with({ester});
  CHECK(last_uptake(both, "retinol") ==
        doctest::Approx(last_uptake(alone, "retinol") + last_uptake(only_ester, "retinol")).epsilon(1e-9));
  const transport::ActiveCourse& turned = course_of(only_ester, "retinyl-palmitate");
  const double mol =
      turned.amount[only_ester.place("converted")].back() / tests::active("retinyl-palmitate").molar_mass;
  CHECK(course_of(only_ester, "retinol").gained.back() ==
        doctest::Approx(mol * tests::active("retinol").molar_mass).epsilon(1e-9));
  CHECK(course_of(only_ester, "retinol").dose == 0);
}

TEST_CASE("[law] without holes treated skin is intact skin, to the byte") {
  const Session session("vitamin-c-15", 0);
  const Uptake uptake = session.deliver();
  const transport::ActiveCourse& one = uptake.actives.front();
  CHECK(one.amount == one.intact);
  CHECK(one.unbound == one.intact_unbound);
  CHECK(last_uptake(uptake, one.name) > 0);
}

TEST_CASE("[law] of a homeopathic dilution all is exactly 0, of what is not stated nothing is told") {
  const Uptake uptake = Session("homeopathic-remedy").deliver();
  REQUIRE(uptake.actives.size() == 1);
  for (const std::vector<double>& place : uptake.actives[0].amount) {
    CHECK(place == std::vector<double>(uptake.times.size(), 0.0));
  }
  Session unknown("vitamin-c-15");
  unknown.treatment.composition.active = {{"ascorbic-acid", "not stated", {}}};
  CHECK(unknown.deliver().is_empty());
}

TEST_CASE("[unit] nothing put on and an active that nobody knows are the user's errors") {
  Session session("vitamin-c-15");
  session.treatment.application.amount = 0;
  CHECK_THROWS_AS(session.deliver(), InputError);
  Session stranger("vitamin-c-15");
  stranger.treatment.actives.clear();
  CHECK_THROWS_AS(stranger.deliver(), InputError);
}

TEST_CASE("[law] the same holes on twice the area, twice as many of them, give the same per area") {
  Session small("vitamin-c-15", 0);
  small.skin = tests::round_skin(4e-3);
  small.holes = tests::lattice(4, 4e-3, 25e-6, 150e-6);
  small.close({50e-6, 150e-6, 100e4});
  Session large = small;
  large.skin = tests::round_skin(8e-3);
  large.holes = tests::lattice(8, 8e-3, 25e-6, 150e-6);
  CHECK(after_a_day(large) == doctest::Approx(after_a_day(small)).epsilon(1e-6));
}

TEST_CASE("[law] the order of holes plays no part") {
  Session session("vitamin-c-15");
  const double before = after_a_day(session);
  std::shuffle(session.holes.begin(), session.holes.end(), std::mt19937(11));
  CHECK(after_a_day(session) == doctest::Approx(before).epsilon(1e-9));
}

TEST_CASE("[order] twice the classes, rings or cells in depth change a day's uptake by less than 3 %") {
  for (const char* product : {"vitamin-c-15", "retinol-serum"}) {
    CAPTURE(product);
    Session session(product);
    const double usual = after_a_day(session);
    const auto changed = [&](const std::function<void(transport::DeliveryPlan&)>& change) {
      Session other = session;
      change(other.plan);
      return after_a_day(other) / usual;
    };
    CHECK(changed([](auto& plan) { plan.classes *= 2; }) == doctest::Approx(1).epsilon(0.03));
    CHECK(changed([](auto& plan) { plan.rings = {4, 12, std::sqrt(2)}; }) == doctest::Approx(1).epsilon(0.03));
    CHECK(changed([](auto& plan) { plan.finer = 2; }) == doctest::Approx(1).epsilon(0.03));
  }
}

TEST_CASE("[law] times that are asked are told, and asking changes nothing beside them") {
  Session session("vitamin-c-15");
  const Uptake before = session.deliver();
  session.plan.times = {5 * k_hour + 1, 3 * k_day};
  const Uptake after = session.deliver();
  CHECK(before.times == transport::telling_times({}));
  CHECK(before.times.back() == k_day);
  CHECK(after.times.back() == 3 * k_day);
  CHECK(std::find(after.times.begin(), after.times.end(), 5 * k_hour + 1) != after.times.end());
  CHECK(std::find(after.times.begin(), after.times.end(), 2 * k_day) != after.times.end());
  const std::string name = before.actives[0].name;
  CHECK(at(after, taken_up(after, after.actives[0].amount), k_day) ==
        doctest::Approx(last_uptake(before, name)).epsilon(2e-3));
  for (std::size_t t = 1; t < after.times.size(); ++t) CHECK(after.times[t] > after.times[t - 1]);
}

TEST_CASE("[law] the length of a needle acts through the holes alone; more, wider and deeper ones let more in") {
  Session session("vitamin-c-15");
  session.treatment.application.amount = 2;  // so that it does not run out
  session.treatment.application.cover = k_day;
  session.close({50e-6, 150e-6, 150e4});
  const double usual = after_a_day(session);
  const auto with = [&](const std::function<void(Hole&)>& change) {
    Session other = session;
    for (Hole& hole : other.holes) change(hole);
    return after_a_day(other);
  };
  CHECK(with([](Hole&) {}) == usual);
  CHECK(with([](Hole& hole) { hole.depth *= 1.5; }) > usual);
  CHECK(with([](Hole& hole) { hole.radius *= 1.5; }) > 1.2 * usual);
  CHECK(with([](Hole& hole) { hole.depth = 5e-6; }) < 0.3 * usual);  // within the stratum corneum
  Session fewer = session;
  fewer.holes.resize(fewer.holes.size() / 2);
  CHECK(after_a_day(fewer) < 0.8 * usual);
  CHECK(after_a_day(fewer) > 0.4 * usual);
}

TEST_CASE("[law] intact skin is the same whatever the holes") {
  const Uptake few = Session("vitamin-c-15", 20).deliver(), many = Session("vitamin-c-15", 400).deliver();
  CHECK(few.actives[0].intact == many.actives[0].intact);
  CHECK(last_uptake(few, "ascorbic-acid") > last_intact(few, "ascorbic-acid"));
  CHECK(last_uptake(many, "ascorbic-acid") > last_uptake(few, "ascorbic-acid"));
}

namespace {

constexpr double k_depth = 180e-6;  // [m] of the needles in the skin

/// A patch of dissolving needles as shipped, on a cheek, all of its needles in.
Session patch(transport::Release release = transport::Release::dissolves) {
  Session session("hyaluronic-patch", 0);
  transport::NeedleLoad& load = session.treatment.needles = tests::cones(275e-6, 75e-6, 0);
  load.release = release;
  load.coating = 5e-6;
  const numerics::Box box = numerics::bounding_box(session.skin.window);
  for (const Hole& each : tests::filled_lattice(load, 10, box.high.x - box.low.x, k_depth)) {
    const Hole hole = tests::filled(load, box.low.x + each.x, box.low.y + each.y, k_depth);
    if (numerics::contains(session.skin.window, {hole.x, hole.y})) session.holes.push_back(hole);
  }
  const auto count = static_cast<double>(session.holes.size());
  load.needles = count;
  const double held = held_open(load, {k_depth, numerics::area(session.skin.window) / count}, session.rates);
  session.clocks =
      closure::close({80e-6, 100e-6, count / numerics::area(session.skin.window)}, session.skin, tests::person(),
                     {0, load.worn, 0, 0, held}, tests::shipped<closure::Rates>("closure.toml"));
  return session;
}

double needles_at(const Uptake& uptake, const std::string& name, double time) {
  return at(uptake, course_of(uptake, name).amount[uptake.place("needles")], time);
}

}  // namespace

TEST_CASE("[law] what needles carry is accounted for, in the skin or still on them, and each row from its own flux") {
  for (const transport::Release release :
       {transport::Release::dissolves, transport::Release::coated, transport::Release::swells}) {
    const Session session = patch(release);
    const Uptake uptake = session.deliver();
    for (const transport::ActiveCourse& one : uptake.actives) {
      CAPTURE(one.name);
      CHECK(one.mismatch <= 1e-9);
      CHECK(one.dose > 0);
    }
    CHECK(last_uptake(uptake, "ascorbic-acid") > 0);
  }
}

TEST_CASE("[law] needles hold each active as their product does, give it as they dissolve, and keep what stands out") {
  const Session session = patch();
  const Uptake uptake = session.deliver();
  const transport::NeedleLoad& load = session.treatment.needles;
  const double mass = load.needles * load.mass_of_each(session.rates.needle) / numerics::area(session.skin.window);
  for (const transport::Ingredient& one : session.treatment.composition.active) {
    CHECK(course_of(uptake, one.name).dose == doctest::Approx(mass * one.strength.value).epsilon(1e-6));
    CHECK(needles_at(uptake, one.name, 0) == doctest::Approx(mass * one.strength.value).epsilon(1e-6));
  }
  const std::vector<double>& left = course_of(uptake, "ascorbic-acid").amount[uptake.place("needles")];
  for (std::size_t t = 1; t < left.size(); ++t) CHECK(left[t] <= left[t - 1]);
  const double outside = 1 - volume_between(load.shape, 0, k_depth) / volume_between(load.shape, 0, 275e-6);
  CHECK(left.back() >= 0.999 * outside * left.front());
  CHECK_FALSE(transport::is_taken_up("needles"));
}

TEST_CASE(
    "[law] needles bring in more than the same laid on whole skin, soon of what is small, ever of what is large") {
  const Uptake uptake = patch().deliver();
  const transport::ActiveCourse& small = course_of(uptake, "ascorbic-acid");
  CHECK(at(uptake, taken_up(uptake, small.amount), 1800) > 3 * at(uptake, taken_up(uptake, small.intact), 1800));
  CHECK(last_uptake(uptake, "hyaluronate-50") > 50 * last_intact(uptake, "hyaluronate-50"));
}

TEST_CASE("[law] needles that are taken off early take the rest with them") {
  Session session = patch();
  const double overnight = last_uptake(session.deliver(), "ascorbic-acid");
  session.treatment.needles.worn = 120;
  const Uptake uptake = session.deliver();
  CHECK(last_uptake(uptake, "ascorbic-acid") < 0.7 * overnight);
  CHECK(needles_at(uptake, "ascorbic-acid", k_day) == needles_at(uptake, "ascorbic-acid", 120));
}

TEST_CASE("[law] a gel that swells leads the later the slower it swells, and goes with what it holds") {
  Session session = patch(transport::Release::swells);
  session.treatment.needles.worn = k_hour;
  const Uptake uptake = session.deliver();
  CHECK(needles_at(uptake, "ascorbic-acid", 0) > 0);
  CHECK(at(uptake, course_of(uptake, "ascorbic-acid").amount[uptake.place("surface")], k_day) == 0);
  CHECK(needles_at(uptake, "ascorbic-acid", k_day) > 0.1 * course_of(uptake, "ascorbic-acid").dose);
  session.rates.needle.swelling_time.value *= 10;
  CHECK(last_uptake(session.deliver(), "ascorbic-acid") < last_uptake(uptake, "ascorbic-acid"));
}

TEST_CASE("[law] every number of dissolving needles moves what gets in, and a slower gel what gets in early") {
  const auto with = [](const std::function<void(transport::Rates&)>& turn, double time = 300) {
    Session session = patch();
    turn(session.rates);
    const Uptake uptake = session.deliver();
    return at(uptake, taken_up(uptake, course_of(uptake, "ascorbic-acid").amount), time);
  };
  const double usual = with([](transport::Rates&) {});
  CHECK(with([](transport::Rates& rates) { rates.needle.density.value *= 0.5; }, k_day) <
        0.6 * with([](transport::Rates&) {}, k_day));
  CHECK(with([](transport::Rates& rates) { rates.needle.solubility.value *= 0.2; }) < 0.9 * usual);
  CHECK(with([](transport::Rates& rates) { rates.needle.dissolution.value *= 0.02; }) < 0.9 * usual);
  CHECK(with([](transport::Rates& rates) { rates.needle.molar_mass.value *= 10; }) < 0.95 * usual);
}

namespace {

/// Points in the dermis of a cheek, 3 mm apart.
Session injected(double depth = 0.8e-3, const std::string& product = "mesotherapy-vitamins") {
  Session session(product, 0);
  transport::InjectionLoad& load = session.treatment.injection = {5e-9, 2, 0.1e-3, 0};
  const numerics::Box box = numerics::bounding_box(session.skin.window);
  for (const Hole& each : tests::lattice(3, box.high.x - box.low.x, load.bore, depth)) {
    const Hole point{box.low.x + each.x, box.low.y + each.y, load.bore, depth};
    if (numerics::contains(session.skin.window, {point.x, point.y})) session.holes.push_back(point);
  }
  load.points = static_cast<double>(session.holes.size());
  return session;
}

double at_end(const Uptake& uptake, const std::string& name, const char* place) {
  return course_of(uptake, name).amount[uptake.place(place)].back();
}

}  // namespace

TEST_CASE("[law] what is injected is accounted for, and all of it is in the skin from the first moment on") {
  const Session session = injected();
  const Uptake uptake = session.deliver();
  const transport::InjectionLoad& load = session.treatment.injection;
  for (const char* name : {"ascorbic-acid", "panthenol"}) {
    const transport::ActiveCourse& one = course_of(uptake, name);
    CAPTURE(name);
    CHECK(one.mismatch <= 1e-9);
    const auto& actives = session.treatment.composition.active;
    const auto found =
        std::find_if(actives.begin(), actives.end(), [&](const auto& each) { return each.name == name; });
    CHECK(one.dose ==
          doctest::Approx(load.points * load.volume * concentration(*found) / numerics::area(session.skin.window))
              .epsilon(1e-6));
    CHECK(taken_up(uptake, one.amount).front() == doctest::Approx(one.dose).epsilon(1e-9));
    CHECK(last_uptake(uptake, name) > 5 * last_intact(uptake, name));
  }
  CHECK(uptake.depot_radius > 0.5e-3);
  CHECK(uptake.injection_pressure > 0);
}

TEST_CASE("[law] blood clears a depot, and what comes to lie below the dermis is told apart and stays there") {
  const Uptake shallow = injected(0.5e-3).deliver(), deep = injected(5e-3).deliver();
  CHECK(at_end(shallow, "ascorbic-acid", "blood") > 0.3 * course_of(shallow, "ascorbic-acid").dose);
  CHECK(at_end(deep, "ascorbic-acid", "below") == doctest::Approx(course_of(deep, "ascorbic-acid").dose));
  CHECK(at_end(deep, "ascorbic-acid", "blood") == 0);
  CHECK(deep.below_share == doctest::Approx(1));
}

TEST_CASE("[law] a homeopathic dilution that is injected delivers exactly nothing") {
  const Uptake uptake = injected(0.8e-3, "homeopathic-remedy").deliver();
  REQUIRE(uptake.actives.size() == 1);
  for (const std::vector<double>& place : uptake.actives.front().amount) {
    for (const double amount : place) CHECK(amount == 0);
  }
  CHECK(uptake.actives.front().dose == 0);
}
