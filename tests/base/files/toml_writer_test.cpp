#include <doctest/doctest.h>

#include "base/sample.hpp"
#include "percuta/base/schema.hpp"

using namespace percuta;
using namespace percuta::tests;

namespace {

void check_same(const Quantity& a, const Quantity& b) {
  CHECK(a.value == b.value);
  CHECK(a.low == b.low);
  CHECK(a.high == b.high);
  CHECK(a.kind == b.kind);
  CHECK(a.source == b.source);
  CHECK(a.note == b.note);
}

void check_same(const Tool& a, const Tool& b) {
  CHECK(a.name == b.name);
  check_same(a.length, b.length);
  CHECK(a.is_worn == b.is_worn);
}

void check_same(const Sample& a, const Sample& b) {
  check_same(a.force, b.force);
  check_same(a.stiffness, b.stiffness);
  check_same(a.share, b.share);
  check_same(a.temperature, b.temperature);
  REQUIRE(a.directions.size() == b.directions.size());
  for (std::size_t i = 0; i < a.directions.size(); ++i) CHECK(a.directions[i].value == b.directions[i].value);
  CHECK(a.passes == b.passes);
  CHECK(a.sex == b.sex);
  CHECK(a.concern == b.concern);
  CHECK(a.is_held == b.is_held);
  CHECK(a.outline == b.outline);
  check_same(a.tool, b.tool);
  check_same(a.spare, b.spare);
  REQUIRE(a.box.size() == b.box.size());
  for (std::size_t i = 0; i < a.box.size(); ++i) check_same(a.box[i], b.box[i]);
}

Sample read(const std::string& text, const Units& units) {
  return read_struct<Sample>(parse_document(text, "s.toml"), nullptr, units);
}

}  // namespace

TEST_CASE("[law] what is written reads back the same, bit for bit") {
  const Units units;
  Sample sample = read(k_good_sample, units);
  check_same(read(to_toml(walk(sample), units), units), sample);
  sample.spare = sample.tool;
  sample.spare.name = "quo\"te\\ back\nline \x1b \xC3\xA9";
  sample.force.value = sample.force.low = sample.force.high = 1.0 / 3;
  sample.outline = {{1.0 / 3, 1e-7}};
  sample.box.clear();
  sample.concern.clear();
  check_same(read(to_toml(walk(sample), units), units), sample);
}

TEST_CASE("[unit] certain numbers are short, uncertain ones say what is known") {
  const Units units;
  Sample sample = read(k_good_sample, units);
  const std::string text = to_toml(walk(sample), units);
  CHECK(contains(text, "force = \"2 N\"  # study\n"));
  CHECK(contains(text, "share = \"0.3\"  # study\n"));
  CHECK(contains(
      text,
      "stiffness = { value = 50, low = 20, high = 200, unit = \"kPa\", source = \"Key2011\", kind = \"measured\", "
      "note = \"on \\\"cheek\\\"\" }  # 20 to 200 kPa; Key2011, measured\n"));
  CHECK(contains(text, "directions = [\"0 deg\", \"90 deg\"]\n"));
  CHECK(contains(text, "outline = [[0, 0], [10, 0], [10.5, 20]]  # mm\n"));
  CHECK(contains(text, "\n[[box]]\nname = \"a\"\n"));
}

TEST_CASE("[unit] what was never given is not written") {
  const Units units;
  Sample sample = read(replaced(k_good_sample, "temperature = \"37 degC\"\n", ""), units);
  const std::string text = to_toml(walk(sample), units);
  CHECK_FALSE(contains(text, "temperature"));
  CHECK_FALSE(contains(text, "[spare]"));
}

TEST_CASE("[unit] nested tables keep their full path") {
  struct Outer {
    Sample inner;
  } outer;
  const Units units;
  const Describe describe_outer = [&outer](Visitor& visitor) {
    visit_table(visitor, {.name = "outer", .meaning = "Outer"}, outer.inner);
  };
  outer.inner = read(k_good_sample, units);
  const std::string text = to_toml(describe_outer, units);
  CHECK(contains(text, "\n[outer.tool]\n"));
  CHECK(contains(text, "\n[[outer.box]]\n"));
  Problems problems;
  read_members(parse_document(text, "s"), nullptr, units, describe_outer, problems);
  CHECK(problems.empty());
}
