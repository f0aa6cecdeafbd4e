#include <fmt/format.h>

#include "percuta/base/files/toml_text.hpp"
#include "percuta/base/schema.hpp"
#include "percuta/base/text/quantity_text.hpp"

namespace percuta {
namespace {

/// Flattens a table into rows.
class RowLister final : public Visitor {
 public:
  RowLister(std::string prefix, const Units& units, std::vector<ParameterRow>& rows)
      : prefix_(std::move(prefix)), units_(units), rows_(rows) {}

  void quantity(const Spec& spec, Quantity& member) override {
    ParameterRow& row = add(spec, "quantity", spec.unit);
    if (is_unset(spec, member)) return;
    fill(row, spec, member);
  }

  void quantities(const Spec& spec, std::vector<Quantity>& member) override {
    ParameterRow& row = add(spec, "list of quantities", spec.unit);
    std::vector<std::string> items;
    items.reserve(member.size());
    for (const Quantity& item : member) items.push_back(text_of(spec, item));
    row.given = toml_list(items);
    if (member.empty()) return;
    row.source = member.front().source;
    row.kind = std::string(to_word(member.front().kind));
    row.note = member.front().note;
  }

  void count(const Spec& spec, std::int64_t& member) override {
    ParameterRow& row = add(spec, "count", "");
    if (!is_unset(spec, member)) row.given = fmt::format("{}", member);
  }

  void word(const Spec& spec, std::string& member) override { add(spec, "word", "").given = member; }

  void words(const Spec& spec, std::vector<std::string>& member) override {
    add(spec, "words", "").given = toml_list(member);
  }

  void flag(const Spec& spec, bool& member) override { add(spec, "flag", "").given = member ? "true" : "false"; }

  void points(const Spec& spec, std::vector<std::vector<double>>& member) override {
    add(spec, "points", spec.unit).given = fmt::format("{} points", member.size());
  }

  void table(const Spec& spec, const std::function<void(Visitor&)>& walk) override {
    add(spec, "table", "");
    RowLister inner(path(spec) + ".", units_, rows_);
    walk(inner);
  }

  void tables(const Spec& spec, std::size_t size, const std::function<void(std::size_t)>& resize,
              const std::function<void(std::size_t, Visitor&)>& walk) override {
    add(spec, "tables", "").given = fmt::format("{} tables", size);
    if (size == 0) resize(1);
    for (std::size_t i = 0; i < std::max<std::size_t>(size, 1); ++i) {
      RowLister inner(size == 0 ? path(spec) + "[]." : fmt::format("{}[{}].", path(spec), i), units_, rows_);
      walk(i, inner);
    }
    if (size == 0) resize(0);
  }

 private:
  std::string path(const Spec& spec) const { return prefix_ + std::string(spec.name); }

  ParameterRow& add(const Spec& spec, std::string_view type, std::string_view unit) {
    ParameterRow row;
    row.path = path(spec);
    row.meaning = std::string(spec.meaning);
    row.type = std::string(type);
    row.unit = std::string(unit);
    row.range = range_text(spec);
    row.is_optional = spec.is_optional;
    rows_.push_back(std::move(row));
    return rows_.back();
  }

  /// To 12 digits: what a conversion leaves beyond them says nothing.
  std::string text_of(const Spec& spec, double si) const {
    return with_unit(rounded_text(units_.from_si(si, spec.unit), 12), spec.unit);
  }

  void fill(ParameterRow& row, const Spec& spec, const Quantity& member) const {
    row.given = text_of(spec, member.value);
    if (!member.is_certain()) {
      row.low = text_of(spec, member.low);
      row.high = text_of(spec, member.high);
    }
    row.source = member.source;
    row.kind = std::string(to_word(member.kind));
    row.note = member.note;
  }

  std::string prefix_;
  const Units& units_;
  std::vector<ParameterRow>& rows_;
};

}  // namespace

std::vector<ParameterRow> list_parameters(const Describe& describe, const Units& units) {
  std::vector<ParameterRow> rows;
  RowLister lister("", units, rows);
  describe(lister);
  return rows;
}

}  // namespace percuta
