#include <doctest/doctest.h>

#include "device/head_fixture.hpp"
#include "device/roller_fixture.hpp"
#include "percuta/base/error.hpp"
#include "strokes/hand_fixture.hpp"

using namespace percuta;

TEST_CASE("[unit] what a device's manner does not know is refused, not overlooked") {
  const auto asks = [](Quantity strokes::Technique::* member) {
    strokes::Technique technique = tests::technique();
    technique.*member = certain(1e-3);
    return technique;
  };
  for (const auto member : {&strokes::Technique::spacing, &strokes::Technique::angle, &strokes::Technique::depth}) {
    CHECK_THROWS_AS(strokes::check(asks(member), tests::roller()), InputError);
    CHECK_NOTHROW(strokes::check(asks(member), tests::stamp("grid", 36)));
    CHECK_NOTHROW(strokes::check(asks(member), tests::injector()));
  }
  strokes::Technique pattern = tests::technique();
  pattern.pattern = "papule";
  CHECK_THROWS_AS(strokes::check(pattern, tests::roller()), InputError);
  CHECK_THROWS_AS(strokes::check(pattern, tests::stamp("grid", 36)), InputError);
  CHECK_NOTHROW(strokes::check(pattern, tests::injector()));
  CHECK_NOTHROW(strokes::check(asks(&strokes::Technique::stretch), tests::roller()));
}

TEST_CASE("[unit] a depth beyond the needles is told at its key") {
  strokes::Technique deep = tests::technique();
  deep.depth = certain(3e-3);
  CHECK(strokes::misfits(deep, tests::injector()).empty());
  deep.depth = certain(5e-3);
  const auto misfits = strokes::misfits(deep, tests::injector());
  REQUIRE(misfits.size() == 1);
  CHECK(misfits.front().key == "technique.depth");
  CHECK(misfits.front().message == "technique.depth is 5 mm, and the needles are 4 mm long");
}
