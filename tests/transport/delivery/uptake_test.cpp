#include "percuta/transport/delivery/uptake.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <vector>

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
