#include "percuta/base/reader.hpp"

#include <doctest/doctest.h>

#include <numbers>

#include "base/sample.hpp"

using namespace percuta;
using namespace percuta::tests;

namespace {

std::string with_line(const std::string& from, const std::string& to) {
  return replaced(k_good_sample, from, to);
}

}  // namespace

TEST_CASE("[unit] a good document fills every member in SI") {
  const Units units;
  const auto sample = read_struct<Sample>(parse_document(k_good_sample, "study.toml"), nullptr, units);
  CHECK(sample.force.value == 2.0);
  CHECK(sample.force.source == "study");
  CHECK(sample.force.is_certain());
  CHECK(sample.stiffness.low == doctest::Approx(2e4));
  CHECK(sample.stiffness.kind == Kind::measured);
  CHECK(sample.stiffness.source == "Key2011");
  CHECK(sample.stiffness.note == "on \"cheek\"");
  CHECK(sample.stiffness.most == doctest::Approx(1e8));
  CHECK(sample.share.value == doctest::Approx(0.3));
  CHECK(sample.temperature.value == doctest::Approx(310.15));
  REQUIRE(sample.directions.size() == 2);
  CHECK(sample.directions[1].value == doctest::Approx(std::numbers::pi / 2));
  CHECK(sample.directions[1].source == "default");
  CHECK(sample.passes == 4);
  CHECK(sample.sex == "female");
  CHECK(sample.concern == std::vector<std::string>{"acne scar", "striae"});
  CHECK(sample.is_held);
  REQUIRE(sample.outline.size() == 3);
  CHECK(sample.outline[2][1] == doctest::Approx(0.02));
  CHECK(sample.tool.length.value == doctest::Approx(1.5e-3));
  CHECK(sample.spare.name.empty());
  REQUIRE(sample.box.size() == 2);
  CHECK(sample.box[0].is_worn);
  CHECK(sample.box[0].length.value == doctest::Approx(1e-4));
}

TEST_CASE("[unit] dotted keys reach into tables") {
  const Units units;
  const std::string head = replaced(k_good_sample, "held = true", "spare.name = \"x\"\nspare.length = \"2 mm\"");
  Sample sample;
  CHECK(problems_of(head, units, "", &sample).empty());
  CHECK(sample.spare.length.value == doctest::Approx(2e-3));
}

TEST_CASE("[unit] an unknown key is placed and the likely key named") {
  const Units units;
  const auto problems = problems_of(with_line("name = \"roller\"", "name = \"roller\"\nlenght = \"1 mm\""), units);
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].message == "'lenght' is not a key of [tool]");
  CHECK(problems[0].hint == "did you mean 'length'?");
  CHECK(problems[0].place.line == 13);
  CHECK(problems[0].place.column == 1);
  CHECK(problems[0].place.width == 6);
}

TEST_CASE("[unit] an unknown table is an error") {
  const Units units;
  const auto problems = problems_of(std::string(k_good_sample) + "[tooling]\nx = 1\n", units);
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].message == "'tooling' is not a key of the file's top level");
  CHECK(problems[0].place.column == 2);
  CHECK(problems[0].place.line_text == "[tooling]");
}

TEST_CASE("[unit] unknown keys in a list of tables name the item") {
  const Units units;
  const auto problems = problems_of(with_line("worn = true", "won = true"), units);
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].message == "'won' is not a key of item 1 of [[box]]");
}

TEST_CASE("[unit] other wrong types and values are told with what is allowed") {
  const Units units;
  const auto said_of = [&units](const std::string& from, const std::string& to) {
    return said(problems_of(with_line(from, to), units));
  };
  CHECK(contains(said_of("passes = 4", "passes = 4.0"), "'passes' is a number, but an integer is needed"));
  CHECK(contains(said_of("passes = 4", "passes = 21"), "'passes' is 21; allowed is 1 to 20"));
  CHECK(contains(said_of("passes = 4", "passes = \"4\""), "'passes' is text, but an integer is needed"));
  CHECK(contains(said_of("\"female\"", "\"femal\""), "did you mean 'female'?"));
  CHECK(contains(said_of("\"female\"", "\"divers\""), "one of: female, male"));
  CHECK(contains(said_of("\"female\"", "1"), "'sex' is an integer, but text is needed"));
  CHECK(contains(said_of("[\"acne scar\", \"striae\"]", "\"striae\""), "a list of texts is needed"));
  CHECK(contains(said_of("\"striae\"", "\"strie\""), "did you mean 'striae'?"));
  CHECK(contains(said_of("held = true", "held = 1"), "'held' is an integer, but true or false is needed"));
  CHECK(contains(said_of("[10.5, 20]", "[10.5]"), "must be a pair of numbers"));
  CHECK(contains(said_of("[10.5, 20]", "[10.5, \"20\"]"), "a number in mm is needed"));
  CHECK(contains(said_of("[10.5, 20]", "[10.5, inf]"), "not a finite number"));
  CHECK(contains(said_of("held = true", "spare = 3"), "'spare' is an integer, but a table [spare] is needed"));
  CHECK(contains(said_of("held = true", "directions = \"0 deg\""), "a list of quantities is needed"));
  CHECK(contains(said_of("held = true", "directions = [\"0 deg\", \"9 mm\"]"), "an angle is needed"));
}

