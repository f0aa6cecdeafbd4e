#include "percuta/study/provenance.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "study/study_fixture.hpp"

using namespace percuta;
using namespace percuta::study_test;

namespace {

bool names_room(const study::Model& model, const std::string& room) {
  return std::any_of(model.not_built.begin(), model.not_built.end(), [&](const auto& one) { return one.room == room; });
}

}  // namespace

TEST_CASE("[unit] rooms that a study asks for and this version lacks are named, not skipped") {
  CHECK(names_room(load_text(small_study()), "healing"));
  CHECK_FALSE(names_room(load_text(small_study()), "transport"));
  CHECK(names_room(load_text(small_study(), {{"product.name=vitamin-c-15"}, {}}), "transport"));
  CHECK(names_room(load_text(small_study("[rf]\nfrequency = \"1 MHz\"\npower = \"20 W\"\npulse = \"300 ms\"\n")),
                   "heat"));
}

TEST_CASE("[unit] every source a run uses resolves to a paper and says what it was used for") {
  const study::Model model = load_text(small_study());
  for (const study::UsedSource& source : model.sources) {
    INFO(source.citation.key);
    CHECK_FALSE(source.citation.title.empty());
    CHECK_FALSE(source.citation.read_as.empty());
    CHECK_FALSE(source.used_for.empty());
  }
}

TEST_CASE("[unit] the inputs hash follows every input") {
  const std::string base = load_text(small_study()).inputs_hash;
  CHECK(load_text(small_study()).inputs_hash == base);
  CHECK(load_text(small_study(), {{"seed=8"}, {}}).inputs_hash != base);
  CHECK(load_text(small_study(), {{"mechanics.friction_stress=5 kPa"}, {}}).inputs_hash != base);
}
