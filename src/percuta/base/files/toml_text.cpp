#include "percuta/base/files/toml_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "percuta/base/text/quantity_text.hpp"

namespace percuta {
namespace {

/// Looks for required members without a value.
class Completeness final : public Visitor {
 public:
  bool is_complete = true;

  void quantity(const Spec& spec, Quantity& member) override { need(spec, is_unset(spec, member)); }
  void quantities(const Spec&, std::vector<Quantity>&) override {}
  void count(const Spec& spec, std::int64_t& member) override { need(spec, is_unset(spec, member)); }
  void word(const Spec& spec, std::string& member) override { need(spec, is_unset(spec, member)); }
  void words(const Spec& spec, std::vector<std::string>& member) override {
    need(spec, member.empty() && spec.default_text.empty());
  }
  void flag(const Spec&, bool&) override {}
  void points(const Spec&, std::vector<std::vector<double>>&) override {}
  void table(const Spec& spec, const std::function<void(Visitor&)>& walk) override {
    Completeness inner;
    walk(inner);
    need(spec, !inner.is_complete);
  }
  void tables(const Spec&, std::size_t, const std::function<void(std::size_t)>&,
              const std::function<void(std::size_t, Visitor&)>&) override {}

 private:
  void need(const Spec& spec, bool is_missing) {
    if (is_missing && !spec.is_optional) is_complete = false;
  }
};

}  // namespace

std::string toml_string(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    const auto code = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      result += '\\';
      result += c;
    } else if (c == '\n') {
      result += "\\n";
    } else if (code < 0x20 || code == 0x7F) {
      result += fmt::format("\\u{:04X}", static_cast<unsigned>(code));
    } else {
      result += c;
    }
  }
  return result + '"';
}

std::string toml_list(const std::vector<std::string>& items) {
  return fmt::format("[{}]", fmt::join(items, ", "));
}

bool is_unset(const Spec&, const Quantity& member) {
  return member.source.empty();
}

bool is_unset(const Spec& spec, std::int64_t member) {
  const auto value = static_cast<double>(member);
  return has_bounds(spec) && (value < spec.min || value > spec.max);
}

bool is_unset(const Spec& spec, const std::string& member) {
  if (spec.choices.empty()) return member.empty();
  return std::find(spec.choices.begin(), spec.choices.end(), member) == spec.choices.end();
}

bool is_complete(const std::function<void(Visitor&)>& walk) {
  Completeness completeness;
  walk(completeness);
  return completeness.is_complete;
}

}  // namespace percuta
