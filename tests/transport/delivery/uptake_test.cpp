#include "percuta/transport/delivery/uptake.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "percuta/base/each_quantity.hpp"
#include "transport/delivery/delivery_fixture.hpp"

using namespace percuta;
using tests::k_day;
using tests::k_hour;
using transport::Uptake;

namespace {

/// One tracer, one kind of hole, a film that dries: every knob at hand.
struct Knobs {
  tests::Tracer of;
  transport::Rates rates = tests::plain_rates(of);
  transport::Active active = tests::tracer(of);
  transport::Treatment treatment;
  closure::Clocks clocks = tests::lasting();
  int holes = 5;

  Knobs() {
    rates.channel.product_share = certain(0.3);
    rates.surface.mobility = certain(0.3);
    treatment.composition = tests::watery(0.01, 3e-5);
    treatment.composition.vehicle.water = certain(0.7);
    treatment.composition.vehicle.oil = certain(0.1);
    treatment.application = {.amount = 0.02, .apply = 120};
    clocks.dry_rate = 1 / k_hour;  // as in the open, slower when covered
    clocks.covered_rate = 0.1 / k_hour;
  }
  Uptake deliver() const {
    transport::Treatment with = treatment;
    with.actives = {{"tracer", active}};
    closure::Clocks caring = clocks;
    caring.care = {treatment.application.apply, treatment.application.apply + treatment.application.cover, 0, 0};
    return transport::deliver(tests::lattice(holes, 5e-3, 15e-6, 150e-6), tests::round_skin(5e-3), caring, with, rates,
                              {});
  }
};

using Change = std::function<void(Knobs&)>;

double treated(const Knobs& knobs, double time) {
  const Uptake uptake = knobs.deliver();
  return tests::at(uptake, taken_up(uptake, uptake.actives[0].amount), time);
}
double intact(const Knobs& knobs, double time) {
  const Uptake uptake = knobs.deliver();
  return tests::at(uptake, taken_up(uptake, uptake.actives[0].intact), time);
}

/// Turned up, each raises what `of` tells; `base` is changed first where a knob needs company.
struct Turn {
  std::string name;
  Change less, more;
  Change base = [](Knobs&) {};
  double (*of)(const Knobs&, double) = treated;
  double time = 4 * k_hour;
};

void an_oil(Knobs& knobs) {
  knobs.active.log_kow = certain(2.5);
}
void an_acid(Knobs& knobs) {
  knobs.active.ionises = "acid";
  knobs.active.pka = certain(4);
}

void check(const std::vector<Turn>& turns) {
  for (const Turn& turn : turns) {
    CAPTURE(turn.name);
    Knobs low, high;
    turn.base(low);
    turn.base(high);
    turn.less(low);
    turn.more(high);
    CHECK(turn.of(high, turn.time) > 1.01 * turn.of(low, turn.time));
  }
}

/// A substance, a product that holds it and the rates of all: everything that the data may say.
struct Trial {
  transport::Active active = tests::substance(250, 2.5);
  transport::Active next;  ///< what it may turn into
  transport::Composition composition = tests::watery(0.01, 3e-5);
  transport::Rates rates = tests::transport_rates();
};

std::vector<Trial> trials() {
  Trial oily, oilier, sugar, plus, minus, measured;
  oily.composition.vehicle.water = certain(0.6);
  oily.composition.vehicle.oil = certain(0.1);
  oily.active.unbound = certain(0.2);
  oily.active.solubility = certain(1);
  transport::Conversion conversion;
  conversion.layers = {"dermis", "viable_epidermis"};
  conversion.rate = certain(1e-5);
  oily.active.conversion = {conversion};
  oilier.active = tests::substance(400, 9);  // beyond what the laws were fitted on
  sugar.active = tests::substance(300, -4);
  plus.active = minus.active = tests::substance(150, 2);
  plus.active.ionises = "base";
  plus.active.pka = certain(8.5);
  plus.composition.vehicle.ph = certain(5);
  minus.active.ionises = "acid";
  minus.active.pka = certain(4);
  minus.composition.vehicle.ph = certain(4.5);
  measured.active.permeability = certain(1e-8);
  return {oily, oilier, sugar, plus, minus, measured};
}

/// Applies to each quantity of a trial in turn, under the name of what it is part of.
void walk(Trial& trial, const OnQuantity& told) {
  each_quantity([&](Visitor& visitor) { describe(trial.rates, visitor); }, "rates.", told);
  each_quantity([&](Visitor& visitor) { describe(trial.active, visitor); }, "active.", told);
  each_quantity([&](Visitor& visitor) { describe(trial.composition, visitor); }, "product.", told);
}

/// What a study can tell of it: in the open and, for the first hours, under a cover.
std::vector<double> answers(const Trial& trial) {
  transport::Treatment treatment;
  treatment.composition = trial.composition;
  treatment.application = {.amount = 0.02, .apply = 120, .cover = 2 * k_hour};
  treatment.actives = {{"tracer", trial.active}};
  const Uptake uptake = transport::deliver(tests::lattice(2, 2e-3, 25e-6, 150e-6), tests::round_skin(2e-3),
                                           tests::lasting(), treatment, trial.rates, {});
  const transport::ActiveCourse& course = uptake.actives.front();
  std::vector<double> all = {course.permeability};
  for (const auto* amounts : {&course.amount, &course.intact}) {
    for (const std::vector<double>& place : *amounts) all.insert(all.end(), place.begin(), place.end());
  }
  all.insert(all.end(), course.unbound.begin(), course.unbound.end());
  return all;
}

/// Another number in the place of one that is there or of one that is left out.
void turn(const Spec& spec, Quantity& quantity) {
  static const Units units;
  const double least = units.to_si(spec.min, spec.unit), most = units.to_si(spec.max, spec.unit);
  const bool is_there = transport::is_given(quantity) && quantity.value != 0;
  const double other = is_there ? 1.1 * quantity.value : least > 0 ? std::sqrt(least * most) : 0.1 * most;
  quantity = certain(other > most ? 0.9 * quantity.value : other);
}

}  // namespace

