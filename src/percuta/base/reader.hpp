#pragma once

#include <functional>
#include <string>

#include "percuta/base/error.hpp"
#include "percuta/base/files/document.hpp"
#include "percuta/base/parameters.hpp"
#include "percuta/base/units.hpp"

/// Fills described structs from a document. A quantity is written "1.5 mm" (certain, source = "study" or "--set") or,
/// in data files, { value = 1.5, low = 1.4, high = 1.6, unit = "mm", source = "Key2011", kind = "measured", note =
/// "..." } (low and high default to value only when kind says measured or fitted and `exact = true` is given).
namespace percuta {

using Describe = std::function<void(Visitor&)>;

/// Reads `table` into what `describe` lists; absent keys come from `defaults` (a data document, may be nullptr).
/// Adds to `problems`: unknown key (with suggestion), missing key, wrong type, missing or wrong unit, out of range, not
/// finite, low > value or value > high, unknown kind. Never throws for input; members of faulty keys keep their old
/// values.
void read_members(const Node& table, const Node* defaults, const Units& units, const Describe& describe,
                  Problems& problems);

/// The same, throwing InputError with all problems.
template <class Struct>
Struct read_struct(const Node& table, const Node* defaults, const Units& units) {
  Struct result{};
  Problems problems;
  read_members(table, defaults, units, [&result](Visitor& visitor) { describe(result, visitor); }, problems);
  problems.throw_if_any();
  return result;
}

}  // namespace percuta
