#pragma once

#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace percuta {

/// How a number came to be known.
enum class Kind { measured, fitted, assumed, chosen /* by the user: certain */ };

std::string_view to_word(Kind kind);
std::optional<Kind> to_kind(std::string_view word);

/// A number in SI with what is known of it. `low` and `high` are the 10th and 90th percentile, `value` the median;
/// a number the user chose has low = value = high. An ensemble member's copy carries its own draw in `value`.
struct Quantity {
  double value = 0;
  double low = 0;
  double high = 0;
  Kind kind = Kind::chosen;
  std::string source;  ///< a key of data/sources.bib, "study" or "--set"
  std::string note;    ///< why this number, in a sentence; may be empty
  double least =
      -std::numeric_limits<double>::infinity();  ///< declared bounds (SI), set by the reader: draws stay inside
  double most = std::numeric_limits<double>::infinity();

  operator double() const { return value; }
  bool is_certain() const { return low == high; }
};

/// A number everybody agrees on: what a user chose, or a test sets.
inline Quantity certain(double si) {
  Quantity quantity;
  quantity.value = quantity.low = quantity.high = si;
  quantity.source = "study";
  return quantity;
}

}  // namespace percuta
