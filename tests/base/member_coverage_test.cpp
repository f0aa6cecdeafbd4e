#include "base/member_coverage.hpp"

#include <doctest/doctest.h>

#include "base/sample.hpp"

using namespace percuta;
using namespace percuta::tests;

namespace {

struct Forgetful {
  Quantity seen;
  std::int64_t forgotten = 0;
  std::string name;
};
void describe(Forgetful& object, Visitor& visitor) {
  visitor.quantity({.name = "seen", .meaning = "Seen"}, object.seen);
  visitor.word({.name = "name", .meaning = "Name"}, object.name);
}

struct ForgetsLast {
  Quantity seen;
  bool is_forgotten = false;
};
void describe(ForgetsLast& object, Visitor& visitor) {
  visitor.quantity({.name = "seen", .meaning = "Seen"}, object.seen);
}

struct ForgetsInside {
  std::vector<Tool> box;
  Forgetful inner;
};
void describe(ForgetsInside& object, Visitor& visitor) {
  visit_tables(visitor, {.name = "box", .meaning = "Box"}, object.box);
  visit_table(visitor, {.name = "inner", .meaning = "Inner"}, object.inner);
}

struct ForgetsList {
  std::int64_t number = 0;
  std::vector<Tool> box;
};
void describe(ForgetsList& object, Visitor& visitor) {
  visitor.count({.name = "number", .meaning = "Number"}, object.number);
}

}  // namespace

TEST_CASE("[unit] a struct whose members are all described is covered") {
  Sample sample;
  CHECK(check_all_members_visited(sample));
  Tool tool;
  CHECK(check_all_members_visited(tool));
}

TEST_CASE("[unit] a forgotten member is found wherever it stands") {
  Forgetful middle;
  CHECK_FALSE(check_all_members_visited(middle));
  ForgetsLast last;
  CHECK_FALSE(check_all_members_visited(last));
  ForgetsInside inside;
  CHECK_FALSE(check_all_members_visited(inside));
  ForgetsList list;
  CHECK_FALSE(check_all_members_visited(list));
}
