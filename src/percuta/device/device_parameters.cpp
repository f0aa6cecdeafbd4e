#include "percuta/device/device.hpp"
#include "percuta/device/layout.hpp"

namespace percuta::device {

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

namespace {

void describe_layout(Head& head, Visitor& visitor) {
  visitor.word({.name = "layout",
                .meaning = "How the needles stand: square grid, hexagons, rings, staggered rows, or at [positions]",
                .is_optional = true,
                .choices = layouts(),
                .default_text = "\"grid\""},
               head.layout);
  visitor.count({.name = "rows",
                 .meaning = "Lines of needles that lie across the path; left out = as square as can be",
                 .min = 0,
                 .max = 1000,
                 .is_optional = true},
                head.rows);
  visitor.quantity({.name = "pitch",
                    .meaning = "Distance between neighbouring needles; left out = fill the width",
                    .unit = "mm",
                    .min = 0,
                    .max = 50,
                    .spread = Spread::log,
                    .is_optional = true},
                   head.pitch);
  visitor.points({.name = "outline",
                  .meaning = "Corners of a shaped patch round its middle, x along the path; cuts a grid or hexagons",
                  .unit = "mm",
                  .min = -300,
                  .max = 300,
                  .is_optional = true},
                 head.outline);
  visitor.points({.name = "positions",
                  .meaning = "Where the needles of layout csv stand round the head's middle, x along the path",
                  .unit = "mm",
                  .min = -300,
                  .max = 300,
                  .is_optional = true},
                 head.positions);
}

}  // namespace

void describe(Head& head, Visitor& visitor) {
  visitor.count({.name = "needles",
                 .meaning = "Needles of the head; left out = as many as the positions, or as fit into the outline",
                 .min = 1,
                 .max = static_cast<double>(k_most_needles),
                 .is_optional = true},
                head.needles);
  visitor.quantity({.name = "width",
                    .meaning = "Width of the head across its path",
                    .unit = "mm",
                    .min = 0.01,
                    .max = 300,
                    .spread = Spread::log},
                   head.width);
  visitor.quantity({.name = "frequency",
                    .meaning = "Strokes of the piston per second, 0 for stamps and patches",
                    .unit = "Hz",
                    .min = 0,
                    .max = 1000},
                   head.frequency);
  describe_layout(head, visitor);
  visitor.quantity({.name = "stroke",
                    .meaning = "Travel of the piston from end to end; left out = it has none",
                    .unit = "mm",
                    .min = 0,
                    .max = 10,
                    .spread = Spread::log,
                    .is_optional = true},
                   head.stroke);
  visitor.quantity({.name = "aperture",
                    .meaning = "Radius of the guide ring that holds the skin round the needles; left out = none",
                    .unit = "mm",
                    .min = 0,
                    .max = 50,
                    .spread = Spread::log,
                    .is_optional = true},
                   head.aperture);
}

void describe(Applicator& applicator, Visitor& visitor) {
  visitor.quantity(
      {.name = "speed", .meaning = "Speed at which the needles meet the skin", .unit = "m/s", .min = 0, .max = 20},
      applicator.speed);
  visitor.quantity({.name = "mass",
                    .meaning = "Mass that moves with the needles, 0 = driven by the force alone",
                    .unit = "g",
                    .min = 0,
                    .max = 1000,
                    .spread = Spread::log},
                   applicator.mass);
  visitor.quantity({.name = "pad_radius",
                    .meaning = "Radius of what presses on the needles' back: a thumb, a plate",
                    .unit = "mm",
                    .min = 0.1,
                    .max = 200},
                   applicator.pad_radius);
  visitor.quantity({.name = "backing_modulus",
                    .meaning = "Young's modulus of what carries the needles",
                    .unit = "MPa",
                    .min = 0.001,
                    .max = 1000000,
                    .spread = Spread::log},
                   applicator.backing_modulus);
  visitor.quantity({.name = "backing_thickness",
                    .meaning = "Thickness of what carries the needles",
                    .unit = "mm",
                    .min = 0.01,
                    .max = 50},
                   applicator.backing_thickness);
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
  visit_table(
      visitor,
      {.name = "strength", .meaning = "Of the needles' material, instead of data/materials", .is_optional = true},
      device.strength);
  visit_table(visitor, {.name = "wear", .meaning = "What use has done to the needles", .is_optional = true},
              device.wear);
  visit_table(visitor, {.name = "drum", .meaning = "The drum of a roller", .is_optional = true}, device.drum);
  visit_table(
      visitor,
      {.name = "head", .meaning = "The head of a pen, stamp, patch, injector or RF device", .is_optional = true},
      device.head);
  visit_table(visitor,
              {.name = "applicator", .meaning = "What drives a stamp, patch or RF head in", .is_optional = true},
              device.applicator);
}

}  // namespace percuta::device