TEST_CASE("[unit] rates of the surface, of holes and of follicles each turn the uptake the way they should") {
  check({
      {"mobility", [](Knobs& k) { k.rates.surface.mobility = certain(0.05); },
       [](Knobs& k) { k.rates.surface.mobility = certain(0.9); }},
      {"left_over, the less the stronger what is left", [](Knobs& k) { k.rates.surface.left_over = certain(0.5); },
       [](Knobs& k) { k.rates.surface.left_over = certain(0.02); }},
      {"fluid", [](Knobs& k) { k.rates.channel.fluid = certain(1.5); },
       [](Knobs& k) { k.rates.channel.fluid = certain(5); }},
      {"product_share, of what dissolves in oil", [](Knobs& k) { k.rates.channel.product_share = certain(0.05); },
       [](Knobs& k) { k.rates.channel.product_share = certain(0.9); }, an_oil},
      {"follicle_share, before what tissue holds has come through",
       [](Knobs& k) { k.rates.corneum.follicle_share = certain(0.02); },
       [](Knobs& k) { k.rates.corneum.follicle_share = certain(0.3); },
       [](Knobs& k) { k.rates.corneum.wet_uptake_water = k.rates.corneum.dry_uptake_water = certain(50); }, intact,
       2 * k_hour},
  });
}

TEST_CASE("[unit] everything of a vehicle and of a strength turns the uptake the way it should") {
  check({
      {"strength", [](Knobs& k) { k.treatment.composition.active[0].strength = certain(0.01); },
       [](Knobs& k) { k.treatment.composition.active[0].strength = certain(0.02); }},
      {"water, that dries off", [](Knobs& k) { k.treatment.composition.vehicle.water = certain(0.3); },
       [](Knobs& k) { k.treatment.composition.vehicle.water = certain(0.8); }, [](Knobs&) {}, intact},
      {"oil, the less the looser", [](Knobs& k) { k.treatment.composition.vehicle.oil = certain(0.3); },
       [](Knobs& k) { k.treatment.composition.vehicle.oil = certain(0.01); }, an_oil},
      {"pH of an acid", [](Knobs& k) { k.treatment.composition.vehicle.ph = certain(6); },
       [](Knobs& k) { k.treatment.composition.vehicle.ph = certain(3); },
       [](Knobs& k) {
         an_oil(k);
         an_acid(k);
         k.active.permeability = certain(1e-12);
       },
       intact, k_day},
      {"evaporation", [](Knobs& k) { k.treatment.composition.vehicle.evaporation = certain(1e-6); },
       [](Knobs& k) { k.treatment.composition.vehicle.evaporation = certain(1e-4); }, [](Knobs&) {}, treated, 900},
      {"partition, the less the looser", [](Knobs& k) { k.treatment.composition.vehicle.partition = certain(3); },
       [](Knobs& k) { k.treatment.composition.vehicle.partition = certain(0.3); }, [](Knobs&) {}, intact},
  });
}

