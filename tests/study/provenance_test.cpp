#include "percuta/study/provenance.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "study/experiment_fixture.hpp"
#include "study/run_again.hpp"

using namespace percuta;
using namespace percuta::study_test;

namespace {

bool names_room(const study::Model& model, const std::string& room) {
  return std::any_of(model.not_built.begin(), model.not_built.end(), [&](const auto& one) { return one.room == room; });
}

}  // namespace

TEST_CASE("[unit] rooms that a study asks for and this version lacks are named, not skipped") {
  CHECK_FALSE(names_room(load_text(small_study()), "healing"));
  CHECK_FALSE(names_room(load_text(small_study()), "transport"));
  CHECK_FALSE(names_room(load_text(small_study(), {{"product.name=vitamin-c-15"}, {}}), "transport"));
  CHECK(names_room(load_text(small_study("[course]\naftercare = \"panthenol-cream\"\naftercare_for = \"8 days\"\n")),
                   "transport"));
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

TEST_CASE("[law] a bench on the study's own site is whole in its resolved study") {
  const std::string text = bench_study("force = \"1 N\"", "[site]\nname = \"cheek\"\n", "");
  const study::Model one = load_text(text), other = load_text(text, {{"experiment.force=20 N"}, {}});
  CHECK(has(one.resolved_toml, "[experiment]"));
  CHECK(one.inputs_hash != other.inputs_hash);
  CHECK(load_text(one.resolved_toml).experiment.force.value == doctest::Approx(1));
  check_same_again(one);
}

TEST_CASE("[law] a cover without a product is whole in its resolved study") {
  const study::Model model = load_text(small_study(), {{"product.cover=24 h"}, {}});
  CHECK(has(model.resolved_toml, "cover = \"24 h\""));
  CHECK(model.inputs_hash != load_text(small_study()).inputs_hash);
  check_same_again(model);
}

TEST_CASE("[unit] two studies differ at the first key that differs, or not at all") {
  const auto inputs = [](const std::string& setting) { return load_text(small_study(), {{setting}, {}}).inputs_text; };
  CHECK(study::first_difference(inputs("seed=7"), inputs("seed=7")).empty());
  CHECK(study::first_difference(inputs("technique.force=3 N"), inputs("technique.force=4 N")) == "technique.force");
  CHECK(study::first_difference(inputs("seed=7"), inputs("technique.force=4 N")) == "technique.force");
  CHECK(study::first_difference(inputs("technique.directions=[\"0 deg\"]"),
                                inputs("technique.directions=[\"5 deg\"]")) == "technique.directions[0]");
  CHECK(study::first_difference(inputs("seed=7"), inputs("product.cover=2 h")) == "product");
}
