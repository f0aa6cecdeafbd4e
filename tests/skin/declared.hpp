#pragma once

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "base/member_coverage.hpp"
#include "percuta/base/files/document.hpp"
#include "percuta/base/reader.hpp"
#include "source_folder.hpp"

/// What every declaration of parameters must hold, and reading the data that Percuta ships.
namespace percuta::tests {

/// Looks at each spec: unique snake_case names, a meaning, a known unit, bounds in order, a log spread only above 0.
class SpecChecker final : public Visitor {
 public:
  explicit SpecChecker(const Units& units) : units_(units) {}

  void quantity(const Spec& spec, Quantity&) override { check_number(spec); }
  void quantities(const Spec& spec, std::vector<Quantity>&) override { check_number(spec); }
  void count(const Spec& spec, std::int64_t&) override { check_number(spec); }
  void word(const Spec& spec, std::string&) override { check(spec); }
  void words(const Spec& spec, std::vector<std::string>&) override { check(spec); }
  void flag(const Spec& spec, bool&) override { check(spec); }
  void points(const Spec& spec, std::vector<std::vector<double>>&) override { check_number(spec); }
  void table(const Spec& spec, const std::function<void(Visitor&)>& walk) override {
    check(spec);
    SpecChecker inner(units_);
    walk(inner);
  }
  void tables(const Spec& spec, std::size_t size, const std::function<void(std::size_t)>&,
              const std::function<void(std::size_t, Visitor&)>& walk) override {
    check(spec);
    SpecChecker inner(units_);
    if (size > 0) walk(0, inner);
  }

 private:
  void check(const Spec& spec) {
    CAPTURE(spec.name);
    CHECK_FALSE(spec.name.empty());
    CHECK(spec.name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_0123456789") == std::string_view::npos);
    CHECK(spec.meaning.size() > 5);
    CHECK(names_.insert(std::string(spec.name)).second);
  }
  void check_number(const Spec& spec) {
    check(spec);
    CAPTURE(spec.name);
    CHECK(units_.is_unit(spec.unit));
    CHECK(spec.min < spec.max);
    CHECK((spec.spread == Spread::linear || spec.min >= 0));
  }

  const Units& units_;
  std::set<std::string> names_;
};

template <class Struct>
void check_declaration(Struct object = {}, std::size_t no_parameters = 0) {
  const Units units;
  SpecChecker checker(units);
  describe(object, checker);
  CHECK(check_all_members_visited(object, no_parameters));
}

/// A file of data/ read as Percuta reads it.
template <class Struct>
Struct shipped(const std::string& file) {
  return read_struct<Struct>(read_document(source_folder() + "/data/" + file), nullptr, Units());
}

}  // namespace percuta::tests
