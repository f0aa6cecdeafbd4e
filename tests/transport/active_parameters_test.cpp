#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "transport/transport_fixture.hpp"

using namespace percuta;

namespace {

std::vector<Problem> problems_of(const std::string& text) {
  try {
    read_struct<transport::Active>(parse_document(text, "mine.toml"), nullptr, Units());
  } catch (const InputError& error) {
    return error.problems();
  }
  return {};
}

}  // namespace

TEST_CASE("[law] the declarations of actives and what becomes of them are complete and sound") {
  tests::check_declaration<transport::Active>();
  tests::check_declaration<transport::Conversion>();
}

TEST_CASE("[unit] the actives that products and cases need are there, and each reads") {
  const std::vector<std::string> names = tests::shipped_names("actives");
  for (const char* name : {"ascorbic-acid",   "retinol",        "retinyl-palmitate",   "retinoic-acid",
                           "hyaluronate-5",   "hyaluronate-50", "hyaluronate-300",     "hyaluronate-1000",
                           "niacinamide",     "caffeine",       "lidocaine",           "ghk-cu",
                           "tranexamic-acid", "panthenol",      "allantoin",           "albumin",
                           "calcein",         "dextran-4",      "dextran-70",          "dextran-500",
                           "dextran-2000",    "urea",           "aminolevulinic-acid", "copper",
                           "amantadine",      "pramipexole",    "carbamazepine",       "theophylline",
                           "naltrexone",      "rhodamine-b"}) {
    CAPTURE(name);
    CHECK(std::find(names.begin(), names.end(), name) != names.end());
  }
  for (const std::string& name : names) {
    CAPTURE(name);
    const transport::Active active = tests::active(name);
    CHECK(active.molar_mass > 0.01);
    CHECK((active.ionises == "acid" || active.ionises == "base") == transport::is_given(active.pka));
    for (const transport::Conversion& one : active.conversion) {
      CHECK((one.to.empty() || std::find(names.begin(), names.end(), one.to) != names.end()));
      CHECK_FALSE(one.layers.empty());
    }
  }
}

TEST_CASE("[unit] numbers are read in SI, and what is left out is known to be") {
  const transport::Active caffeine = tests::active("caffeine");
  CHECK(caffeine.molar_mass == doctest::Approx(0.19419));
  CHECK(caffeine.solubility == doctest::Approx(20));
  CHECK(caffeine.permeability == doctest::Approx(1.2e-9));
  CHECK_FALSE(transport::is_given(caffeine.dermis_diffusivity));
  CHECK_FALSE(transport::is_given(tests::active("albumin").log_kow));
}

TEST_CASE("[unit] an unknown key is refused at its place, with the word that was meant") {
  const std::vector<Problem> problems = problems_of("title = \"x\"\nmolar_mass = \"100 g/mol\"\nlog_kwo = 1\n");
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].place.line == 3);
  CHECK(problems[0].hint.find("log_kow") != std::string::npos);
}

TEST_CASE("[unit] a mass without a unit, a charge that is none and a layer that is none are refused, all at once") {
  const std::vector<Problem> problems = problems_of(
      "title = \"x\"\nmolar_mass = 100\nionises = \"acids\"\n[[conversion]]\nlayers = [\"dermi\"]\nrate = \"1 1/h\"\n");
  CHECK(problems.size() == 3);
}
