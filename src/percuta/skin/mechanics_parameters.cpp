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

}  // namespace

void describe(Mechanics& mechanics, Visitor& visitor) {
  visitor.quantity({.name = "indentation_modulus",
                    .meaning = "Plane-strain modulus of the skin indented by a needle from above",
                    .unit = "MPa",
                    .min = 0.001,
                    .max = 1000,
                    .spread = Spread::log},
                   mechanics.indentation_modulus);
  visitor.quantity({.name = "dermis_modulus",
                    .meaning = "Plane-strain modulus of the dermis under a needle's load",
                    .unit = "MPa",
                    .min = 0.0001,
                    .max = 1000,
                    .spread = Spread::log},
                   mechanics.dermis_modulus);
  visitor.quantity({.name = "fat_modulus",
                    .meaning = "Plane-strain modulus of the fat",
                    .unit = "kPa",
                    .min = 0.01,
                    .max = 100000,
                    .spread = Spread::log},
                   mechanics.fat_modulus);
  visitor.quantity({.name = "muscle_modulus",
                    .meaning = "Plane-strain modulus of muscle under the fat",
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
  visitor.quantity(
      {.name = "tension", .meaning = "Tension in the plane of the resting skin", .unit = "N/m", .min = 0, .max = 1000},
      mechanics.tension);
  visitor.quantity({.name = "relaxation_time",
                    .meaning = "Time in which a load on the skin relaxes",
                    .unit = "s",
                    .min = 0.0001,
                    .max = 1000,
                    .spread = Spread::log},
                   mechanics.relaxation_time);
  visitor.quantity({.name = "relaxed_share",
                    .meaning = "Slow modulus over the instantaneous one",
                    .unit = "1",
                    .min = 0.01,
                    .max = 1},
                   mechanics.relaxed_share);
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
  visitor.quantity({.name = "cutting_energy",
                    .meaning = "Energy per new surface that a tip must bring to cut into the skin",
                    .unit = "J/m2",
                    .min = 1,
                    .max = 100000,
                    .spread = Spread::log},
                   mechanics.cutting_energy);
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
