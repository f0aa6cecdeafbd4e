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
  visitor.quantity({.name = "closing_radius",
                    .meaning = "Radius below which a needle leaves no hole",
                    .unit = "um",
                    .min = 0,
                    .max = 1000},
                   contact.closing_radius);
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
  visitor.quantity({.name = "dimple_retained",
                    .meaning = "Share of the dimple before puncture that stays while the needle is in",
                    .unit = "1",
                    .min = 0.01,
                    .max = 1},
                   contact.dimple_retained);
  visitor.quantity({.name = "cutting_retained",
                    .meaning = "Share of the puncture force that the tip still needs once below the surface",
                    .unit = "1",
                    .min = 0,
                    .max = 1},
                   contact.cutting_retained);
  describe_hole(contact, visitor);
  describe_vessels(contact, visitor);
}

}  // namespace percuta::insertion
