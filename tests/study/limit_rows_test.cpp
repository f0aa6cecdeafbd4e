#include "percuta/study/limit_rows.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "study/study_fixture.hpp"

using namespace percuta;
using namespace percuta::study_test;
using safety::Nearness;

namespace {

std::vector<safety::Limit> shipped() {
  study::StudyData data(own_data());
  return study::read_limits(data, Units());
}

/// The word for needles set to `reach` [m], within a twentieth, and the bound that gave it [mm].
safety::JudgedLimit word_for(double reach, const safety::LimitPlace& place) {
  const Interval interval{reach, 0.95 * reach, 1.05 * reach};
  return safety::judge(shipped(), place, {{"device.reach", interval}}, Units()).front();
}

/// What reading a file of limits beside Percuta's own ends with; "" when it is sound.
std::string refusal_of_rows(const std::string& text) {
  const tests::TemporaryFolder folder;
  std::filesystem::create_directories(folder / "limits");
  folder.write("limits/mine.toml", text);
  study::StudyData data(own_data().with_further({folder.path()}));
  try {
    study::read_limits(data, Units());
    return "";
  } catch (const InputError& error) {
    return error.what();
  }
}

std::string row(const std::string& more) {
  return "[[limit]]\nquantity = \"device.reach\"\nreason = \"a rule\"\n" + more + "\n";
}

const std::string k_bound =
    R"( = { value = 1, low = 1, high = 1, unit = "mm", source = "PercutaRule", kind = "assumed" })";

}  // namespace

TEST_CASE("[unit] 1.5 mm on the eyelid and under the eye is beyond, in every setting and of every kind") {
  for (const char* site : {"eyelid", "under-eye"}) {
    for (const char* setting : {"home", "institute", "clinic"}) {
      for (const char* kind : {"roller", "pen", "stamp", "patch", "rf", "injector"}) {
        CAPTURE(std::string(site) + " " + setting + " " + kind);
        CHECK(word_for(1.5e-3, {site, site, setting, kind}).nearness == Nearness::beyond);
      }
    }
  }
}

TEST_CASE("[unit] the same needle is near its limit on a cheek in a clinic, beyond it at home, and unknown on a back") {
  CHECK(word_for(1.5e-3, {"cheek", "Cheek", "clinic", "roller"}).nearness == Nearness::near);
  CHECK(word_for(1.5e-3, {"cheek", "Cheek", "home", "roller"}).nearness == Nearness::beyond);
  CHECK(word_for(1.5e-3, {"back", "Back", "clinic", "roller"}).nearness == Nearness::no_limit);
  CHECK(word_for(0.2e-3, {"cheek", "Cheek", "home", "roller"}).nearness == Nearness::inside);
}

TEST_CASE("[unit] a patch that was tried under the eye is near its limit, not beyond") {
  CHECK(word_for(0.35e-3, {"under-eye", "Under the eye", "home", "patch"}).nearness == Nearness::near);
  CHECK(word_for(0.25e-3, {"under-eye", "Under the eye", "home", "patch"}).nearness == Nearness::inside);
}

TEST_CASE("[unit] every shipped row has one bound, a reason and a source, and density is limited by site and setting") {
  const auto all = shipped();
  CHECK(all.size() >= 15);
  bool by_site = false, by_setting = false;
  for (const safety::Limit& limit : all) {
    CHECK(limit.at_most.source.empty() != limit.at_least.source.empty());
    CHECK_FALSE(limit.reason.empty());
    if (limit.quantity != "coverage.density") continue;
    by_site = by_site || !limit.sites.empty();
    by_setting = by_setting || !limit.settings.empty();
  }
  CHECK(by_site);
  CHECK(by_setting);
}

TEST_CASE("[unit] a row that names no such place or quantity, or has no bound or two, is refused with its place") {
  CHECK(refusal_of_rows(row("at_most" + k_bound)).empty());
  CHECK(has(refusal_of_rows(row("sites = [\"cheeck\"]\nat_most" + k_bound)), "did you mean 'cheek'?"));
  CHECK(has(refusal_of_rows(row("settings = [\"clinics\"]\nat_most" + k_bound)), "clinic"));
  CHECK(has(refusal_of_rows(row("kinds = [\"drum\"]\nat_most" + k_bound)), "roller"));
  CHECK(has(refusal_of_rows(row("")), "needs one bound"));
  CHECK(has(refusal_of_rows(row("at_most" + k_bound + "\nat_least" + k_bound)), "mine.toml:1:"));
  CHECK(has(refusal_of_rows("[[limit]]\nquantity = \"coverage.densty\"\nreason = \"a\"\n"), "coverage.density"));
}

TEST_CASE("[unit] a row of a further data folder is held like Percuta's own, and is kept with the run") {
  const tests::TemporaryFolder folder;
  std::filesystem::create_directories(folder / "limits");
  folder.write("limits/mine.toml", row("sites = [\"cheek\"]\nat_most" + k_bound));
  const study::Model model =
      study::load(folder.write("study.toml", small_study()), {}, own_data().with_further({folder.path()}), Units());
  CHECK(std::any_of(model.own_files.begin(), model.own_files.end(),
                    [](const study::OwnFile& file) { return file.name == "data/limits/mine.toml"; }));
  CHECK(model.limits.size() == shipped().size() + 1);
}

TEST_CASE("[unit] the papers of the rows that hold stand among the sources, those of others do not") {
  const auto used = [](const study::Model& model, const std::string& key) {
    return std::any_of(model.sources.begin(), model.sources.end(), [&](const study::UsedSource& source) {
      return source.citation.key == key && !source.citation.title.empty() &&
             std::find(source.used_for.begin(), source.used_for.end(), "limits.device.reach") != source.used_for.end();
    });
  };
  CHECK(used(load_text(small_study()), "SkinPenGuide"));
  CHECK_FALSE(used(load_text(small_study()), "SkinStylus510k"));
  CHECK(used(load_text(small_study(), {{"site.name=abdomen"}, {}}), "SkinStylus510k"));
}

TEST_CASE("[unit] a refusal for reach names the limit that is passed, too") {
  const std::string text = refusal_of(small_study(), {{"site.name=eyelid", "site.area=1 cm2"}, {}});
  CHECK(has(text, "Beyond a limit, too: How far the needles can reach: 1.5 mm"));
  CHECK(has(text, "(our rule)"));
}