TEST_CASE("[unit] when, how much, how often, how long: all of an application turns the uptake the way it should") {
  const auto lasting_film = [](Knobs& k) { k.treatment.application.amount = 0.2; };
  check({
      {"amount", [](Knobs& k) { k.treatment.application.amount = 0.01; },
       [](Knobs& k) { k.treatment.application.amount = 0.04; }},
      {"apply, the sooner", [](Knobs& k) { k.treatment.application.apply = 2 * k_hour; },
       [](Knobs& k) { k.treatment.application.apply = 120; }, lasting_film},
      {"apply, after the needles rather than before", [](Knobs& k) { k.treatment.application.apply = -1800; },
       [](Knobs& k) { k.treatment.application.apply = 120; }},
      {"cover, holes stay open", [](Knobs& k) { k.treatment.application.cover = 0; },
       [](Knobs& k) { k.treatment.application.cover = k_day; },
       [](Knobs& k) {
         k.treatment.application.amount = 2;
         k.treatment.composition.vehicle.evaporation = certain(0);
       },
       treated, k_day},
      {"cover, stratum corneum is wet", [](Knobs& k) { k.treatment.application.cover = 0; },
       [](Knobs& k) { k.treatment.application.cover = k_day; },
       [](Knobs& k) {
         k.treatment.composition.vehicle.evaporation = certain(0);
         k.rates.corneum.dry_factor = certain(0.33);
       },
       intact},
      {"times", [](Knobs& k) { k.treatment.application.times = 1; },
       [](Knobs& k) {
         k.treatment.application.times = 3;
         k.treatment.application.every = k_hour;
       }},
      {"every, the sooner again the more", [](Knobs& k) { k.treatment.application.every = 3 * k_hour; },
       [](Knobs& k) { k.treatment.application.every = k_hour; }, [](Knobs& k) { k.treatment.application.times = 2; }},
      {"wash, the later", [](Knobs& k) { k.treatment.application.wash = 1200; },
       [](Knobs& k) { k.treatment.application.wash = 3 * k_hour; }, lasting_film},
  });
}

TEST_CASE("[unit] holes, how far they are open and whether the skin lives turn the uptake the way they should") {
  check({
      {"holes", [](Knobs& k) { k.holes = 2; }, [](Knobs& k) { k.holes = 8; }},
      {"barrier conductance", [](Knobs& k) { k.clocks.elastic_share = 0.9; },
       [](Knobs& k) { k.clocks.elastic_share = 0; }},
      {"closing, the slower", [](Knobs& k) { k.clocks.dry_rate = 3 / k_hour; },
       [](Knobs& k) { k.clocks.dry_rate = 0.3 / k_hour; }, [](Knobs& k) { k.treatment.application.amount = 0.2; }},
  });
  Knobs living, bench;
  bench.treatment.is_living = false;
  const Uptake one = living.deliver(), other = bench.deliver();
  CHECK(other.actives[0].amount[other.place("receptor")].back() > 0);
  CHECK(one.actives[0].amount[one.place("blood")].back() > 0);
  CHECK_THROWS(static_cast<void>(other.place("blood")));
}

TEST_CASE("[law] without saturation twice the strength is twice of everything") {
  Knobs once, twice;
  twice.treatment.composition.active[0].strength = certain(0.02);
  const Uptake one = once.deliver(), two = twice.deliver();
  for (std::size_t place = 0; place < one.places.size(); ++place) {
    for (std::size_t t = 0; t < one.times.size(); ++t) {
      CHECK(two.actives[0].amount[place][t] == doctest::Approx(2 * one.actives[0].amount[place][t]).epsilon(1e-6));
    }
  }
}

TEST_CASE("[law] every number that the data may say of what gets in shows in an answer") {
  const std::vector<Trial> all = trials();
  std::vector<std::vector<double>> usual;
  std::set<std::string> paths;
  for (const Trial& trial : all) {
    usual.push_back(answers(trial));
    Trial copy = trial;
    walk(copy, [&](const std::string& path, const Spec&, Quantity&) { paths.insert(path); });
  }
  CHECK(paths.size() > 60);
  for (const std::string& wanted : paths) {
    CAPTURE(wanted);
    bool shows = false;
    for (std::size_t i = 0; i < all.size() && !shows; ++i) {
      Trial turned = all[i];
      bool is_there = false;
      walk(turned, [&](const std::string& path, const Spec& spec, Quantity& quantity) {
        if (path != wanted) return;
        turn(spec, quantity);
        is_there = true;
      });
      shows = is_there && answers(turned) != usual[i];
    }
    CHECK(shows);
  }
}

TEST_CASE("[law] twice the area with twice the holes takes up twice as much, and as much per area") {
  const tests::Tracer of;
  const auto per_area = [&](double width, int columns) {
    skin::Skin skin = tests::round_skin(4e-3);
    skin.window = skin.outline = {{0, 0}, {width, 0}, {width, 4e-3}, {0, 4e-3}};
    std::vector<transport::Hole> holes;
    for (int i = 0; i < columns; ++i) {
      for (int j = 0; j < 4; ++j) holes.push_back({(i + 0.5) * 1e-3, (j + 0.5) * 1e-3, 25e-6, 150e-6});
    }
    const Uptake uptake = transport::deliver(holes, skin, tests::lasting(), tests::film_of(20e-6, tests::tracer(of)),
                                             tests::plain_rates(of), {});
    return uptake.actives.front().amount;
  };
  const std::vector<std::vector<double>> once = per_area(4e-3, 4), twice = per_area(8e-3, 8);
  for (std::size_t place = 0; place < once.size(); ++place) {
    for (std::size_t t = 0; t < once[place].size(); ++t) {
      CHECK(twice[place][t] == doctest::Approx(once[place][t]).epsilon(1e-3));
    }
  }
}
