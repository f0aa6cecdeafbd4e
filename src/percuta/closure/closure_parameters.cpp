#include "percuta/closure/closure.hpp"

namespace percuta::closure {
namespace {

void describe_barrier(Rates& rates, Visitor& visitor) {
  visitor.quantity({.name = "elastic_share",
                    .meaning = "Share of the leak through a hole that its wall springs shut",
                    .min = 0,
                    .max = 0.95},
                   rates.elastic_share);
  visitor.quantity({.name = "elastic_time",
                    .meaning = "Time in which the wall springs back",
                    .unit = "min",
                    .min = 0.01,
                    .max = 600,
                    .spread = Spread::log},
                   rates.elastic_time);
  visitor.quantity({.name = "dry_half_life",
                    .meaning = "Half-life of the leak through few holes, uncovered, in people",
                    .unit = "h",
                    .min = 0.01,
                    .max = 240,
                    .spread = Spread::log},
                   rates.dry_half_life);
  visitor.quantity({.name = "dry_half_life_rat",
                    .meaning = "The same in skin that is not a person's",
                    .unit = "h",
                    .min = 0.01,
                    .max = 240,
                    .spread = Spread::log},
                   rates.dry_half_life_rat);
  visitor.quantity({.name = "covered_half_life",
                    .meaning = "Half-life of the leak through the holes while covered",
                    .unit = "h",
                    .min = 0.01,
                    .max = 1000,
                    .spread = Spread::log},
                   rates.covered_half_life);
  visitor.quantity({.name = "slowing_open_share",
                    .meaning = "Open share of the surface at which the uncovered half-life is twice as long",
                    .unit = "1",
                    .min = 0.0001,
                    .max = 1,
                    .spread = Spread::log},
                   rates.slowing_open_share);
  visitor.quantity({.name = "closed_share",
                    .meaning = "Share of the first leak at which the barrier counts as whole again",
                    .min = 0.001,
                    .max = 0.9,
                    .spread = Spread::log},
                   rates.closed_share);
}

void describe_person(Rates& rates, Visitor& visitor) {
  visitor.quantity({.name = "age_per_decade",
                    .meaning = "Relative change of all healing times with each decade past the reference age",
                    .min = 0,
                    .max = 1},
                   rates.age_per_decade);
  visitor.quantity(
      {.name = "reference_age", .meaning = "Age from which healing slows", .unit = "year", .min = 15, .max = 60},
      rates.reference_age);
  visitor.quantity({.name = "person_spread",
                    .meaning = "Factor on both half-lives between people, sites and phototypes",
                    .min = 0.1,
                    .max = 10,
                    .spread = Spread::log},
                   rates.person_spread);
}

void describe_pore(Rates& rates, Visitor& visitor) {
  visitor.quantity(
      {.name = "pore_lag", .meaning = "Time before new epidermis moves into a hole", .unit = "h", .min = 0, .max = 100},
      rates.pore_lag);
  visitor.quantity({.name = "pore_speed",
                    .meaning = "Speed of new epidermis along the wall of a hole",
                    .unit = "um/h",
                    .min = 0.1,
                    .max = 200,
                    .spread = Spread::log},
                   rates.pore_speed);
  visitor.quantity({.name = "lined_depth",
                    .meaning = "Depth to which new epidermis lines a hole before it counts as shut",
                    .unit = "um",
                    .min = 1,
                    .max = 10000,
                    .spread = Spread::log},
                   rates.lined_depth);
  visitor.quantity({.name = "pore_covered_factor",
                    .meaning = "Factor on the visible pore's time while covered",
                    .min = 0.1,
                    .max = 20,
                    .spread = Spread::log},
                   rates.pore_covered_factor);
  visitor.quantity({.name = "soothed_factor",
                    .meaning = "Factor on the speed of new epidermis while a cream with panthenol is used",
                    .min = 0.1,
                    .max = 20,
                    .spread = Spread::log},
                   rates.soothed_factor);
  visitor.quantity({.name = "coagulated_factor",
                    .meaning = "Factor on the visible pore's lag when the whole wall is coagulated",
                    .min = 1,
                    .max = 20,
                    .spread = Spread::log},
                   rates.coagulated_factor);
}

}  // namespace

void describe(Rates& rates, Visitor& visitor) {
  describe_barrier(rates, visitor);
  describe_person(rates, visitor);
  describe_pore(rates, visitor);
}

}  // namespace percuta::closure
