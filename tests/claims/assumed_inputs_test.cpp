#include "percuta/claims/assumed_inputs.hpp"

#include <doctest/doctest.h>

#include <set>

#include "percuta/base/schema.hpp"
#include "study/study_fixture.hpp"

using namespace percuta;
using namespace percuta::study_test;

TEST_CASE("[unit] assumed inputs are found by path, measured and certain ones are not") {
  study::Model model = load_text(small_study());
  const auto found = claims::assumed_inputs([&](Visitor& visitor) { describe(model.inputs, visitor); });
  bool has_bow = false;
  for (const claims::AssumedInput& input : found) {
    CHECK(input.quantity->kind == Kind::assumed);
    CHECK_FALSE(input.quantity->is_certain());
    has_bow = has_bow || input.path == "hand.bow.novice";
    CHECK(input.path != "person.age");
  }
  CHECK(has_bow);
}

TEST_CASE("[unit] what is found can be changed in place") {
  study::Model model = load_text(small_study());
  for (const claims::AssumedInput& input :
       claims::assumed_inputs([&](Visitor& visitor) { describe(model.inputs, visitor); })) {
    if (input.path == "hand.bow.novice") input.quantity->value = 0.123;
  }
  CHECK(model.inputs.knowledge.hand.bow.novice.value == 0.123);
}

TEST_CASE("[law] every path that a verdict may name is a key that can be explained") {
  study::Model model = load_text(small_study());
  std::set<std::string> keys;
  for (const ParameterRow& row : model.keys) keys.insert(row.path);
  for (const ParameterRow& row : list_parameters([&](Visitor& v) { describe(model.inputs, v); }, Units())) {
    if (row.type != "quantity" && row.type != "list of quantities") continue;
    INFO(row.path);
    CHECK((keys.contains(row.path) || row.path.starts_with("session[")));
  }
  for (const claims::AssumedInput& input :
       claims::assumed_inputs([&](Visitor& visitor) { describe(model.inputs, visitor); })) {
    INFO(input.path);
    CHECK(keys.contains(input.path));
  }
}
