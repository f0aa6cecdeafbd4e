#include <iterator>

#include "percuta/device/device.hpp"

namespace percuta::device {

namespace {

void describe_size(Needle& needle, Visitor& visitor) {
  visitor.quantity({.name = "length",
                    .meaning = "Length of a needle beyond the body that carries it",
                    .unit = "mm",
                    .min = 0.02,
                    .max = 30},
                   needle.length);
  visitor.quantity({.name = "length_spread",
                    .meaning = "Standard deviation of the length from needle to needle",
                    .unit = "mm",
                    .min = 0,
                    .max = 1},
                   needle.length_spread);
  visitor.quantity({.name = "diameter",
                    .meaning = "Diameter of a needle at its base; of a pyramid, the side of its square",
                    .unit = "mm",
                    .min = 0.01,
                    .max = 2,
                    .spread = Spread::log},
                   needle.diameter);
  visitor.quantity({.name = "tip_radius",
                    .meaning = "Radius of the rounded tip",
                    .unit = "um",
                    .min = 0.05,
                    .max = 500,
                    .spread = Spread::log},
                   needle.tip_radius);
  visitor.quantity({.name = "taper_share",
                    .meaning = "Share of the length that tapers, from the tip",
                    .unit = "1",
                    .min = 0.01,
                    .max = 1},
                   needle.taper_share);
  visitor.quantity({.name = "bore",
                    .meaning = "Inner diameter of a hollow needle; left out = solid",
                    .unit = "mm",
                    .min = 0,
                    .max = 2,
                    .is_optional = true},
                   needle.bore);
}

void describe_release(Needle& needle, Visitor& visitor) {
  visitor.word({.name = "release",
                .meaning = "How a needle that stays gives what it carries: it dissolves, its coat does, or it swells",
                .is_optional = true,
                .choices = {std::begin(k_releases), std::end(k_releases)},
                .default_text = "\"nothing\""},
               needle.release);
  visitor.quantity({.name = "coating",
                    .meaning = "Thickness of the dry coat of a coated needle",
                    .unit = "um",
                    .min = 0,
                    .max = 200,
                    .spread = Spread::log,
                    .is_optional = true},
                   needle.coating);
}

}  // namespace

void describe(Needle& needle, Visitor& visitor) {
  describe_size(needle, visitor);
  visitor.word({.name = "shape",
                .meaning = "How the tapered part is cut: round, with four sides, or aslant",
                .is_optional = true,
                .choices = {"cone", "pyramid", "bevel"},
                .default_text = "\"cone\""},
               needle.shape);
  visitor.word({.name = "material",
                .meaning = "What a needle is made of, a file of data/materials",
                .default_text = "\"steel\""},
               needle.material);
  visitor.points({.name = "profile",
                  .meaning = "Measured outline [height above the tip, radius], from the tip up, instead of a taper",
                  .unit = "mm",
                  .min = 0,
                  .max = 30,
                  .is_optional = true},
                 needle.profile);
  describe_release(needle, visitor);
}

void describe(Strength& strength, Visitor& visitor) {
  visitor.quantity({.name = "youngs_modulus",
                    .meaning = "Young's modulus of the needle's material",
                    .unit = "GPa",
                    .min = 0.001,
                    .max = 1000,
                    .spread = Spread::log},
                   strength.youngs_modulus);
  visitor.quantity({.name = "yield_stress",
                    .meaning = "Stress at which the material yields in compression, or breaks if it is brittle",
                    .unit = "MPa",
                    .min = 0.1,
                    .max = 20000,
                    .spread = Spread::log},
                   strength.yield_stress);
  visitor.quantity({.name = "shear_stress",
                    .meaning = "Shear stress at which the material fails",
                    .unit = "MPa",
                    .min = 0.1,
                    .max = 20000,
                    .spread = Spread::log},
                   strength.shear_stress);
}

void describe(Wear& wear, Visitor& visitor) {
  visitor.quantity({.name = "uses",
                    .meaning = "Sessions that the needles have done before the first of the study",
                    .unit = "1",
                    .min = 0,
                    .max = 1000},
                   wear.uses);
  visitor.quantity({.name = "tip_growth",
                    .meaning = "By how much the tip's radius grows with each session",
                    .unit = "um",
                    .min = 0,
                    .max = 100},
                   wear.tip_growth);
  visitor.quantity(
      {.name = "bent_share", .meaning = "Share of the needles that are bent", .unit = "1", .min = 0, .max = 1},
      wear.bent_share);
  visitor.quantity(
      {.name = "bend", .meaning = "How far the tip of a bent needle stands aside", .unit = "mm", .min = 0, .max = 5},
      wear.bend);
  visitor.quantity(
      {.name = "missing_share", .meaning = "Share of the needles that have come off", .unit = "1", .min = 0, .max = 1},
      wear.missing_share);
}

}  // namespace percuta::device
