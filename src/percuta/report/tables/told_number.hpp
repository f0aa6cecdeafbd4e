#pragma once

#include <string>
#include <string_view>

#include "percuta/base/text/number.hpp"

namespace percuta::report {

/// For people, as `short_text`, but next to nothing reads as such and not as a power of ten: "<0.0001".
inline std::string told_text(double value) {
  constexpr double k_parts = 10000;
  if (value == 0 || value * k_parts >= 1 || value * k_parts <= -1) return short_text(value);
  return value > 0 ? "<0.0001" : ">-0.0001";
}

}  // namespace percuta::report
