#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "transport/transport_fixture.hpp"

using namespace percuta;

namespace {

const char* const k_vehicle =
    "[vehicle]\nwater = \"70 percent\"\noil = \"10 percent\"\nph = 5.5\nevaporation = \"100 g/m2/h\"\npartition = 1\n";

std::vector<Problem> problems_of(const std::string& text) {
  try {
    read_struct<transport::Composition>(parse_document(text, "mine.toml"), nullptr, Units());
  } catch (const InputError& error) {
    return error.problems();
  }
  return {};
}

}  // namespace

TEST_CASE("[law] the declarations of a composition are complete and sound") {
  tests::check_declaration<transport::Composition>();
  tests::check_declaration<transport::Vehicle>();
  tests::check_declaration<transport::Ingredient>();
}

TEST_CASE("[unit] a product of which nothing is told reads as such") {
  const auto nothing = read_struct<transport::Composition>(parse_document("", "mine.toml"), nullptr, Units());
  CHECK_FALSE(nothing.has_vehicle());
  CHECK(nothing.active.empty());
}

TEST_CASE("[unit] vehicle and strength are read in SI") {
  const auto read = read_struct<transport::Composition>(
      parse_document(std::string(k_vehicle) + "[[active]]\nname = \"retinol\"\nstrength = \"0.3 percent\"\n",
                     "mine.toml"),
      nullptr, Units());
  CHECK(read.has_vehicle());
  CHECK(read.vehicle.water == doctest::Approx(0.7));
  CHECK(read.vehicle.evaporation == doctest::Approx(0.1 / 3600));
  REQUIRE(read.active.size() == 1);
  CHECK(read.active[0].is_stated());
  CHECK(read.active[0].strength == doctest::Approx(0.003));
}

TEST_CASE("[unit] a misspelt key, a negative strength and an amount of another word are refused at their places") {
  const std::vector<Problem> problems =
      problems_of(std::string(k_vehicle) +
                  "waters = 1\n[[active]]\nname = \"retinol\"\nstrength = \"-1 percent\"\namount = \"none\"\n");
  REQUIRE(problems.size() == 3);
  bool is_meant = false;
  for (const Problem& problem : problems) {
    CHECK(problem.place.line > 0);
    is_meant = is_meant || problem.hint.find("water") != std::string::npos;
  }
  CHECK(is_meant);
}
