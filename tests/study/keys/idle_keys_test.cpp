#include "percuta/study/keys/idle_keys.hpp"

#include <doctest/doctest.h>

#include "study/run_again.hpp"

using namespace percuta;
using namespace percuta::study_test;

namespace {

std::string warnings_of(const study::Model& model) {
  std::string text;
  for (const std::string& warning : model.warnings) text += warning + "\n";
  return text;
}

const char* k_rf = "[rf]\nfrequency = \"1 MHz\"\npower = \"20 W\"\npulse = \"300 ms\"\n";

}  // namespace

TEST_CASE("[unit] keys that nothing reads yet are named where the study sets them, and only there") {
  CHECK(warnings_of(load_text(small_study())).empty());
  const study::Model model = load_text(small_study(k_rf), {{"course.interval=20 day", "technique.force=3 N"}, {}});
  CHECK(has(warnings_of(model),
            "Read, and without effect until the rooms for it are built: rf.frequency, rf.power, rf.pulse."));
  CHECK(has(warnings_of(model), "Set, and without effect here: course.interval (there is one session)."));
  CHECK(has(warnings_of(load_text(small_study(), {{"product.amount=2 mg/cm2"}, {}})), "product.amount"));
  CHECK_FALSE(has(warnings_of(load_text(small_study(), {{"outputs.times=[\"1 h\"]"}, {}})), "outputs.times"));
}

TEST_CASE("[unit] a session that sets one is named too") {
  const std::string more = "[course]\nsessions = 2\n[[session]]\nnumber = 2\nproduct.apply = \"5 min\"\n";
  CHECK(has(warnings_of(load_text(small_study(more))), "product.apply"));
}

TEST_CASE("[law] the resolved study names the same keys") {
  check_same_again(load_text(small_study(k_rf), {{"course.horizon=90 day", "site.concern=[\"wrinkle\"]"}, {}}));
}

TEST_CASE("[unit] a key that this device has no use for is named with the reason") {
  const study::Model model = load_text(small_study(), {{"injection.papule.depth=2 mm", "skin.dermis.male=1 mm"}, {}});
  CHECK(has(warnings_of(model), "Set, and without effect here: injection.papule.depth (the device injects nothing)."));
  CHECK(has(warnings_of(model), "Set, and without effect here: skin.dermis.male (person.sex is the other)."));
  check_same_again(model);
}

TEST_CASE("[unit] keys of the hand are named beside a table of punctures") {
  const TemporaryFolder folder;
  folder.write("a.csv", "x_mm,y_mm\n40,34\n");
  const std::string text = small_study("[punctures]\nfrom = \"a.csv\"\n[hand]\ntrack_overlap = \"0.2\"\n");
  const study::Model model = study::load(folder.write("study.toml", text), {}, own_data(), Units());
  CHECK(has(warnings_of(model), "technique.directions"));
  CHECK(has(warnings_of(model), "hand.track_overlap"));
}

TEST_CASE("[unit] a sweep over such a key is told") {
  CHECK(has(warnings_of(load_text(small_study("[sweep]\nover = [\"product.amount=1 mg/cm2,2 mg/cm2\"]\n"))),
            "A sweep over product.amount changes nothing here: no product is put on whose strength is stated."));
  CHECK_FALSE(
      has(warnings_of(load_text(small_study("[sweep]\nover = [\"technique.passes=1..2\"]\n"))), "A sweep over"));
}
