#include "percuta/punctures/punctures.hpp"

namespace percuta::punctures {

void describe(Guidance& guidance, Visitor& visitor) {
  visitor.quantity({.name = "capture_distance",
                    .meaning = "A tip that lands nearer than this to an open hole slips into it",
                    .unit = "um",
                    .min = 0,
                    .max = 2000},
                   guidance.capture_distance);
  visitor.quantity({.name = "lateral_compliance",
                    .meaning = "How far skin travels sideways with a needle before it slits",
                    .unit = "mm",
                    .min = 0,
                    .max = 20},
                   guidance.lateral_compliance);
  visitor.quantity({.name = "seat_error",
                    .meaning = "Standard deviation of a needle's seat on the body",
                    .unit = "um",
                    .min = 0,
                    .max = 1000},
                   guidance.seat_error);
  visitor.quantity({.name = "skin_radius",
                    .meaning = "Radius of the skin's curve across a drum",
                    .unit = "mm",
                    .min = 5,
                    .max = 10000,
                    .spread = Spread::log},
                   guidance.skin_radius);
  visitor.quantity({.name = "skin_give",
                    .meaning = "How far the skin gives way under the middle of a drum",
                    .unit = "mm",
                    .min = 0.01,
                    .max = 50,
                    .spread = Spread::log},
                   guidance.skin_give);
}

}  // namespace percuta::punctures
