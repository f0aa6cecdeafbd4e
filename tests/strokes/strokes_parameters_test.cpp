#include <doctest/doctest.h>

#include <numbers>

#include "percuta/base/error.hpp"
#include "percuta/strokes/strokes.hpp"
#include "skin/declared.hpp"

using namespace percuta;

TEST_CASE("[law] the strokes' declarations are complete and sound") {
  tests::check_declaration<strokes::Technique>();
  tests::check_declaration<strokes::Hand>();
  tests::check_declaration<strokes::InjectionPatterns>();
}

TEST_CASE("[law] in the hand that Percuta ships an expert errs less than a novice") {
  const auto hand = tests::shipped<strokes::Hand>("hand.toml");
  for (const strokes::HandError& error :
       {hand.heading, hand.placement, hand.bow, hand.force_spread, hand.force_drift, hand.overshoot, hand.angle,
        hand.skip, hand.speed_spread, hand.dwell, hand.lift, hand.change}) {
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

TEST_CASE("[unit] the patterns that Percuta ships go from many shallow pricks to few deep ones") {
  const auto patterns = tests::shipped<strokes::InjectionPatterns>("injection.toml");
  CHECK(patterns.nappage.spacing < patterns.papule.spacing);
  CHECK(patterns.papule.spacing < patterns.point_by_point.spacing);
  CHECK(patterns.papule.depth < patterns.nappage.depth);
  CHECK(patterns.nappage.depth < patterns.point_by_point.depth);
}

TEST_CASE("[unit] a technique may leave open how injections are laid, and may not invent a pattern") {
  const auto read = [](const std::string& more) {
    const std::string text = "directions = ['0 deg']\npasses = 1\nspeed = '5 cm/s'\nforce = '2 N'\nskill = 1\n" + more;
    return read_struct<strokes::Technique>(parse_document(text, "t.toml"), nullptr, Units());
  };
  const strokes::Technique open = read("");
  CHECK(open.pattern.empty());
  for (const Quantity& left_out : {open.stretch, open.spacing, open.angle, open.depth}) CHECK(left_out == 0);
  const strokes::Technique told =
      read("pattern = 'papule'\nspacing = '5 mm'\nangle = '30 deg'\ndepth = '2 mm'\nstretch = '10 N/m'\n");
  CHECK(told.pattern == "papule");
  CHECK(told.spacing == doctest::Approx(5e-3));
  CHECK(told.angle == doctest::Approx(30 * std::numbers::pi / 180));
  CHECK(told.depth == doctest::Approx(2e-3));
  CHECK(told.stretch == doctest::Approx(10));
  CHECK_THROWS_AS(read("pattern = 'zigzag'"), InputError);
}
