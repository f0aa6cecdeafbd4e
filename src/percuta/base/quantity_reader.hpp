#pragma once

#include <optional>

#include "percuta/base/error.hpp"
#include "percuta/base/files/document.hpp"
#include "percuta/base/parameters.hpp"
#include "percuta/base/units.hpp"

/// One quantity of a document, as text ("1.5 mm"), as a table ({ value = 1.5, unit = "mm", ... }) or, when
/// dimensionless, as a bare number.
namespace percuta {

/// Who wrote the document a value stands in.
enum class Author {
  user /* a study, --set, or a data file of the user's choice */,
  data /* defaults */,
  code /* default_text */
};

class QuantityReader {
 public:
  QuantityReader(const Units& units, Problems& problems) : units_(units), problems_(problems) {}

  /// nullopt, with problems added, when the node is no quantity that `spec` allows. Checks type, unit, dimension,
  /// range, order of low, value, high, and provenance.
  std::optional<Quantity> read(const Node& node, const Spec& spec, Author author) const;

  /// A bare number in `spec.unit` as SI, for points.
  std::optional<double> read_bare(const Node& node, const Spec& spec) const;

 private:
  std::optional<Quantity> read_text(const Node& node, const std::string& text, const Spec& spec) const;
  std::optional<Quantity> read_table(const Node& node, const Spec& spec) const;
  std::optional<double> checked_si(const Node& node, const Spec& spec, double number, std::string_view unit) const;
  bool check_unit(const Node& node, const Spec& spec, std::string_view unit) const;
  std::optional<double> field_si(const Node& table, std::string_view key, const Spec& spec,
                                 std::string_view unit) const;
  std::optional<std::string> field_text(const Node& table, std::string_view key) const;
  void set_bounds(Quantity& quantity, const Spec& spec) const;
  void check_fields(const Node& table, const Spec& spec) const;
  bool read_interval(const Node& table, const Spec& spec, std::string_view unit, Quantity& quantity) const;
  std::nullopt_t refuse(const Place& place, std::string message, std::string hint) const;

  const Units& units_;
  Problems& problems_;
};

/// The number of an integer or floating node.
std::optional<double> number_of(const Node& node);

}  // namespace percuta
