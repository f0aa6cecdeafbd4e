#include <doctest/doctest.h>

#include <string>

#include "endpoints/treated_fixture.hpp"

using namespace percuta;
using endpoints::Maps;
using tests::scaled;
using tests::treatment;
using tests::turned;
using tests::untouched;

using endpoints::GradeMap;
using endpoints::SmoothingMap;

TEST_CASE("[unit] the pen's own course lessens wrinkles by what was observed") {
  auto pen = treatment();
  pen.state.course = pen.state.references.pen;
  CHECK(pen.number("wrinkle") == doctest::Approx(1 - 0.26));
  pen.is_expression_line = true;
  CHECK(pen.number("wrinkle") == doctest::Approx(1 - 0.13));
}

TEST_CASE("[law] more collagen lessens wrinkles more, a greater observed change too, and never below nothing") {
  CHECK(treatment(1).number("wrinkle") < treatment(0.5).number("wrinkle"));
  CHECK(treatment(1e3).number("wrinkle") == 0);
  CHECK(scaled("wrinkle", &Maps::observed, &endpoints::ObservedChanges::wrinkle, 1.3) < treatment().number("wrinkle"));
  auto epidermis = treatment();
  for (auto* layer : {&epidermis.state.course.papillary, &epidermis.state.course.dermis}) {
    for (auto& moment : *layer) moment.tissue.three = 0;  // only the epidermis is left to act
  }
  const auto early = [&epidermis](double size) {
    epidermis.maps.smoothing.wrinkle = certain(size);
    return epidermis.curve("wrinkle_course")[150];
  };
  CHECK(early(0.3) < early(0.1));
  CHECK(turned("wrinkle", [](auto& some) {
          some.is_expression_line = true;
          some.maps.smoothing.expression_line = certain(0.8);
        }) < turned("wrinkle", [](auto& some) { some.is_expression_line = true; }));
}

TEST_CASE("[law] raters add their term, kept apart, and shares of people stay between 0 and 1") {
  const auto some = treatment();
  CHECK(some.number("wrinkle_rated") == doctest::Approx(some.number("wrinkle") - 0.05));
  for (const std::string name : {"wrinkle_better", "wrinkle_better_rated"}) {
    CHECK(some.number(name) > 0);
    CHECK(some.number(name) < 1);
    CHECK(untouched().number(name) == 0);
    CHECK(scaled(name, &Maps::grade, &GradeMap::wrinkle_first, 1.2) > some.number(name));
  }
  CHECK(some.number("wrinkle_better_rated") > some.number("wrinkle_better"));
  CHECK(untouched().number("wrinkle") == 1);
  CHECK(untouched().number("wrinkle_rated") == 1);
}
