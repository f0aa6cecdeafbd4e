#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "percuta/base/schema.hpp"
#include "percuta/base/text/quantity_text.hpp"

namespace percuta {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view k_number = R"(^ *[-+]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?)";
constexpr std::string_view k_unit = R"( *([A-Za-z%/]|1/|[^ -~]).*$)";
constexpr std::string_view k_plain_unit = R"( *(%|percent|1)? *$)";

std::string description_of(const Spec& spec) {
  const std::string range = range_text(spec);
  const bool has_unit = spec.unit != "1" && !spec.unit.empty();
  if (range.empty()) return has_unit ? fmt::format("{} ({})", spec.meaning, spec.unit) : std::string(spec.meaning);
  if (!spec.choices.empty() || !has_unit) return fmt::format("{} ({})", spec.meaning, range);
  return fmt::format("{} ({}; {})", spec.meaning, spec.unit, range);
}

/// The table form of a quantity, shared by all of them.
Json quantity_table() {
  const Json number = {{"type", "number"}};
  const Json text = {{"type", "string"}};
  Json properties = {{"value", number}, {"low", number}, {"high", number}, {"unit", text}, {"source", text}};
  properties["kind"] = {{"type", "string"}, {"enum", {"measured", "fitted", "assumed"}}};
  properties["exact"] = {{"type", "boolean"}};
  properties["note"] = text;
  return {{"type", "object"},
          {"description", "A value with its 10th and 90th percentile, unit, source and kind"},
          {"properties", properties},
          {"required", {"value", "unit", "source", "kind"}},
          {"additionalProperties", false}};
}

Json quantity_json(const Spec& spec) {
  const bool is_plain = spec.unit == "1" || spec.unit == "percent";
  const std::string pattern = std::string(k_number) + std::string(is_plain ? k_plain_unit : k_unit);
  Json forms = Json::array({{{"type", "string"}, {"pattern", pattern}}});
  if (spec.unit == "1" && has_bounds(spec)) {
    forms.push_back({{"type", "number"}, {"minimum", spec.min}, {"maximum", spec.max}});
  } else if (is_plain) {
    forms.push_back({{"type", "number"}});
  }
  forms.push_back({{"$ref", "#/definitions/quantity"}});
  return {{"anyOf", forms}};
}

/// A whole number where a double holds it exactly.
Json bound_json(double bound) {
  constexpr double k_exact = 9007199254740992;  // 2^53
  return std::abs(bound) <= k_exact ? Json(static_cast<std::int64_t>(bound)) : Json(bound);
}

Json word_json(const Spec& spec) {
  Json word = {{"type", "string"}};
  if (!spec.choices.empty()) word["enum"] = spec.choices;
  return word;
}

/// Builds the schema of one table.
class TableSchema final : public Visitor {
 public:
  Json json() const { return {{"type", "object"}, {"properties", properties_}, {"additionalProperties", false}}; }

  void quantity(const Spec& spec, Quantity&) override { add(spec, quantity_json(spec)); }
  void quantities(const Spec& spec, std::vector<Quantity>&) override { add_list(spec, quantity_json(spec)); }
  void count(const Spec& spec, std::int64_t&) override {
    Json count = {{"type", "integer"}};
    if (has_bounds(spec)) {
      count["minimum"] = bound_json(spec.min);
      count["maximum"] = bound_json(spec.max);
    }
    add(spec, count);
  }
  void word(const Spec& spec, std::string&) override { add(spec, word_json(spec)); }
  void words(const Spec& spec, std::vector<std::string>&) override { add_list(spec, word_json(spec)); }
  void flag(const Spec& spec, bool&) override { add(spec, {{"type", "boolean"}}); }
  void points(const Spec& spec, std::vector<std::vector<double>>&) override {
    add_list(spec, {{"type", "array"}, {"items", {{"type", "number"}}}, {"minItems", 2}, {"maxItems", 2}});
  }
  void table(const Spec& spec, const std::function<void(Visitor&)>& walk) override {
    TableSchema inner;
    walk(inner);
    add(spec, inner.json());
  }
  void tables(const Spec& spec, std::size_t size, const std::function<void(std::size_t)>& resize,
              const std::function<void(std::size_t, Visitor&)>& walk) override {
    TableSchema inner;
    if (size == 0) resize(1);
    walk(0, inner);
    if (size == 0) resize(0);
    add_list(spec, inner.json());
  }

 private:
  void add(const Spec& spec, const Json& schema) {
    Json entry = {{"description", description_of(spec)}};
    entry.update(schema);
    properties_[std::string(spec.name)] = std::move(entry);
  }
  void add_list(const Spec& spec, const Json& items) { add(spec, {{"type", "array"}, {"items", items}}); }

  Json properties_ = Json::object();
};

}  // namespace

std::string json_schema(const Describe& describe, const std::string& title) {
  TableSchema table;
  describe(table);
  Json schema = {{"$schema", "http://json-schema.org/draft-04/schema#"}, {"title", title}};
  schema.update(table.json());
  schema["definitions"] = {{"quantity", quantity_table()}};
  return schema.dump(2) + "\n";
}

}  // namespace percuta
