#include "percuta/base/quantity.hpp"

namespace percuta {

std::string_view to_word(Kind kind) {
  switch (kind) {
    case Kind::measured:
      return "measured";
    case Kind::fitted:
      return "fitted";
    case Kind::assumed:
      return "assumed";
    case Kind::chosen:
      return "chosen";
  }
  return "";
}

std::optional<Kind> to_kind(std::string_view word) {
  for (const Kind kind : {Kind::measured, Kind::fitted, Kind::assumed, Kind::chosen}) {
    if (to_word(kind) == word) return kind;
  }
  return std::nullopt;
}

}  // namespace percuta
