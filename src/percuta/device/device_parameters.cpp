#include "percuta/device/device.hpp"

namespace percuta::device {

void describe(Needle& needle, Visitor& visitor) {
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
  visitor.quantity(
      {.name = "diameter", .meaning = "Diameter of a needle at its base", .unit = "mm", .min = 0.01, .max = 2},
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
  visitor.word({.name = "material", .meaning = "What a needle is made of", .default_text = "\"steel\""},
               needle.material);
}

void describe(Drum& drum, Visitor& visitor) {
  visitor.quantity(
      {.name = "diameter", .meaning = "Diameter of the drum without its needles", .unit = "mm", .min = 2, .max = 200},
      drum.diameter);
  visitor.quantity({.name = "width", .meaning = "Width of the drum's needle field", .unit = "mm", .min = 1, .max = 300},
                   drum.width);
  visitor.count({.name = "rows", .meaning = "Rows of needles across the width", .min = 1, .max = 1000}, drum.rows);
  visitor.count({.name = "columns", .meaning = "Needles round the drum in each row", .min = 1, .max = 1000},
                drum.columns);
  visitor.flag({.name = "staggered",
                .meaning = "Whether every other row stands half a needle pitch further round the drum",
                .default_text = "false"},
               drum.is_staggered);
  visitor.quantity({.name = "rolling_share",
                    .meaning = "Where the rolling radius lies between drum surface (0) and tip circle (1)",
                    .unit = "1",
                    .min = 0,
                    .max = 1},
                   drum.rolling_share);
}

void describe(Head& head, Visitor& visitor) {
  visitor.count({.name = "needles", .meaning = "Needles of the head", .min = 1, .max = 100000}, head.needles);
  visitor.quantity(
      {.name = "width", .meaning = "Width of the head across its path", .unit = "mm", .min = 0.01, .max = 300},
      head.width);
  visitor.quantity({.name = "frequency",
                    .meaning = "Strokes of the piston per second, 0 for stamps and patches",
                    .unit = "Hz",
                    .min = 0,
                    .max = 1000},
                   head.frequency);
}

void describe(Device& device, Visitor& visitor) {
  visitor.word({.name = "title", .meaning = "What people call the device"}, device.title);
  visitor.word({.name = "kind", .meaning = "How the device works", .choices = kinds()}, device.kind);
  visitor.word(
      {.name = "setting", .meaning = "Who may use the device, and where", .choices = {"home", "institute", "clinic"}},
      device.setting);
  visitor.words({.name = "systems",
                 .meaning = "Systems of the articles that the device stands for",
                 .is_optional = true,
                 .default_text = "[]"},
                device.systems);
  visit_table(visitor, {.name = "needle", .meaning = "One needle of the device"}, device.needle);
  visit_table(visitor, {.name = "drum", .meaning = "The drum of a roller", .is_optional = true}, device.drum);
  visit_table(
      visitor,
      {.name = "head", .meaning = "The head of a pen, stamp, patch, injector or RF device", .is_optional = true},
      device.head);
}

}  // namespace percuta::device