TEST_CASE("[unit] a table given as a value is refused without its missing keys") {
  const Units units;
  const std::string text = "tool = \"roller\"\n" + replaced(k_good_sample, "[tool]\n", "[box_of]\n");
  const auto problems = problems_of(text, units);
  CHECK(contains(said(problems), "'tool' is text, but a table [tool] is needed"));
  CHECK(!contains(said(problems), "missing key"));
}

TEST_CASE("[unit] a missing key is told at its table") {
  const Units units;
  const auto problems = problems_of(with_line("name = \"roller\"\n", ""), units);
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].message == "missing key 'name' in [tool]");
  CHECK(problems[0].place.line == 11);
  CHECK(said(problems_of("", units)).find("missing key 'force' in the file's top level") != std::string::npos);
}

TEST_CASE("[unit] all problems of a document come at once, in the order of its lines") {
  const Units units;
  const std::string text = with_line("\"2 N\"", "\"2 mm\"") + "colour = 1\n";
  try {
    read_struct<Sample>(parse_document(replaced(text, "passes = 4", "passes = 0"), "study.toml"), nullptr, units);
    FAIL("must not be accepted");
  } catch (const InputError& error) {
    REQUIRE(error.problems().size() == 3);
    CHECK(error.problems()[0].place.line == 1);
    CHECK(error.problems()[1].place.line == 5);
    CHECK(contains(error.problems()[2].message, "'colour' is not a key of item 2 of [[box]]"));
  }
}

TEST_CASE("[unit] what the study leaves out comes from the defaults") {
  const Units units;
  const std::string text = with_line("force = \"2 N\"\n", "");
  const std::string defaults =
      "force = { value = 3, low = 1, high = 9, unit = \"N\", source = \"K\", kind = \"assumed\" }\n[spare]\nname = "
      "\"s\"\n"
      "length = { value = 1, low = 1, high = 1, unit = \"mm\", source = \"K\", kind = \"measured\" }\n";
  Sample sample;
  CHECK(problems_of(text, units, defaults, &sample).empty());
  CHECK(sample.force.value == 3.0);
  CHECK(sample.force.source == "K");
  CHECK(sample.spare.name == "s");
}

TEST_CASE("[unit] problems in the defaults name that file") {
  const Units units;
  const std::string text = with_line("force = \"2 N\"\n", "");
  CHECK(contains(said(problems_of(text, units, "force = \"3 N\"\n")),
                 "defaults.toml:1:9: error: 'force' is a value of the data"));
  CHECK(contains(said(problems_of(k_good_sample, units, "forse = 1\n")),
                 "defaults.toml:1:1: error: 'forse' is not a key"));
}

TEST_CASE("[unit] faulty keys leave their members as they were") {
  const Units units;
  Sample sample;
  sample.force = certain(7);
  sample.passes = 3;
  Problems problems;
  const Node node = parse_document(replaced(with_line("\"2 N\"", "\"x\""), "passes = 4", "passes = 99"), "s");
  read_members(node, nullptr, units, walk(sample), problems);
  CHECK(problems.list().size() == 2);
  CHECK(sample.force.value == 7.0);
  CHECK(sample.passes == 3);
}

TEST_CASE("[unit] a setting is laid over the study and named as the source") {
  const Units units;
  const Node study = overlaid(parse_document(k_good_sample, "study.toml"), parse_setting("tool.length=2 mm"));
  const auto sample = read_struct<Sample>(study, nullptr, units);
  CHECK(sample.tool.length.value == doctest::Approx(2e-3));
  CHECK(sample.tool.length.source == "--set");
  const Node wrong = overlaid(parse_document(k_good_sample, "study.toml"), parse_setting("tool.lenth=2 mm"));
  Sample other;
  Problems problems;
  read_members(wrong, nullptr, units, walk(other), problems);
  CHECK(said(problems.list()) ==
        "--set: error: 'lenth' is not a key of [tool]\ntool.lenth=2 mm\n     ^~~~~\n  hint: did you mean 'length'?\n");
}

TEST_CASE("[unit] a document that is no table is refused") {
  const Units units;
  Node node;
  node.value = std::string("text");
  Sample sample;
  Problems problems;
  read_members(node, nullptr, units, walk(sample), problems);
  CHECK(problems.list().size() == 1);
}

TEST_CASE("[unit] a thousand unknown keys do not drown the rest") {
  const Units units;
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "key" + std::to_string(i) + " = 1\n";
  CHECK(problems_of(text + k_good_sample, units).size() == 50);
}

TEST_CASE("[unit] a line too long to show is not carried along with each problem") {
  const Units units;
  std::string text = "box = [";
  for (int i = 0; i < 20000; ++i) text += "{x=1},";
  const auto problems = problems_of(text + "]\n", units);
  CHECK(problems.size() > 20000);
  for (const Problem& problem : problems) REQUIRE(problem.place.line_text.empty());
}
