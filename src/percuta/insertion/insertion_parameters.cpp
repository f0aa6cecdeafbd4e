#include "percuta/insertion/insertion.hpp"

namespace percuta::insertion {
namespace {

void describe_hole(Contact& contact, Visitor& visitor) {
  visitor.quantity({.name = "recoil",
                    .meaning = "Width of the hole that stays over the width of the needle that made it",
                    .unit = "1",
                    .min = 0.01,
                    .max = 1},
                   contact.recoil);
  visitor.quantity({.name = "open_depth",
                    .meaning = "Depth to which the narrowest hole stays open",
                    .unit = "um",
                    .min = 0,
                    .max = 5000},
                   contact.open_depth);
  visitor.quantity({.name = "open_depth_per_width",
                    .meaning = "How much deeper a hole stays open for each width of it",
                    .unit = "1",
                    .min = 0,
                    .max = 100},
                   contact.open_depth_per_width);
}

void describe_vessels(Contact& contact, Visitor& visitor) {
  visitor.quantity({.name = "capillary_density",
                    .meaning = "Capillary loops per area of skin",
                    .unit = "1/mm2",
                    .min = 0,
                    .max = 1000},
                   contact.capillary_density);
  visitor.quantity(
      {.name = "capillary_width", .meaning = "Width of a capillary loop", .unit = "um", .min = 0, .max = 200},
      contact.capillary_width);
  visitor.quantity({.name = "plexus_share",
                    .meaning = "Depth of the upper vessel plexus as a share of the dermis",
                    .unit = "1",
                    .min = 0,
                    .max = 1},
                   contact.plexus_share);
  visitor.quantity({.name = "plexus_spacing",
                    .meaning = "Distance between neighbouring vessels of the upper plexus",
                    .unit = "mm",
                    .min = 0.01,
                    .max = 100,
                    .spread = Spread::log},
                   contact.plexus_spacing);
}

}  // namespace

void describe(Contact& contact, Visitor& visitor) {
  visitor.quantity({.name = "dent_spread",
                    .meaning = "Growth of the pressed spot's radius with the depth of the dimple",
                    .unit = "1",
                    .min = 0,
                    .max = 5},
                   contact.dent_spread);
  visitor.quantity({.name = "load_depth",
                    .meaning = "Growth of the pressed spot's radius with the depth at which a needle in the skin bears",
                    .unit = "1",
                    .min = 0,
                    .max = 5},
                   contact.load_depth);
  describe_hole(contact, visitor);
  describe_vessels(contact, visitor);
}

}  // namespace percuta::insertion
