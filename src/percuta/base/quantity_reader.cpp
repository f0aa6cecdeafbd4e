#include "percuta/base/quantity_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "percuta/base/text/quantity_text.hpp"

namespace percuta {
namespace {

constexpr double k_rounding = 1e-9;  // relative; a bound written in another unit must not fail by its last bit

std::vector<std::string> quantity_keys() {
  return {"value", "unit", "low", "high", "source", "kind", "exact", "note"};
}

bool is_inside(double number, double min, double max) {
  const double slack = k_rounding * std::max(std::abs(min), std::abs(max));
  return number >= min - slack && number <= max + slack;
}

/// A text in a message, shortened.
std::string quoted(const std::string& text) {
  constexpr std::size_t k_most = 60;
  return text.size() <= k_most ? "\"" + text + "\"" : "\"" + text.substr(0, k_most) + "...\"";
}

}  // namespace

std::optional<double> number_of(const Node& node) {
  if (const auto* integer = std::get_if<std::int64_t>(&node.value)) return static_cast<double>(*integer);
  if (const auto* number = std::get_if<double>(&node.value)) return *number;
  return std::nullopt;
}

std::nullopt_t QuantityReader::refuse(const Place& place, std::string message, std::string hint) const {
  problems_.add({std::move(message), std::move(hint), place});
  return std::nullopt;
}

std::optional<Quantity> QuantityReader::read(const Node& node, const Spec& spec, Author author) const {
  if (node.is_table()) return read_table(node, spec);
  const std::string* text = std::get_if<std::string>(&node.value);
  const std::optional<double> number = number_of(node);
  if (text == nullptr && !number) {
    return refuse(node.place(), fmt::format("'{}' is {}, but a quantity is needed", spec.name, node.type_word()),
                  fmt::format("for example {} = \"{}\"", spec.name, example_text(spec)));
  }
  if (author == Author::data) {
    return refuse(node.place(), fmt::format("'{}' is a value of the data without its source", spec.name),
                  "write { value = ..., low = ..., high = ..., unit = \"...\", source = \"...\", kind = \"...\" }");
  }
  std::optional<Quantity> quantity = read_text(node, text != nullptr ? *text : number_text(*number), spec);
  if (quantity && author == Author::code) quantity->source = "default";
  return quantity;
}

std::optional<Quantity> QuantityReader::read_text(const Node& node, const std::string& text, const Spec& spec) const {
  const std::optional<ParsedQuantity> parsed = split_quantity(text);
  if (!parsed) {
    return refuse(node.place(), fmt::format("'{}' is {}, which does not start with a number", spec.name, quoted(text)),
                  fmt::format("for example \"{}\"", example_text(spec)));
  }
  const bool is_plain = units_.same_dimension(spec.unit, "1");
  if (parsed->unit.empty() && !is_plain) {
    return refuse(node.place(), fmt::format("'{}' is {} without a unit", spec.name, quoted(text)),
                  fmt::format("'{}' needs a unit, e.g. \"{}\"", spec.name, example_text(spec)));
  }
  const std::string unit = parsed->unit.empty() ? "1" : parsed->unit;
  if (!check_unit(node, spec, unit)) return std::nullopt;
  const std::optional<double> si = checked_si(node, spec, parsed->number, unit);
  if (!si) return std::nullopt;
  Quantity quantity = certain(*si);
  if (node.source && node.source->name.starts_with("--set")) quantity.source = "--set";
  set_bounds(quantity, spec);
  return quantity;
}

bool QuantityReader::check_unit(const Node& node, const Spec& spec, std::string_view unit) const {
  const std::string needed = units_.dimension_word(spec.unit);
  const std::string example = fmt::format("for example \"{}\"", example_text(spec));
  if (!units_.is_unit(unit)) {
    const bool is_comma = unit.starts_with(',');
    const std::string hint =
        is_comma ? "the decimal sign is a point" : fmt::format("{} is needed, {}", needed, example);
    refuse(node.place(), fmt::format("'{}' has a unit that is not known: {}", spec.name, quoted(std::string(unit))),
           hint);
    return false;
  }
  if (!units_.same_dimension(unit, spec.unit)) {
    refuse(node.place(),
           fmt::format("'{}' is given in {}, {}; {} is needed", spec.name, unit == "1" ? "no unit" : unit,
                       units_.dimension_word(unit), needed),
           example);
    return false;
  }
  return true;
}

std::optional<double> QuantityReader::checked_si(const Node& node, const Spec& spec, double number,
                                                 std::string_view unit) const {
  if (!std::isfinite(number)) {
    return refuse(node.place(), fmt::format("'{}' is {}, not a finite number", spec.name, number),
                  fmt::format("for example \"{}\"", example_text(spec)));
  }
  const double si = units_.to_si(number, unit);
  const double declared = units_.from_si(si, spec.unit);
  const bool is_allowed = !has_bounds(spec) || is_inside(declared, spec.min, spec.max);
  if (!std::isfinite(si) || !is_allowed) {
    return refuse(
        node.place(),
        fmt::format("'{}' is {}; allowed is {}", spec.name, with_unit(rounded_text(number), unit), range_text(spec)),
        "");
  }
  return si;
}

std::optional<Quantity> QuantityReader::read_table(const Node& node, const Spec& spec) const {
  const std::size_t before = problems_.list().size();
  check_fields(node, spec);
  Quantity quantity;
  const std::optional<std::string> unit = field_text(node, "unit");
  if (unit && check_unit(*node.find("unit"), spec, *unit) && node.find("value") != nullptr) {
    const std::optional<double> value = field_si(node, "value", spec, *unit);
    quantity.value = value.value_or(0);
    if (value) read_interval(node, spec, *unit, quantity);
  }
  quantity.source = field_text(node, "source").value_or("");
  quantity.note = field_text(node, "note").value_or("");
  const std::optional<std::string> word = field_text(node, "kind");
  quantity.kind = word ? to_kind(*word).value_or(Kind::assumed) : Kind::assumed;
  set_bounds(quantity, spec);
  return problems_.list().size() == before ? std::optional(quantity) : std::nullopt;
}

void QuantityReader::set_bounds(Quantity& quantity, const Spec& spec) const {
  if (!has_bounds(spec)) return;
  quantity.least = units_.to_si(spec.min, spec.unit);
  quantity.most = units_.to_si(spec.max, spec.unit);
}

void QuantityReader::check_fields(const Node& table, const Spec& spec) const {
  const std::vector<std::string> known = quantity_keys();
  for (const auto& [key, field] : std::get<Node::Table>(table.value)) {
    if (std::find(known.begin(), known.end(), key) == known.end()) {
      refuse(field.key_place(), fmt::format("'{}' is not a key of a quantity", key), suggestion(key, known));
    }
  }
  for (const std::string_view key : {"value", "unit", "source", "kind"}) {
    if (table.find(key) == nullptr) refuse(table.place(), fmt::format("'{}' has no '{}'", spec.name, key), "");
  }
  const std::vector<std::string> kinds = {"measured", "fitted", "assumed"};
  const Node* kind = table.find("kind");
  const auto* word = kind != nullptr ? std::get_if<std::string>(&kind->value) : nullptr;
  if (word != nullptr && std::find(kinds.begin(), kinds.end(), *word) == kinds.end()) {
    refuse(kind->place(), fmt::format("'{}' is not a kind of value", *word), suggestion(*word, kinds));
  }
  const Node* source = table.find("source");
  const auto* key = source != nullptr ? std::get_if<std::string>(&source->value) : nullptr;
  if (key != nullptr && key->empty()) refuse(source->place(), fmt::format("'{}' names no source", spec.name), "");
}

bool QuantityReader::read_interval(const Node& table, const Spec& spec, std::string_view unit,
                                   Quantity& quantity) const {
  quantity.low = quantity.high = quantity.value;
  const bool has_low = table.find("low") != nullptr;
  const bool has_high = table.find("high") != nullptr;
  const Node* exact = table.find("exact");
  const bool* flag = exact != nullptr ? std::get_if<bool>(&exact->value) : nullptr;
  if (exact != nullptr && flag == nullptr) refuse(exact->place(), "'exact' must be true or false", "");
  const auto word = field_text(table, "kind");
  if (!has_low && !has_high && flag != nullptr && *flag) {
    if (word == "assumed")
      refuse(exact->place(), fmt::format("'{}' is assumed, so it cannot be exact", spec.name), "give low and high");
    return word != "assumed";
  }
  if (!has_low || !has_high) {
    refuse(table.place(), fmt::format("'{}' has no '{}'", spec.name, has_low ? "high" : "low"),
           "low and high are the 10th and 90th percentile; exact = true stands for a number known exactly");
    return false;
  }
  const std::optional<double> low = field_si(table, "low", spec, unit);
  const std::optional<double> high = field_si(table, "high", spec, unit);
  if (!low || !high) return false;
  quantity.low = *low;
  quantity.high = *high;
  if (*low > quantity.value || quantity.value > *high) {
    refuse(table.find("value")->place(), fmt::format("'{}' must have low <= value <= high", spec.name), "");
  }
  if (spec.spread == Spread::log && *low < *high && *low <= 0) {
    refuse(table.find("low")->place(),
           fmt::format("'{}' spreads on a logarithmic scale, so low must be above 0", spec.name), "");
  }
  return true;
}

std::optional<double> QuantityReader::field_si(const Node& table, std::string_view key, const Spec& spec,
                                               std::string_view unit) const {
  const Node& field = *table.find(key);
  const std::optional<double> number = number_of(field);
  if (!number) {
    return refuse(field.place(),
                  fmt::format("'{}' of '{}' is {}, but a number is needed", key, spec.name, field.type_word()), "");
  }
  return checked_si(field, spec, *number, unit);
}

std::optional<std::string> QuantityReader::field_text(const Node& table, std::string_view key) const {
  const Node* field = table.find(key);
  if (field == nullptr) return std::nullopt;
  if (const auto* text = std::get_if<std::string>(&field->value)) return *text;
  return refuse(field->place(), fmt::format("'{}' is {}, but text is needed", key, field->type_word()), "");
}

std::optional<double> QuantityReader::read_bare(const Node& node, const Spec& spec) const {
  const std::optional<double> number = number_of(node);
  if (!number) {
    return refuse(
        node.place(),
        fmt::format("a point of '{}' holds {}, but a number in {} is needed", spec.name, node.type_word(), spec.unit),
        "");
  }
  return checked_si(node, spec, *number, spec.unit);
}

}  // namespace percuta
