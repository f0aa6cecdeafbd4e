#include "percuta/base/quantity_reader.hpp"

#include <doctest/doctest.h>

#include "base/sample.hpp"

using namespace percuta;
using namespace percuta::tests;

namespace {

std::string with_line(const std::string& from, const std::string& to) {
  return replaced(k_good_sample, from, to);
}

constexpr Spec k_length = {.name = "length", .meaning = "Length", .unit = "mm", .min = 0.05, .max = 5};

}  // namespace

TEST_CASE("[unit] each kind of faulty quantity is told apart") {
  const Units units;
  const auto message = [&units](const std::string& force) {
    const auto problems = problems_of(with_line("\"2 N\"", force), units);
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].place.line == 1);
    CHECK(problems[0].place.column == 9);
    return problems[0].message + " | " + problems[0].hint;
  };
  CHECK(message("2") == "'force' is \"2\" without a unit | 'force' needs a unit, e.g. \"1 N\"");
  CHECK(message("\"2\"") == "'force' is \"2\" without a unit | 'force' needs a unit, e.g. \"1 N\"");
  CHECK(message("\"2 mm\"") == "'force' is given in mm, a length; a force is needed | for example \"1 N\"");
  CHECK(message("\"2 Nn\"") == "'force' has a unit that is not known: \"Nn\" | a force is needed, for example \"1 N\"");
  CHECK(message("\"2,5 N\"") == "'force' has a unit that is not known: \",5 N\" | the decimal sign is a point");
  CHECK(message("\"60 N\"") == "'force' is 60 N; allowed is 0.1 to 50 N | ");
  CHECK(message("\"-2 N\"") == "'force' is -2 N; allowed is 0.1 to 50 N | ");
  CHECK(contains(message("\"nan N\""), "'force' is nan, not a finite number"));
  CHECK(contains(message("\"inf N\""), "'force' is inf, not a finite number"));
  CHECK(contains(message("\"1e999 N\""), "not a finite number"));
  CHECK(contains(message("\"strong\""), "'force' is \"strong\", which does not start with a number"));
  CHECK(contains(message("true"), "'force' is true or false, but a quantity is needed"));
  CHECK(contains(message("[\"2 N\"]"), "'force' is a list, but a quantity is needed"));
}

TEST_CASE("[unit] a bound given in another unit is still inside") {
  const Units units;
  CHECK(problems_of(with_line("\"100 um\"", "\"50 um\""), units).empty());
  CHECK(problems_of(with_line("\"100 um\"", "\"0.5 cm\""), units).empty());
  CHECK(problems_of(with_line("\"100 um\"", "\"49.99 um\""), units).size() == 1);
}

TEST_CASE("[unit] a plain number may be bare, in text or in percent") {
  const Units units;
  for (const std::string text : {"0.3", "\"0.3\"", "\"30 percent\"", "\"30 %\"", "\"30%\""}) {
    Sample sample;
    CAPTURE(text);
    CHECK(problems_of(with_line("\"30 percent\"", text), units, "", &sample).empty());
    CHECK(sample.share.value == doctest::Approx(0.3));
  }
  CHECK(contains(said(problems_of(with_line("\"30 percent\"", "\"30 deg\""), units)), "a plain number is needed"));
  CHECK(contains(said(problems_of(with_line("\"30 percent\"", "nan"), units)), "not a finite number"));
  CHECK(contains(said(problems_of(with_line("\"30 percent\"", "30"), units)), "allowed is 0 to 1"));
}

