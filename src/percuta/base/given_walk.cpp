#include "percuta/base/given_walk.hpp"

#include <algorithm>
#include <utility>

#include "percuta/base/files/toml_text.hpp"

namespace percuta {
namespace {

/// Looks for a member with a value of its own, and for one that the reader would miss.
class GivenFinder final : public Visitor {
 public:
  bool is_found = false, is_complete = true;

  void quantity(const Spec& spec, Quantity& member) override { note(spec, is_unset(spec, member)); }
  void quantities(const Spec& spec, std::vector<Quantity>& member) override { note(spec, member.empty(), false); }
  void count(const Spec& spec, std::int64_t& member) override {
    note(spec, is_unset(spec, member) || (spec.is_optional && member == 0));
  }
  void word(const Spec& spec, std::string& member) override {
    note(spec, is_unset(spec, member) || toml_string(member) == spec.default_text);
  }
  void words(const Spec& spec, std::vector<std::string>& member) override { note(spec, member.empty()); }
  void flag(const Spec& spec, bool& member) override { note(spec, member == (spec.default_text == "true"), false); }
  void points(const Spec& spec, std::vector<std::vector<double>>& member) override {
    note(spec, member.empty(), false);
  }
  void table(const Spec& spec, const std::function<void(Visitor&)>& walk) override {
    GivenFinder inner;
    walk(inner);
    note(spec, !inner.is_found, !inner.is_complete);
  }
  void tables(const Spec& spec, std::size_t size, const std::function<void(std::size_t)>&,
              const std::function<void(std::size_t, Visitor&)>&) override {
    note(spec, size == 0, false);
  }

 private:
  void note(const Spec& spec, bool is_usual) { note(spec, is_usual, is_usual && spec.default_text.empty()); }
  void note(const Spec& spec, bool is_usual, bool is_missing) {
    is_found = is_found || !is_usual;
    is_complete = is_complete && (spec.is_optional || !is_missing);
  }
};

/// Hands on to another visitor what was given.
class GivenOnly final : public Visitor {
 public:
  GivenOnly(Visitor& next, const std::vector<std::string>& leave_out) : next_(next), leave_out_(leave_out) {}

  void quantity(const Spec& spec, Quantity& member) override {
    if (!is_absent(spec, is_unset(spec, member))) next_.quantity(spec, member);
  }
  void quantities(const Spec& spec, std::vector<Quantity>& member) override {
    if (!is_absent(spec, false)) next_.quantities(spec, member);
  }
  void count(const Spec& spec, std::int64_t& member) override {
    if (!is_absent(spec, is_unset(spec, member))) next_.count(spec, member);
  }
  void word(const Spec& spec, std::string& member) override {
    if (!is_absent(spec, spec.default_text.empty() && is_unset(spec, member))) next_.word(spec, member);
  }
  void words(const Spec& spec, std::vector<std::string>& member) override {
    if (!is_absent(spec, false)) next_.words(spec, member);
  }
  void flag(const Spec& spec, bool& member) override {
    if (!is_absent(spec, false)) next_.flag(spec, member);
  }
  void points(const Spec& spec, std::vector<std::vector<double>>& member) override {
    if (!is_absent(spec, false)) next_.points(spec, member);
  }
  void table(const Spec& spec, const std::function<void(Visitor&)>& walk) override {
    if (is_absent(spec, !is_given(walk))) return;
    next_.table(spec, [&](Visitor& inner) { walk_inside(inner, walk); });
  }
  void tables(const Spec& spec, std::size_t size, const std::function<void(std::size_t)>& resize,
              const std::function<void(std::size_t, Visitor&)>& walk) override {
    if (is_absent(spec, size == 0)) return;
    next_.tables(spec, size, resize, [&](std::size_t i, Visitor& inner) {
      walk_inside(inner, [&](Visitor& visitor) { walk(i, visitor); });
    });
  }

 private:
  bool is_absent(const Spec& spec, bool is_empty) const {
    return (spec.is_optional && is_empty) ||
           std::find(leave_out_.begin(), leave_out_.end(), spec.name) != leave_out_.end();
  }

  static void walk_inside(Visitor& inner, const std::function<void(Visitor&)>& walk) {
    const std::vector<std::string> none;
    GivenOnly given(inner, none);
    walk(given);
  }

  Visitor& next_;
  const std::vector<std::string>& leave_out_;
};

}  // namespace

bool is_given(const std::function<void(Visitor&)>& walk) {
  GivenFinder finder;
  walk(finder);
  return finder.is_found && finder.is_complete;
}

Describe given_only(Describe describe, std::vector<std::string> leave_out) {
  return [describe = std::move(describe), leave_out = std::move(leave_out)](Visitor& visitor) {
    GivenOnly given(visitor, leave_out);
    describe(given);
  };
}

}  // namespace percuta
