#include <fmt/format.h>

#include "percuta/base/files/toml_text.hpp"
#include "percuta/base/given_walk.hpp"
#include "percuta/base/schema.hpp"
#include "percuta/base/text/quantity_text.hpp"
#include "percuta/base/text/utf8.hpp"

namespace percuta {
namespace {

/// Writes one table: its own keys first, then the tables inside it, as TOML wants them.
class TableWriter final : public Visitor {
 public:
  TableWriter(std::string path, const Units& units) : path_(std::move(path)), units_(units) {}

  void quantity(const Spec& spec, Quantity& member) override {
    line(spec, quantity_toml(spec, member), quantity_comment(spec, member));
  }

  void quantities(const Spec& spec, std::vector<Quantity>& member) override {
    std::vector<std::string> items;
    items.reserve(member.size());
    for (const Quantity& item : member) items.push_back(quantity_toml(spec, item));
    line(spec, toml_list(items), "");
  }

  void count(const Spec& spec, std::int64_t& member) override { line(spec, fmt::format("{}", member), ""); }

  void word(const Spec& spec, std::string& member) override { line(spec, toml_string(member), ""); }

  void words(const Spec& spec, std::vector<std::string>& member) override {
    std::vector<std::string> items;
    items.reserve(member.size());
    for (const std::string& item : member) items.push_back(toml_string(item));
    line(spec, toml_list(items), "");
  }

  void flag(const Spec& spec, bool& member) override { line(spec, member ? "true" : "false", ""); }

  void points(const Spec& spec, std::vector<std::vector<double>>& member) override {
    std::vector<std::string> items;
    items.reserve(member.size());
    for (const std::vector<double>& point : member) {
      std::vector<std::string> numbers;
      numbers.reserve(point.size());
      for (const double si : point) numbers.push_back(exact_text(certain(si), spec.unit, units_).value);
      items.push_back(toml_list(numbers));
    }
    line(spec, toml_list(items), std::string(spec.unit));
  }

  void table(const Spec& spec, const std::function<void(Visitor&)>& walk) override {
    TableWriter inner(inner_path(spec), units_);
    walk(inner);
    tables_ += fmt::format("\n[{}]\n{}", inner.path_, inner.text());
  }

  void tables(const Spec& spec, std::size_t size, const std::function<void(std::size_t)>&,
              const std::function<void(std::size_t, Visitor&)>& walk) override {
    if (size == 0) line(spec, "[]", "");
    for (std::size_t i = 0; i < size; ++i) {
      TableWriter inner(inner_path(spec), units_);
      walk(i, inner);
      tables_ += fmt::format("\n[[{}]]\n{}", inner.path_, inner.text());
    }
  }

  std::string text() const { return lines_ + tables_; }

 private:
  std::string inner_path(const Spec& spec) const {
    return path_.empty() ? std::string(spec.name) : fmt::format("{}.{}", path_, spec.name);
  }

  void line(const Spec& spec, const std::string& value, const std::string& comment) {
    lines_ += fmt::format("{} = {}", spec.name, value);
    if (!comment.empty()) lines_ += "  # " + printable(comment);
    lines_ += '\n';
  }

  std::string quantity_toml(const Spec& spec, const Quantity& member) const {
    const ExactText text = exact_text(member, spec.unit, units_);
    if (member.kind == Kind::chosen) return toml_string(with_unit(text.value, text.unit));
    std::string note = member.note.empty() ? "" : ", note = " + toml_string(member.note);
    return fmt::format("{{ value = {}, low = {}, high = {}, unit = {}, source = {}, kind = \"{}\"{} }}", text.value,
                       text.low, text.high, toml_string(text.unit), toml_string(member.source), to_word(member.kind),
                       note);
  }

  std::string quantity_comment(const Spec& spec, const Quantity& member) const {
    if (member.kind == Kind::chosen) return member.source;
    const auto rounded = [&](double si) { return rounded_text(units_.from_si(si, spec.unit)); };
    const std::string interval =
        member.is_certain() ? "exact"
                            : with_unit(fmt::format("{} to {}", rounded(member.low), rounded(member.high)), spec.unit);
    return fmt::format("{}; {}, {}", interval, member.source, to_word(member.kind));
  }

  std::string path_;
  const Units& units_;
  std::string lines_, tables_;
};

}  // namespace

std::string to_toml(const Describe& describe, const Units& units) {
  TableWriter writer("", units);
  given_only(describe)(writer);
  return writer.text();
}

}  // namespace percuta
