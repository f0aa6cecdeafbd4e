#include "percuta/study/sweep.hpp"

#include <doctest/doctest.h>

#include "study/study_fixture.hpp"

using namespace percuta;
using namespace percuta::study_test;

namespace {

study::SweepAxis axis(const std::string& text) {
  return study::read_over(text, Units());
}

std::string refusal(const std::string& text) {
  try {
    axis(text);
    return "";
  } catch (const InputError& error) {
    return error.what();
  }
}

}  // namespace

TEST_CASE("[unit] a range takes evenly spaced points, both ends in, and one unit for both") {
  const study::SweepAxis length = axis("device.needle.length=0.5..1.5 mm:5");
  CHECK(length.key == "device.needle.length");
  CHECK(length.unit == "mm");
  CHECK(length.values == std::vector<std::string>{"0.5 mm", "0.75 mm", "1 mm", "1.25 mm", "1.5 mm"});
  CHECK(length.numbers.back() == 1.5);
  CHECK(axis("a.b = 0.5 mm .. 1.5 mm : 3").values == std::vector<std::string>{"0.5 mm", "1 mm", "1.5 mm"});
  CHECK(axis("a=3..1 N:3").values == std::vector<std::string>{"3 N", "2 N", "1 N"});
}

TEST_CASE("[unit] whole numbers without steps take every one") {
  CHECK(axis("technique.passes=2..5").values == std::vector<std::string>{"2", "3", "4", "5"});
  CHECK(axis("skill=0.1..0.9").values.size() == 5);
}

TEST_CASE("[unit] a list takes its values as they stand, numbers in the first one's unit") {
  const study::SweepAxis length = axis("device.needle.length=500 um, 1 mm");
  CHECK(length.values == std::vector<std::string>{"500 um", "1 mm"});
  CHECK(length.unit == "um");
  CHECK(length.numbers[1] == doctest::Approx(1000));
  const study::SweepAxis words = axis("device.name=roller-192,pen-11");
  CHECK(words.values.size() == 2);
  CHECK(words.numbers.empty());
  CHECK(axis("technique.directions=[\"0 deg\", \"90 deg\"],[\"0 deg\"]").values.size() == 2);
}

TEST_CASE("[unit] what is no axis is refused with its place") {
  CHECK(has(refusal("technique.passes"), "no '='"));
  CHECK(has(refusal("=1,2"), "names no key"));
  CHECK(has(refusal("a="), "no values"));
  CHECK(has(refusal("a=1,,2"), "empty"));
  CHECK(has(refusal("a=1..x"), "'x' is not a number"));
  CHECK(has(refusal("a=1 mm..2 N"), "two units"));
  CHECK(has(refusal("a=1..1"), "two different ends"));
  CHECK(has(refusal("a=1..2:1"), "from 2"));
  CHECK(has(refusal("a=1..9999"), "1000"));
  CHECK(has(refusal("a=1..2:x"), "--over"));
}

TEST_CASE("[unit] axes make a grid, the first one slowest, within bounds") {
  const auto points = study::sweep_settings({axis("a=1,2"), axis("b=x,y,z")});
  REQUIRE(points.size() == 6);
  CHECK(points[0] == std::vector<std::string>{"a=1", "b=x"});
  CHECK(points[1] == std::vector<std::string>{"a=1", "b=y"});
  CHECK(points[3] == std::vector<std::string>{"a=2", "b=x"});
  CHECK_THROWS_AS(study::sweep_settings({}), InputError);
  CHECK_THROWS_AS(study::sweep_settings({axis("a=1,2"), axis("a=3,4")}), InputError);
  CHECK_THROWS_AS(study::sweep_settings({axis("a=1..100"), axis("b=1..100")}), InputError);
}

TEST_CASE("[unit] a study may carry its sweep, which one run leaves aside and says so") {
  const std::string sweep = "[sweep]\nover = [\"technique.passes=1..3\"]\nshow = [\"density\"]\n";
  const study::Model model = load_text(small_study(sweep));
  CHECK(model.sweep.over == std::vector<std::string>{"technique.passes=1..3"});
  CHECK(model.sweep.show == std::vector<std::string>{"density"});
  const study::Model again = load_text(model.resolved_toml);
  CHECK(again.resolved_toml == model.resolved_toml);
  CHECK(again.warnings == model.warnings);
  REQUIRE_FALSE(model.warnings.empty());
  CHECK(has(model.warnings.front(), "[sweep]"));
}

TEST_CASE("[unit] a sweep without axes is refused") {
  CHECK(has(refusal_of(small_study("[sweep]\nshow = [\"density\"]\n")), "missing key 'over'"));
}
