#pragma once

#include "percuta/punctures/punctures.hpp"

namespace percuta::tests {

/// Skin that guides no needle, and needles that sit where they should.
inline punctures::Guidance no_guidance() {
  punctures::Guidance guidance;
  guidance.capture_distance = certain(0);
  guidance.lateral_compliance = certain(0.3e-3);
  guidance.seat_error = certain(0);
  return guidance;
}

}  // namespace percuta::tests
