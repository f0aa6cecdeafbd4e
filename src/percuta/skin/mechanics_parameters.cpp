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
