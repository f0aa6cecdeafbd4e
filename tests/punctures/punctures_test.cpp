#include "percuta/punctures/punctures.hpp"

#include <doctest/doctest.h>

#include "device/roller_fixture.hpp"
#include "percuta/base/error.hpp"
#include "punctures/guidance_fixture.hpp"
#include "skin/skin_fixture.hpp"
#include "strokes/hand_fixture.hpp"

using namespace percuta;

TEST_CASE("[unit] a roller lands in the window and beside it") {
  const skin::Skin skin = tests::skin_of();
  const auto strokes = strokes::trace(tests::technique(), tests::human_hand(), skin.window, 20e-3, {7, 0, 32}, 1);
  const punctures::Punctures landed =
      punctures::land(strokes, tests::roller(), skin, tests::no_guidance(), {7, 0, 32}, 1);
  int inside = 0;
  for (const punctures::Puncture& p : landed.all) {
    inside += p.in_window ? 1 : 0;
    CHECK(p.in_window == numerics::contains(skin.window, {p.x, p.y}));
    CHECK(numerics::contains(skin.outline, {p.x, p.y}));
  }
  CHECK(inside > 0);
  CHECK(inside < static_cast<int>(landed.all.size()));
}

TEST_CASE("[law] no skill, no evenness: a novice rolls less evenly than an expert") {
  const skin::Skin skin = tests::skin_of(20e-4);
  const auto dispersion = [&](double skill) {
    double sum = 0;
    strokes::Technique technique = tests::technique();
    technique.skill = certain(skill);
    for (std::uint32_t session = 1; session <= 10; ++session) {
      const auto strokes = strokes::trace(technique, tests::human_hand(), skin.window, 20e-3, {7, 0, 32}, session);
      const auto landed = punctures::land(strokes, tests::roller(), skin, tests::no_guidance(), {7, 0, 32}, session);
      sum += punctures::cover(landed, skin.window).dispersion_2mm;
    }
    return sum / 10;
  };
  CHECK(dispersion(0) > dispersion(1));
}

TEST_CASE("[unit] a kind that is not built yet is refused by name") {
  device::Device pen = tests::roller();
  pen.kind = "pen";
  CHECK_THROWS_AS(punctures::land({}, pen, tests::skin_of(), tests::no_guidance(), {7, 0, 32}, 1), InputError);
}
