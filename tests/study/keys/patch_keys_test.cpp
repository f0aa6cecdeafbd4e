#include "percuta/study/keys/patch_keys.hpp"

#include <doctest/doctest.h>

#include <string>

#include "study/study_fixture.hpp"

using namespace percuta;
using namespace percuta::study_test;

namespace {

const std::string k_serum = "[product]\nname = \"vitamin-c-15\"\n";

std::string with_patch(const std::string& keys) {
  return small_study(k_serum + "[patch]\n" + keys);
}

bool says(const std::string& refusal, const std::string& words) {
  CAPTURE(refusal);
  CHECK(refusal.find(words) != std::string::npos);
  return refusal.find("study.toml:") != std::string::npos;
}

}  // namespace

TEST_CASE("[unit] a patch of the median is asked for by its side, of every member by the ensemble's scale") {
  const study::Model none = load_text(small_study(k_serum)), median = load_text(with_patch("side = \"3 mm\"\n"));
  const study::Model all = load_text(with_patch("side = \"3 mm\"\n"), {{"ensemble.scale=patch"}, {}});
  CHECK_FALSE(none.inputs.patch.is_wanted());
  CHECK(median.inputs.patch.side == doctest::Approx(3e-3));
  CHECK(median.inputs.patch.cell == doctest::Approx(25e-6));
  CHECK_FALSE(median.inputs.are_all_patches);
  CHECK(all.inputs.are_all_patches);
  CHECK(median.inputs_hash != all.inputs_hash);
}

TEST_CASE("[unit] what a patch cannot be is refused at its key, with the mend") {
  CHECK(says(refusal_of(with_patch("side = \"19 mm\"\n")), "does not lie within the treated window"));
  CHECK(says(refusal_of(with_patch("side = \"3 mm\"\ncell = \"190 um\"\n")), "too coarse for holes"));
  CHECK(says(refusal_of(with_patch("side = \"10 mm\"\ncell = \"2 um\"\n")), "are the most"));
  CHECK(says(refusal_of(small_study("[patch]\nside = \"3 mm\"\n")), "none is put on whose strength is stated"));
  CHECK(says(refusal_of(small_study(k_serum), {{"ensemble.scale=patch"}, {}}), "there is none") == false);
  CHECK(says(refusal_of(with_patch("side = \"3 s\"\n")), "side"));
}
