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

void visit_pattern(Visitor& visitor, const Spec& table, InjectionPattern& pattern) {
  visitor.table(table, [&](Visitor& inner) {
    inner.quantity({.name = "spacing", .meaning = "From point to point", .unit = "mm", .min = 0.2, .max = 100},
                   pattern.spacing);
    inner.quantity(
        {.name = "angle", .meaning = "Of the needle off the skin's plane", .unit = "deg", .min = 5, .max = 90},
        pattern.angle);
    inner.quantity(
        {.name = "depth", .meaning = "Of the injection, along the needle", .unit = "mm", .min = 0.05, .max = 30},
        pattern.depth);
  });
}

void describe_places(Technique& technique, Visitor& visitor) {
  visitor.quantity({.name = "spacing",
                    .meaning = "Between places or injections; left out: side by side, or the pattern's own",
                    .unit = "mm",
                    .min = 0.2,
                    .max = 100,
                    .is_optional = true},
                   technique.spacing);
  visitor.quantity({.name = "angle",
                    .meaning = "Of the needles off the skin's plane; left out: square to it, or the pattern's own",
                    .unit = "deg",
                    .min = 5,
                    .max = 90,
                    .is_optional = true},
                   technique.angle);
  visitor.quantity(
      {.name = "depth",
       .meaning = "Along the needles to which they are set; left out: their whole length, or the pattern's",
       .unit = "mm",
       .min = 0.05,
       .max = 30,
       .is_optional = true},
      technique.depth);
  visitor.quantity({.name = "hold",
                    .meaning = "How long the device is held at each place",
                    .unit = "s",
                    .min = 0,
                    .max = 3600,
                    .spread = Spread::log,
                    .is_optional = true},
                   technique.hold);
  visitor.word({.name = "endpoint",
                .meaning = "What ends the session before the passes are done; left out: nothing",
                .is_optional = true,
                .choices = {"even bleeding"}},
               technique.endpoint);
}

Spec share(std::string_view meaning) {
  return {.name = "", .meaning = meaning, .unit = "1", .min = 0, .max = 2};
}

Spec seconds(std::string_view meaning) {
  return {.name = "", .meaning = meaning, .unit = "s", .min = 0, .max = 600, .spread = Spread::log};
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
                    .meaning = "Speed of the device over the skin; of an injection, towards it",
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
  visitor.quantity({.name = "stretch",
                    .meaning = "Tension that the other hand adds to the skin",
                    .unit = "N/m",
                    .min = 0,
                    .max = 200,
                    .is_optional = true},
                   technique.stretch);
  visitor.word({.name = "pattern",
                .meaning = "How injections are laid",
                .is_optional = true,
                .choices = {"nappage", "papule", "point by point"}},
               technique.pattern);
  describe_places(technique, visitor);
}

void describe(Hand& hand, Visitor& visitor) {
  visit_error(visitor, {.name = "heading", .meaning = "Error of a stroke's direction"},
              {.name = "", .meaning = "Standard deviation of a stroke's direction", .unit = "deg", .min = 0, .max = 90},
              hand.heading);
  visit_error(visitor, {.name = "placement", .meaning = "Error of the offset of a track or place"},
              {.name = "", .meaning = "Standard deviation of the offset", .unit = "mm", .min = 0, .max = 100},
              hand.placement);
  visit_error(visitor, {.name = "bow", .meaning = "Sideways bow of a stroke"},
              share("Standard deviation of a stroke's sideways bow, as a share of its length"), hand.bow);
  visit_error(visitor, {.name = "force_spread", .meaning = "Spread of the force between strokes"},
              share("Coefficient of variation of the force from stroke to stroke"), hand.force_spread);
  visit_error(visitor, {.name = "force_drift", .meaning = "Drift of the force along a stroke"},
              share("Coefficient of variation of the force from the start to the end of a stroke"), hand.force_drift);
  visit_error(visitor, {.name = "overshoot", .meaning = "Run of a stroke beyond the window"},
              {.name = "", .meaning = "Mean run beyond the window's edge", .unit = "mm", .min = 0, .max = 200},
              hand.overshoot);
  visit_error(visitor, {.name = "angle", .meaning = "Error of the angle of needles that are held aslant"},
              {.name = "", .meaning = "Standard deviation of the angle", .unit = "deg", .min = 0, .max = 45},
              hand.angle);
  visit_error(visitor, {.name = "speed_spread", .meaning = "Spread of the speed over the skin"},
              share("Coefficient of variation of the speed from stroke to stroke"), hand.speed_spread);
  visit_error(visitor, {.name = "dwell", .meaning = "Standing still where a stroke begins and ends"},
              seconds("Mean time at either end of a stroke"), hand.dwell);
  visit_error(visitor, {.name = "lift", .meaning = "From one track or place to the next"},
              seconds("Time to lift the device and set it down again"), hand.lift);
  visit_error(visitor, {.name = "change", .meaning = "From one direction to the next, or to another patch"},
              seconds("Time to turn the device, stretch the skin anew or take another patch"), hand.change);
  visit_error(visitor, {.name = "skip", .meaning = "Tracks and places that are left out"},
              {.name = "", .meaning = "Chance that one of several is left out", .unit = "1", .min = 0, .max = 1},
              hand.skip);
  visitor.quantity({.name = "bleeding_density",
                    .meaning = "Strikes into the dermis per area that the eye takes for bleeding",
                    .unit = "1/cm2",
                    .min = 0,
                    .max = 100000,
                    .spread = Spread::log},
                   hand.bleeding_density);
  visitor.quantity({.name = "bleeding_share",
                    .meaning = "Share of the window that must bleed to be taken for even",
                    .unit = "1",
                    .min = 0,
                    .max = 1},
                   hand.bleeding_share);
  visitor.quantity({.name = "track_overlap",
                    .meaning = "Share of the head that neighbouring tracks or places are meant to overlap",
                    .unit = "1",
                    .min = 0,
                    .max = 0.95},
                   hand.track_overlap);
}

void describe(InjectionPatterns& patterns, Visitor& visitor) {
  visit_pattern(visitor, {.name = "nappage", .meaning = "Many shallow pricks close together"}, patterns.nappage);
  visit_pattern(visitor, {.name = "papule", .meaning = "Small bumps just under the surface"}, patterns.papule);
  visit_pattern(visitor, {.name = "point_by_point", .meaning = "Few deep injections far apart"},
                patterns.point_by_point);
}

}  // namespace percuta::strokes
