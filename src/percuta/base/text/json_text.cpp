#include "percuta/base/text/json_text.hpp"

#include <cmath>

#include "percuta/base/text/number.hpp"

namespace percuta {

std::string json_number_text(double value) {
  return std::isfinite(value) ? six_digit_text(value) : "null";
}

std::string script_safe(const std::string& json) {
  std::string safe;
  safe.reserve(json.size());
  for (const char c : json) {
    if (c == '<') {
      safe += "\\u003c";
    } else {
      safe += c;
    }
  }
  return safe;
}

}  // namespace percuta
