#include "percuta/skin/mechanics.hpp"

namespace percuta::skin {

namespace {

void describe_tested_tips(Mechanics& mechanics, Visitor& visitor) {
  visitor.quantity({.name = "tested_tip_min",
                    .meaning = "Smallest tip diameter that the cutting energy was measured with",
                    .unit = "um",
                    .min = 0,
                    .max = 1000,
                    .is_optional = true},
                   mechanics.tested_tip_min);
  visitor.quantity({.name = "tested_tip_max",
                    .meaning = "Largest tip diameter that the cutting energy was measured with",
                    .unit = "um",
                    .min = 0,
                    .max = 1000,
                    .is_optional = true},
                   mechanics.tested_tip_max);
}

void describe_moduli(Mechanics& mechanics, Visitor& visitor) {
  visitor.quantity({.name = "corneum_modulus",
                    .meaning = "Plane-strain modulus of the stratum corneum under a needle, after a second",
                    .unit = "MPa",
                    .min = 0.001,
                    .max = 10000,
                    .spread = Spread::log},
                   mechanics.corneum_modulus);
  visitor.quantity({.name = "epidermis_modulus",
                    .meaning = "Plane-strain modulus of the living epidermis under a needle, after a second",
                    .unit = "MPa",
                    .min = 0.001,
                    .max = 1000,
                    .spread = Spread::log},
                   mechanics.epidermis_modulus);
  visitor.quantity({.name = "dermis_modulus",
                    .meaning = "Plane-strain modulus of the dermis under a needle, after a second",
                    .unit = "MPa",
                    .min = 0.0001,
                    .max = 1000,
                    .spread = Spread::log},
                   mechanics.dermis_modulus);
  visitor.quantity({.name = "fat_modulus",
                    .meaning = "Plane-strain modulus of the fat, after a second",
                    .unit = "kPa",
                    .min = 0.01,
                    .max = 100000,
                    .spread = Spread::log},
                   mechanics.fat_modulus);
  visitor.quantity({.name = "muscle_modulus",
                    .meaning = "Plane-strain modulus of muscle under the fat, after a second",
                    .unit = "kPa",
                    .min = 0.01,
                    .max = 100000,
                    .spread = Spread::log},
                   mechanics.muscle_modulus);
  visitor.quantity({.name = "bone_modulus",
                    .meaning = "Plane-strain modulus of bone under the fat",
                    .unit = "GPa",
                    .min = 0.001,
                    .max = 100,
                    .spread = Spread::log},
                   mechanics.bone_modulus);
}

void describe_rates(Mechanics& mechanics, Visitor& visitor) {
  visitor.quantity({.name = "relaxation_exponent",
                    .meaning = "Power of the time under load that the skin's moduli fall with",
                    .unit = "1",
                    .min = 0,
                    .max = 1},
                   mechanics.relaxation_exponent);
  visitor.quantity({.name = "relaxation_from",
                    .meaning = "Time under load before which the moduli fall no more",
                    .unit = "us",
                    .min = 0.01,
                    .max = 1000000,
                    .spread = Spread::log},
                   mechanics.relaxation_from);
  visitor.quantity({.name = "relaxation_until",
                    .meaning = "Time under load after which the moduli fall no more",
                    .unit = "s",
                    .min = 1,
                    .max = 1000000,
                    .spread = Spread::log},
                   mechanics.relaxation_until);
}

void describe_cutting(Mechanics& mechanics, Visitor& visitor) {
  visitor.quantity({.name = "cutting_energy",
                    .meaning = "Energy per new surface that a tip must bring to cut into the skin at 1 mm/s",
                    .unit = "J/m2",
                    .min = 1,
                    .max = 100000,
                    .spread = Spread::log},
                   mechanics.cutting_energy);
  visitor.quantity({.name = "cutting_rate_exponent",
                    .meaning = "Power of the needle's speed that the cutting energy falls with",
                    .unit = "1",
                    .min = 0,
                    .max = 1},
                   mechanics.cutting_rate_exponent);
  visitor.quantity({.name = "cutting_from",
                    .meaning = "Speed below which the cutting energy rises no more",
                    .unit = "mm/s",
                    .min = 0.0001,
                    .max = 1000,
                    .spread = Spread::log},
                   mechanics.cutting_from);
  visitor.quantity({.name = "cutting_until",
                    .meaning = "Speed above which the cutting energy falls no more",
                    .unit = "m/s",
                    .min = 0.001,
                    .max = 1000,
                    .spread = Spread::log},
                   mechanics.cutting_until);
  visitor.quantity({.name = "corneum_share",
                    .meaning = "Share of the puncture force at which the stratum corneum opens",
                    .unit = "1",
                    .min = 0.01,
                    .max = 1},
                   mechanics.corneum_share);
  visitor.quantity({.name = "snap_depth",
                    .meaning = "Depth of the tip when the puncture force is reached and it snaps on",
                    .unit = "um",
                    .min = 0,
                    .max = 2000,
                    .spread = Spread::log},
                   mechanics.snap_depth);
  visitor.quantity({.name = "threshold_spread",
                    .meaning = "Spread of the puncture force from strike to strike, of its logarithm",
                    .unit = "1",
                    .min = 0,
                    .max = 2},
                   mechanics.threshold_spread);
}

}  // namespace

void describe(Mechanics& mechanics, Visitor& visitor) {
  describe_moduli(mechanics, visitor);
  describe_rates(mechanics, visitor);
  visitor.quantity(
      {.name = "tension", .meaning = "Tension in the plane of the resting skin", .unit = "N/m", .min = 0, .max = 1000},
      mechanics.tension);
  visitor.quantity(
      {.name = "density", .meaning = "Mass of the skin per volume", .unit = "kg/m3", .min = 100, .max = 5000},
      mechanics.density);
  visitor.quantity({.name = "strength",
                    .meaning = "Stress at which the skin under a tip fails",
                    .unit = "MPa",
                    .min = 0,
                    .max = 1000,
                    .spread = Spread::log},
                   mechanics.strength);
  describe_cutting(mechanics, visitor);
  visitor.quantity({.name = "cutting_retained",
                    .meaning = "Share of the surface's cutting energy and strength that the crack still takes below it",
                    .unit = "1",
                    .min = 0,
                    .max = 1},
                   mechanics.cutting_retained);
  visitor.quantity({.name = "opening_pressure",
                    .meaning = "Pressure of the skin against a needle that widens its hole",
                    .unit = "MPa",
                    .min = 0,
                    .max = 100,
                    .spread = Spread::log},
                   mechanics.opening_pressure);
  visitor.quantity({.name = "friction_stress",
                    .meaning = "Friction on the buried flank of a needle",
                    .unit = "kPa",
                    .min = 0,
                    .max = 1000,
                    .spread = Spread::log},
                   mechanics.friction_stress);
  describe_tested_tips(mechanics, visitor);
}

}  // namespace percuta::skin
