#include "percuta/endpoints/endpoints.hpp"

namespace percuta::endpoints {

void describe(RednessMap& map, Visitor& visitor) {
  visitor.quantity({.name = "flare", .meaning = "Weight of the flare in redness", .min = 0, .max = 20}, map.flare);
  visitor.quantity({.name = "flare_loss",
                    .meaning = "Rate at which the flare goes",
                    .unit = "1/day",
                    .min = 0.1,
                    .max = 200,
                    .spread = Spread::log},
                   map.flare_loss);
  visitor.quantity({.name = "flare_wound",
                    .meaning = "Killed volume per area at which the flare is nearly full",
                    .unit = "um",
                    .min = 0.001,
                    .max = 100,
                    .spread = Spread::log},
                   map.flare_wound);
  visitor.quantity({.name = "neutrophils", .meaning = "Weight of neutrophils in redness", .min = 0, .max = 100},
                   map.neutrophils);
  visitor.quantity({.name = "early", .meaning = "Weight of early macrophages in redness", .min = 0, .max = 100},
                   map.early);
  visitor.quantity({.name = "vessels", .meaning = "Weight of new vessels in redness", .min = 0, .max = 100},
                   map.vessels);
  visitor.quantity({.name = "seen", .meaning = "Grade above which redness is seen", .min = 0.01, .max = 4}, map.seen);
}

void describe(BarrierMap& map, Visitor& visitor) {
  visitor.quantity(
      {.name = "untouched", .meaning = "Water that untouched skin loses", .unit = "g/m2/h", .min = 0.5, .max = 60},
      map.untouched);
  visitor.quantity({.name = "extra",
                    .meaning = "Water through holes of a hundredth of the surface",
                    .unit = "g/m2/h",
                    .min = 0,
                    .max = 200},
                   map.extra);
  visitor.quantity({.name = "saturation",
                    .meaning = "Leak, over that of these holes, at which half of it shows",
                    .min = 0.1,
                    .max = 1000,
                    .spread = Spread::log},
                   map.saturation);
  visitor.quantity({.name = "reference_width",
                    .meaning = "Width of these holes",
                    .unit = "um",
                    .min = 1,
                    .max = 1000,
                    .spread = Spread::log},
                   map.reference_width);
  visitor.quantity({.name = "reference_share",
                    .meaning = "Share of the surface that they open",
                    .min = 0.0001,
                    .max = 0.5,
                    .spread = Spread::log},
                   map.reference_share);
}

void describe(BleedingMap& map, Visitor& visitor) {
  visitor.quantity({.name = "dots_time",
                    .meaning = "Time in which red dots fade by e",
                    .unit = "day",
                    .min = 0.01,
                    .max = 30,
                    .spread = Spread::log},
                   map.dots_time);
  visitor.quantity({.name = "dots_seen",
                    .meaning = "Red dots per area, of which fewer are not seen",
                    .unit = "1/cm2",
                    .min = 0.001,
                    .max = 100,
                    .spread = Spread::log},
                   map.dots_seen);
  visitor.quantity({.name = "drying",
                    .meaning = "Rate at which clot dries to crust",
                    .unit = "1/day",
                    .min = 0.05,
                    .max = 50,
                    .spread = Spread::log},
                   map.drying);
  visitor.quantity({.name = "shedding",
                    .meaning = "Rate at which crust falls once the hole is shut",
                    .unit = "1/day",
                    .min = 0.01,
                    .max = 20,
                    .spread = Spread::log},
                   map.shedding);
  visitor.quantity({.name = "crust_seen",
                    .meaning = "Share of the surface under crust, of which less is not seen",
                    .min = 1e-06,
                    .max = 0.5,
                    .spread = Spread::log},
                   map.crust_seen);
  visitor.quantity({.name = "gone_share",
                    .meaning = "Share of the most at which red dots or crust count as gone",
                    .min = 0.001,
                    .max = 0.9,
                    .spread = Spread::log},
                   map.gone_share);
}

void describe(EpidermisMap& map, Visitor& visitor) {
  visitor.quantity({.name = "renewal_time",
                    .meaning = "Time in which the epidermis renews itself",
                    .unit = "day",
                    .min = 3,
                    .max = 120,
                    .spread = Spread::log},
                   map.renewal_time);
  visitor.quantity(
      {.name = "response", .meaning = "More cells made at full response to growth factor", .min = 0, .max = 5},
      map.response);
}

void describe(DermisMap& map, Visitor& visitor) {
  visitor.quantity(
      {.name = "thickening", .meaning = "Thickening of the dermis over its gain of collagen", .min = 0, .max = 2},
      map.thickening);
  visitor.quantity(
      {.name = "echo_exponent", .meaning = "Power of echo density over density of collagen", .min = 0, .max = 5},
      map.echo_exponent);
  visitor.quantity({.name = "firmness_exponent", .meaning = "Power of elasticity over collagen", .min = 0, .max = 3},
                   map.firmness_exponent);
  visitor.quantity({.name = "firmness_new",
                    .meaning = "More elasticity for each unit of new collagen ever made",
                    .min = 0,
                    .max = 5},
                   map.firmness_new);
}

void describe(SmoothingMap& map, Visitor& visitor) {
  visitor.quantity(
      {.name = "wrinkle", .meaning = "Fall of wrinkle depth over the gain of epidermis", .min = 0, .max = 2},
      map.wrinkle);
  visitor.quantity(
      {.name = "expression_line", .meaning = "Share of the effect that a line of expression takes", .min = 0, .max = 1},
      map.expression_line);
  visitor.quantity({.name = "texture", .meaning = "Fall of roughness over the gain of epidermis", .min = 0, .max = 2},
                   map.texture);
  visitor.quantity(
      {.name = "dimples", .meaning = "Fall of dimpling over the dermis' gain of collagen", .min = 0, .max = 2},
      map.dimples);
}

void describe(ScarMap& map, Visitor& visitor) {
  visitor.quantity({.name = "rolling_tether",
                    .meaning = "Share of the rise that ties hold down in rolling scars",
                    .min = 0,
                    .max = 1},
                   map.rolling_tether);
  visitor.quantity({.name = "boxcar_tether", .meaning = "The same in boxcar scars", .min = 0, .max = 1},
                   map.boxcar_tether);
  visitor.quantity({.name = "ice_pick_tether", .meaning = "The same in ice-pick scars", .min = 0, .max = 1},
                   map.ice_pick_tether);
  visitor.quantity(
      {.name = "rolling_weight", .meaning = "Weight of rolling scars among mixed acne scars", .min = 0.001, .max = 1},
      map.rolling_weight);
  visitor.quantity(
      {.name = "boxcar_weight", .meaning = "Weight of boxcar scars among mixed acne scars", .min = 0.001, .max = 1},
      map.boxcar_weight);
  visitor.quantity(
      {.name = "ice_pick_weight", .meaning = "Weight of ice-pick scars among mixed acne scars", .min = 0.001, .max = 1},
      map.ice_pick_weight);
  visitor.quantity({.name = "other_tether",
                    .meaning = "Share of the rise that ties hold down in other sunken scars and in striae",
                    .min = 0,
                    .max = 1},
                   map.other_tether);
  visitor.quantity(
      {.name = "striae_share", .meaning = "Share of the effect on scars that striae take", .min = 0, .max = 3},
      map.striae_share);
}

void describe(AgeSpotMap& map, Visitor& visitor) {
  visitor.quantity({.name = "return_time",
                    .meaning = "Time in which a faded age spot comes back by e",
                    .unit = "day",
                    .min = 5,
                    .max = 2000,
                    .spread = Spread::log},
                   map.return_time);
  visitor.quantity(
      {.name = "shedding", .meaning = "Share of the pigment that goes with the additional cells", .min = 0, .max = 3},
      map.shedding);
}

void describe(PigmentMap& map, Visitor& visitor) {
  visitor.quantity({.name = "stage_time",
                    .meaning = "Time of each of four stages from inflammation to pigment",
                    .unit = "day",
                    .min = 0.5,
                    .max = 60,
                    .spread = Spread::log},
                   map.stage_time);
  visitor.quantity({.name = "fade",
                    .meaning = "Rate at which such pigment fades",
                    .unit = "1/day",
                    .min = 0.0005,
                    .max = 0.5,
                    .spread = Spread::log},
                   map.fade);
  visitor.quantity(
      {.name = "late", .meaning = "Weight of late macrophages beside neutrophils and early ones", .min = 0, .max = 10},
      map.late);
  visitor.quantity({.name = "people_spread",
                    .meaning = "Standard deviation of the logarithm of the threshold between people",
                    .min = 0.05,
                    .max = 10,
                    .spread = Spread::log},
                   map.people_spread);
  visitor.quantity({.name = "type_three", .meaning = "Risk of phototype III over that of IV to VI", .min = 0, .max = 1},
                   map.type_three);
  visitor.quantity(
      {.name = "type_one_two", .meaning = "Risk of phototypes I and II over that of IV to VI", .min = 0, .max = 1},
      map.type_one_two);
}

void describe(NewScarMap& map, Visitor& visitor) {
  visitor.quantity({.name = "width",
                    .meaning = "Width of killed tissue at which half of the holes leave a scar",
                    .unit = "mm",
                    .min = 0.05,
                    .max = 5,
                    .spread = Spread::log},
                   map.width);
  visitor.quantity({.name = "spread",
                    .meaning = "Width over which that share rises",
                    .unit = "mm",
                    .min = 0.001,
                    .max = 1,
                    .spread = Spread::log},
                   map.spread);
  visitor.quantity({.name = "near",
                    .meaning = "Distance within which holes count for a place of the map",
                    .unit = "mm",
                    .min = 0.05,
                    .max = 20,
                    .spread = Spread::log},
                   map.near);
}

void describe(DiscomfortMap& map, Visitor& visitor) {
  visitor.quantity(
      {.name = "size", .meaning = "Size of discomfort of a strike a square centimetre, 1 mm deep", .min = 0, .max = 5},
      map.size);
  visitor.quantity({.name = "depth_exponent", .meaning = "Power of depth in discomfort", .min = 0, .max = 3},
                   map.depth_exponent);
  visitor.quantity({.name = "density_exponent", .meaning = "Power of density in discomfort", .min = 0, .max = 2},
                   map.density_exponent);
  visitor.quantity({.name = "numbed", .meaning = "Factor on discomfort after a numbing cream", .min = 0, .max = 1},
                   map.numbed);
}

void describe(GradeMap& map, Visitor& visitor) {
  visitor.quantity({.name = "people_spread",
                    .meaning = "Standard deviation of a change over its mean, between people",
                    .min = 0.01,
                    .max = 5,
                    .spread = Spread::log},
                   map.people_spread);
  visitor.quantity({.name = "one_grade", .meaning = "Change that is rated a grade better", .min = 0.01, .max = 1},
                   map.one_grade);
  visitor.quantity({.name = "wrinkle_first", .meaning = "Grade of wrinkles before", .min = 0.5, .max = 5},
                   map.wrinkle_first);
  visitor.quantity({.name = "acne_scar_first", .meaning = "Grade of acne scars before", .min = 0.5, .max = 4},
                   map.acne_scar_first);
  visitor.quantity({.name = "striae_first", .meaning = "Grade of striae before", .min = 0.5, .max = 4},
                   map.striae_first);
  visitor.quantity({.name = "rater",
                    .meaning = "Improvement that raters see whatever was done, share of the score",
                    .min = 0,
                    .max = 0.9},
                   map.rater);
}

void describe(CareMap& map, Visitor& visitor) {
  visitor.quantity(
      {.name = "redness", .meaning = "Factor on redness while a soothing cream is used", .min = 0, .max = 2},
      map.redness);
  visitor.quantity({.name = "shedding",
                    .meaning = "Factor on the fall of crusts while a soothing cream is used",
                    .min = 0.1,
                    .max = 5},
                   map.shedding);
}

void describe(ObservedChanges& observed, Visitor& visitor) {
  visitor.quantity({.name = "epidermis",
                    .meaning = "Gain of epidermis after the reference course with a roller",
                    .min = 0,
                    .max = 5},
                   observed.epidermis);
  visitor.quantity(
      {.name = "acne_scar", .meaning = "Fall of the acne scar score after the same course", .min = 0, .max = 1},
      observed.acne_scar);
  visitor.quantity({.name = "pigment",
                    .meaning = "Share of people of phototypes IV and V with new dark spots in the same course",
                    .min = 0.001,
                    .max = 0.999},
                   observed.pigment);
  visitor.quantity(
      {.name = "wrinkle", .meaning = "Fall of wrinkle depth after the reference course with a pen", .min = 0, .max = 1},
      observed.wrinkle);
}

void describe(Maps& maps, Visitor& visitor) {
  visit_table(visitor, {.name = "redness", .meaning = "Redness from flare, cells and vessels"}, maps.redness);
  visit_table(visitor, {.name = "barrier", .meaning = "Water that the skin loses"}, maps.barrier);
  visit_table(visitor, {.name = "bleeding", .meaning = "Red dots and crusts"}, maps.bleeding);
  visit_table(visitor, {.name = "epidermis", .meaning = "Thickness of the epidermis"}, maps.epidermis);
  visit_table(visitor, {.name = "dermis", .meaning = "Thickness, echo density and elasticity of the dermis"},
              maps.dermis);
  visit_table(visitor, {.name = "smoothing", .meaning = "Relief of the surface over the layers"}, maps.smoothing);
  visit_table(visitor, {.name = "scar", .meaning = "Sunken scars and striae"}, maps.scar);
  visit_table(visitor, {.name = "age_spot", .meaning = "Age spots"}, maps.age_spot);
  visit_table(visitor, {.name = "pigment", .meaning = "Pigment after inflammation"}, maps.pigment);
  visit_table(visitor, {.name = "new_scar", .meaning = "Scars that holes leave"}, maps.new_scar);
  visit_table(visitor, {.name = "discomfort", .meaning = "Discomfort during a session"}, maps.discomfort);
  visit_table(visitor, {.name = "grade", .meaning = "From shares of a score to grades"}, maps.grade);
  visit_table(visitor, {.name = "care", .meaning = "What a soothing cream changes"}, maps.care);
  visit_table(visitor, {.name = "observed", .meaning = "What the reference courses showed"}, maps.observed);
}

}  // namespace percuta::endpoints