TEST_CASE("[unit] a quantity table must say what is known of it") {
  const Units units;
  const auto said_of = [&units](const std::string& from, const std::string& to) {
    return said(problems_of(with_line(from, to), units));
  };
  CHECK(contains(said_of("low = 20, high = 200, ", ""), "'stiffness' has no 'low'"));
  CHECK(contains(said_of("low = 20, ", ""), "'stiffness' has no 'low'"));
  CHECK(contains(said_of("high = 200, ", ""), "'stiffness' has no 'high'"));
  CHECK(contains(said_of("low = 20", "low = 60"), "low <= value <= high"));
  CHECK(contains(said_of("high = 200", "high = 40"), "low <= value <= high"));
  CHECK(contains(said_of("high = 200", "high = \"200\""), "'high' of 'stiffness' is text, but a number is needed"));
  CHECK(contains(said_of("high = 200", "high = 2e5"), "allowed is 1 to 100000 kPa"));
  CHECK(contains(said_of("unit = \"kPa\", ", ""), "'stiffness' has no 'unit'"));
  CHECK(contains(said_of("unit = \"kPa\"", "unit = \"kN\""), "a pressure or stiffness is needed"));
  CHECK(contains(said_of("source = \"Key2011\", ", ""), "'stiffness' has no 'source'"));
  CHECK(contains(said_of("\"Key2011\"", "\"\""), "'stiffness' names no source"));
  CHECK(contains(said_of("kind = \"measured\", ", ""), "'stiffness' has no 'kind'"));
  CHECK(contains(said_of("\"measured\"", "\"mesured\""), "did you mean 'measured'?"));
  CHECK(contains(said_of("\"measured\"", "\"chosen\""), "'chosen' is not a kind of value"));
  CHECK(contains(said_of("note = ", "not = "), "'not' is not a key of a quantity"));
  CHECK(said_of("low = 20, high = 200, ", "exact = true, ").empty());
  CHECK(contains(said_of("low = 20, high = 200, ", "exact = false, "), "'stiffness' has no 'low'"));
  CHECK(contains(said_of("low = 1.4, high = 1.6, ", "exact = true, "), "assumed, so it cannot be exact"));
}

TEST_CASE("[unit] text from the data and text from the code are treated by their author") {
  const Units units;
  Problems problems;
  const QuantityReader reader(units, problems);
  const Node root = parse_document("length = \"1.5 mm\"\n", "s");
  const Node& node = *root.find("length");
  CHECK(reader.read(node, k_length, Author::user)->source == "study");
  CHECK(reader.read(node, k_length, Author::code)->source == "default");
  CHECK(problems.empty());
  CHECK_FALSE(reader.read(node, k_length, Author::data).has_value());
  CHECK(contains(said(problems.list()), "a value of the data without its source"));
}

TEST_CASE("[unit] declared bounds travel with the quantity in SI") {
  const Units units;
  Problems problems;
  const Node root = parse_document("length = \"1.5 mm\"\n", "s");
  const auto quantity = QuantityReader(units, problems).read(*root.find("length"), k_length, Author::user);
  REQUIRE(quantity.has_value());
  CHECK(quantity->least == doctest::Approx(5e-5));
  CHECK(quantity->most == doctest::Approx(5e-3));
  const Spec boundless = {.name = "length", .meaning = "Length", .unit = "mm"};
  const auto free = QuantityReader(units, problems).read(*root.find("length"), boundless, Author::user);
  REQUIRE(free.has_value());
  CHECK(free->most > 1e300);
}

TEST_CASE("[unit] a logarithmic spread may not begin at zero") {
  const Units units;
  Problems problems;
  const Spec spec = {.name = "D", .meaning = "Diffusivity", .unit = "m2/s", .min = 0, .max = 1, .spread = Spread::log};
  const Node root = parse_document(
      "D = { value = 0.1, low = 0, high = 0.2, unit = \"m2/s\", source = \"K\", kind = \"assumed\" }\n", "s");
  CHECK_FALSE(QuantityReader(units, problems).read(*root.find("D"), spec, Author::data).has_value());
  CHECK(contains(said(problems.list()), "low must be above 0"));
}

TEST_CASE("[unit] bare numbers of points are read in the declared unit") {
  const Units units;
  Problems problems;
  const Node root = parse_document("a = 2\nb = 2.5\nc = \"2 mm\"\n", "s");
  const QuantityReader reader(units, problems);
  CHECK(reader.read_bare(*root.find("a"), k_length) == doctest::Approx(2e-3));
  CHECK(reader.read_bare(*root.find("b"), k_length) == doctest::Approx(2.5e-3));
  CHECK_FALSE(reader.read_bare(*root.find("c"), k_length).has_value());
  CHECK(number_of(*root.find("a")) == 2.0);
  CHECK_FALSE(number_of(*root.find("c")).has_value());
}
