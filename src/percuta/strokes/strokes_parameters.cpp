#include "percuta/strokes/strokes.hpp"

namespace percuta::strokes {
namespace {

void visit_error(Visitor& visitor, const Spec& table, const Spec& what, HandError& error) {
  visitor.table(table, [&](Visitor& inner) {
    Spec spec = what;
    spec.name = "novice";
    inner.quantity(spec, error.novice);
    spec.name = "expert";
    inner.quantity(spec, error.expert);
  });
}

Spec share(std::string_view meaning) {
  return {.name = "", .meaning = meaning, .unit = "1", .min = 0, .max = 2};
}

}  // namespace

void describe(Technique& technique, Visitor& visitor) {
  visitor.quantities({.name = "directions",
                      .meaning = "Directions of the strokes, from the site's x axis",
                      .unit = "deg",
                      .min = -360,
                      .max = 360},
                     technique.directions);
  visitor.count({.name = "passes", .meaning = "Passes over the window in each direction", .min = 1, .max = 100},
                technique.passes);
  visitor.quantity({.name = "speed",
                    .meaning = "Speed of the device over the skin",
                    .unit = "cm/s",
                    .min = 0.1,
                    .max = 100,
                    .spread = Spread::log},
                   technique.speed);
  visitor.quantity({.name = "force",
                    .meaning = "Force of the hand on the device, towards the skin",
                    .unit = "N",
                    .min = 0.01,
                    .max = 50,
                    .spread = Spread::log},
                   technique.force);
  visitor.quantity(
      {.name = "skill", .meaning = "Skill of the hand: 0 first time, 1 expert", .unit = "1", .min = 0, .max = 1},
      technique.skill);
}

void describe(Hand& hand, Visitor& visitor) {
  visit_error(visitor, {.name = "heading", .meaning = "Error of a stroke's direction"},
              {.name = "", .meaning = "Standard deviation of a stroke's direction", .unit = "deg", .min = 0, .max = 90},
              hand.heading);
  visit_error(visitor, {.name = "placement", .meaning = "Error of a track's offset"},
              share("Standard deviation of a track's offset, as a share of the head width"), hand.placement);
  visit_error(visitor, {.name = "bow", .meaning = "Sideways bow of a stroke"},
              share("Standard deviation of a stroke's sideways bow, as a share of its length"), hand.bow);
  visit_error(visitor, {.name = "force_spread", .meaning = "Spread of the force between strokes"},
              share("Coefficient of variation of the force from stroke to stroke"), hand.force_spread);
  visit_error(visitor, {.name = "force_drift", .meaning = "Drift of the force along a stroke"},
              share("Coefficient of variation of the force from the start to the end of a stroke"), hand.force_drift);
  visit_error(visitor, {.name = "overshoot", .meaning = "Run of a stroke beyond the window"},
              {.name = "", .meaning = "Mean run beyond the window's edge", .unit = "mm", .min = 0, .max = 200},
              hand.overshoot);
  visitor.quantity({.name = "track_overlap",
                    .meaning = "Share of the head width that neighbouring tracks are meant to overlap",
                    .unit = "1",
                    .min = 0,
                    .max = 0.95},
                   hand.track_overlap);
}

}  // namespace percuta::strokes
