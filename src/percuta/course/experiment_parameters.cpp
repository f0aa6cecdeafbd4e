#include "percuta/course/experiment.hpp"

namespace percuta::course {
namespace {

void describe_drive(Experiment& experiment, Visitor& visitor) {
  visitor.quantity({.name = "speed",
                    .meaning = "Towards the skin; of a device that rolls or glides, over it",
                    .unit = "mm/s",
                    .min = 0.001,
                    .max = 20000,
                    .spread = Spread::log,
                    .is_optional = true},
                   experiment.speed);
  visitor.quantity({.name = "force",
                    .meaning = "On the whole device, at which it stops",
                    .unit = "N",
                    .min = 0.0001,
                    .max = 1000,
                    .spread = Spread::log,
                    .is_optional = true},
                   experiment.force);
  visitor.quantity({.name = "displacement",
                    .meaning = "From first touch, at which it stops",
                    .unit = "mm",
                    .min = 0.001,
                    .max = 50,
                    .spread = Spread::log,
                    .is_optional = true},
                   experiment.displacement);
  visitor.quantity({.name = "energy",
                    .meaning = "Kinetic energy that is spent; without it, of the applicator's mass at its speed",
                    .unit = "mJ",
                    .min = 0.000001,
                    .max = 100000,
                    .spread = Spread::log,
                    .is_optional = true},
                   experiment.energy);
}

void describe_hole(Experiment& experiment, Visitor& visitor) {
  visitor.quantity({.name = "hole_width",
                    .meaning = "Width at the surface of holes that are given instead of made",
                    .unit = "um",
                    .min = 0.1,
                    .max = 5000,
                    .spread = Spread::log,
                    .is_optional = true},
                   experiment.hole_width);
  visitor.quantity({.name = "hole_depth",
                    .meaning = "Depth of holes that are given instead of made",
                    .unit = "um",
                    .min = 0.1,
                    .max = 30000,
                    .spread = Spread::log,
                    .is_optional = true},
                   experiment.hole_depth);
  visitor.quantity({.name = "hole_density",
                    .meaning = "Given holes per area; without it each stands alone",
                    .unit = "1/cm2",
                    .min = 0.01,
                    .max = 100000,
                    .spread = Spread::log,
                    .is_optional = true},
                   experiment.hole_density);
}

void describe_care(Experiment& experiment, Visitor& visitor) {
  visitor.quantity({.name = "covered_from",
                    .meaning = "When the holes are covered, since the needles are out",
                    .unit = "h",
                    .min = 0,
                    .max = 1000,
                    .is_optional = true},
                   experiment.covered_from);
  visitor.quantity({.name = "covered_until",
                    .meaning = "Until when they are covered; without it they stay open to the air",
                    .unit = "h",
                    .min = 0,
                    .max = 1000,
                    .is_optional = true},
                   experiment.covered_until);
  visitor.quantities(
      {.name = "times",
       .meaning = "When the closing curves are drawn, or samples are drawn from a cell, rising; none = standard times",
       .unit = "h",
       .min = 0,
       .max = 10000,
       .default_text = "[]"},
      experiment.times);
}

void describe_cell(Experiment& experiment, Visitor& visitor) {
  visitor.word(
      {.name = "holes",
       .meaning = "Of a diffusion cell's skin; left out = given where their width is, made where a device is named",
       .is_optional = true,
       .choices = {std::string(k_no_holes), std::string(k_given_holes), std::string(k_made_holes)}},
      experiment.holes);
  visitor.quantity({.name = "cell_area",
                    .meaning = "Skin over the receptor of a diffusion cell",
                    .unit = "cm2",
                    .min = 0.01,
                    .max = 100,
                    .spread = Spread::log,
                    .is_optional = true},
                   experiment.cell_area);
  visitor.quantity({.name = "receptor_volume",
                    .meaning = "Of a diffusion cell, under the skin",
                    .unit = "ml",
                    .min = 0.01,
                    .max = 1000,
                    .spread = Spread::log,
                    .is_optional = true},
                   experiment.receptor_volume);
  visitor.quantity({.name = "sampling_volume",
                    .meaning = "Drawn from the receptor each time, and replaced by fresh fluid",
                    .unit = "ml",
                    .min = 0,
                    .max = 1000,
                    .is_optional = true},
                   experiment.sampling_volume);
}

}  // namespace

void describe(Experiment& experiment, Visitor& visitor) {
  visitor.word({.name = "kind",
                .meaning = "What the bench tests",
                .choices = {std::string(k_insertion_test), std::string(k_closure), std::string(k_franz_cell)}},
               experiment.kind);
  visitor.word({.name = "skin",
                .meaning = "A site, or a specimen of data/skin/specimens; empty = the study's site",
                .default_text = "\"\""},
               experiment.skin);
  describe_drive(experiment, visitor);
  describe_hole(experiment, visitor);
  describe_care(experiment, visitor);
  describe_cell(experiment, visitor);
}

}  // namespace percuta::course
