#include "percuta/insertion/insertion.hpp"

namespace percuta::insertion {

void describe(Contact& contact, Visitor& visitor) {
  visitor.quantity({.name = "dimple_retained",
                    .meaning = "Share of the dimple before puncture that stays while the needle is in",
                    .unit = "1",
                    .min = 0.01,
                    .max = 1},
                   contact.dimple_retained);
}

}  // namespace percuta::insertion
