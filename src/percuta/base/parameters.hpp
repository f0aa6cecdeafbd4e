#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "percuta/base/quantity.hpp"

/// One declaration per parameter. A struct lists its members once in `describe(Struct&, Visitor&)`; reader, range
/// check, JSON Schema, `explain`, reference page, resolved study and ensemble are visitors of that one list.
namespace percuta {

/// How the two-piece distribution through (low, value, high) is spaced.
enum class Spread { linear, log };

/// What a parameter is. `min` and `max` are in `unit`, inclusive.
struct Spec {
  std::string_view name;     ///< snake_case key in its table
  std::string_view meaning;  ///< one sentence, without the unit
  std::string_view unit = "1";
  double min = 0;
  double max = 0;
  Spread spread = Spread::linear;
  bool is_optional = false;               ///< may be absent in the file and in the defaults
  std::vector<std::string> choices = {};  ///< for words: what is allowed; empty = anything
  std::string_view default_text = {};     ///< for words, flags, lists: the value when absent, as TOML text
};

/// Walks the members of a described struct. Each call stands for one key of the table being walked.
class Visitor {
 public:
  virtual ~Visitor() = default;
  virtual void quantity(const Spec& spec, Quantity& member) = 0;
  virtual void quantities(const Spec& spec, std::vector<Quantity>& member) = 0;
  virtual void count(const Spec& spec, std::int64_t& member) = 0;
  virtual void word(const Spec& spec, std::string& member) = 0;
  virtual void words(const Spec& spec, std::vector<std::string>& member) = 0;
  virtual void flag(const Spec& spec, bool& member) = 0;
  /// Lists of points [[x, y], ...] in `spec.unit`; members are SI.
  virtual void points(const Spec& spec, std::vector<std::vector<double>>& member) = 0;
  /// A table inside this one; `walk` visits its members.
  virtual void table(const Spec& spec, const std::function<void(Visitor&)>& walk) = 0;
  /// A list of tables [[name]]; `size` of the member, `resize`, and a walk per item.
  virtual void tables(const Spec& spec, std::size_t size, const std::function<void(std::size_t)>& resize,
                      const std::function<void(std::size_t, Visitor&)>& walk) = 0;
};

/// Visits a member struct that is itself described, as a table of this one.
template <class Struct>
void visit_table(Visitor& visitor, const Spec& spec, Struct& member) {
  visitor.table(spec, [&member](Visitor& inner) { describe(member, inner); });
}

/// Visits a list of described structs, as a list of tables.
template <class Struct>
void visit_tables(Visitor& visitor, const Spec& spec, std::vector<Struct>& members) {
  visitor.tables(
      spec, members.size(), [&members](std::size_t n) { members.resize(n); },
      [&members](std::size_t i, Visitor& inner) { describe(members[i], inner); });
}

}  // namespace percuta
