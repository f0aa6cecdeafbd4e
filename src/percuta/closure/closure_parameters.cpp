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
                    .meaning = "Half-life of the leak through a reference hole, uncovered",
                    .unit = "h",
                    .min = 0.01,
                    .max = 240,
                    .spread = Spread::log},
                   rates.dry_half_life);
  visitor.quantity({.name = "covered_half_life",
                    .meaning = "Half-life of the leak through a reference hole while covered",
                    .unit = "h",
                    .min = 0.01,
                    .max = 1000,
                    .spread = Spread::log},
                   rates.covered_half_life);
  visitor.quantity({.name = "closed_share",
                    .meaning = "Share of the first leak at which the barrier counts as whole again",
                    .min = 0.001,
                    .max = 0.9,
                    .spread = Spread::log},
                   rates.closed_share);
}

void describe_geometry(Rates& rates, Visitor& visitor) {
  visitor.quantity(
      {.name = "width_exponent", .meaning = "Power of a hole's width that its half-life follows", .min = -1, .max = 3},
      rates.width_exponent);
  visitor.quantity({.name = "reference_width",
                    .meaning = "Width of the reference hole",
                    .unit = "um",
                    .min = 1,
                    .max = 1000,
                    .spread = Spread::log},
                   rates.reference_width);
  visitor.quantity({.name = "number_exponent",
                    .meaning = "Power of the holes per area that the half-life follows",
                    .min = -1,
                    .max = 2},
                   rates.number_exponent);
  visitor.quantity({.name = "reference_density",
                    .meaning = "Holes per area at which a half-life is as given",
                    .unit = "1/cm2",
                    .min = 0.1,
                    .max = 10000,
                    .spread = Spread::log},
                   rates.reference_density);
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
  visitor.quantity({.name = "pore_covered_factor",
                    .meaning = "Factor on the visible pore's time while covered",
                    .min = 0.1,
                    .max = 20,
                    .spread = Spread::log},
                   rates.pore_covered_factor);
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
  describe_geometry(rates, visitor);
  describe_person(rates, visitor);
  describe_pore(rates, visitor);
}

}  // namespace percuta::closure
