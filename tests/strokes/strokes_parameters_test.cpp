#include <doctest/doctest.h>

#include "percuta/base/error.hpp"
#include "percuta/strokes/strokes.hpp"
#include "skin/declared.hpp"

using namespace percuta;

TEST_CASE("[law] the strokes' declarations are complete and sound") {
  tests::check_declaration<strokes::Technique>();
  tests::check_declaration<strokes::Hand>();
}

TEST_CASE("[law] in the hand that Percuta ships an expert errs less than a novice") {
  const auto hand = tests::shipped<strokes::Hand>("hand.toml");
  for (const strokes::HandError& error :
       {hand.heading, hand.placement, hand.bow, hand.force_spread, hand.force_drift, hand.overshoot}) {
    CHECK(error.expert < error.novice);
    CHECK(error.expert > 0);
  }
}

TEST_CASE("[unit] a force without a unit and a skill beyond expert are refused") {
  const auto read = [](const std::string& force, const std::string& skill) {
    const std::string text =
        "directions = ['0 deg']\npasses = 1\nspeed = '5 cm/s'\nforce = " + force + "\nskill = " + skill;
    return read_struct<strokes::Technique>(parse_document(text, "t.toml"), nullptr, Units());
  };
  CHECK(read("'2 N'", "1").force == doctest::Approx(2));
  CHECK_THROWS_AS(read("2", "1"), InputError);
  CHECK_THROWS_AS(read("'2 N'", "1.1"), InputError);
}
