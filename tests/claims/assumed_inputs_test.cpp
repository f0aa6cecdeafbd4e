#include "percuta/claims/assumed_inputs.hpp"

#include <doctest/doctest.h>

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
  CHECK(model.inputs.hand.bow.novice.value == 0.123);
}
