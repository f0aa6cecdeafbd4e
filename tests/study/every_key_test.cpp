#include "study/every_key.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstdlib>
#include <map>
#include <set>

#include "study/every_key_studies.hpp"
#include "study/run_again.hpp"

using namespace percuta;
using namespace percuta::study_test;

namespace {

/// Keys that no random change fits. Most are set to two values in the next test; the format has one version, and
/// own_files_test keeps the folder `data`. Positions, and outlines of one session's device, are set nowhere yet.
std::set<std::string> keys_of_their_own() {
  std::set<std::string> keys = {"percuta", "data", "experiment.skin", "site.integrity",
                                "technique.endpoint",  // one word: there is or is not an end
                                // What is not stated has no strength, and what is has one: session_product_test.
                                "product.active[].amount", "product.active[].strength", "product.active[].name",
                                "session[].product.active[].amount", "session[].product.active[].strength",
                                "session[].product.active[].name", "session[].technique.endpoint", "skin.outline",
                                "device.head.positions", "session[].device.head.outline",
                                "session[].device.head.positions"};
  for (const char* key : {"needle.material", "needle.profile", "wear.uses", "wear.tip_growth", "wear.bent_share",
                          "wear.bend", "wear.missing_share"}) {
    keys.insert(std::string("device.") + key);
    keys.insert(std::string("session[].device.") + key);
  }
  keys.insert("experiment.holes");  // which of its words may stand hangs on the other keys: experiment_keys_test.cpp
  return keys;
}

}  // namespace

TEST_CASE("[law] keys whose values are words or shapes make two resolved studies too") {
  const std::string bones = small_study("[research]\noverrides = [\"broken\", \"inflamed\"]\n");
  const std::string bench = bench_study("force = \"1 N\"");
  std::string worn = small_study();
  worn.replace(worn.find("roller-192"), 10, "roller-home");
  const std::vector<std::array<std::string, 4>> settings = {
      {bench, "experiment.skin", "human-excised", "hairless-rat"},
      {bones, "site.integrity", "broken", "inflamed"},
      {small_study(), "skin.outline", "[[0,0],[60,0],[60,60],[0,60]]", "[[0,0],[60,0],[60,70],[0,60]]"},
      {small_study(), "device.needle.material", "steel", "silicon"},
      {small_study(), "device.needle.profile", "[[0,0.01],[0.2,0.125]]", "[[0,0.02],[0.2,0.125]]"},
      {worn, "device.wear.uses", "1", "20"},
      {worn, "device.wear.tip_growth", "1 um", "2 um"},
      {worn, "device.wear.bent_share", "0.1", "0.2"},
      {worn, "device.wear.bend", "0.1 mm", "0.2 mm"},
      {worn, "device.wear.missing_share", "0.1", "0.2"}};
  for (const auto& [text, key, one, other] : settings) {
    CAPTURE(key);
    const study::Model a = load_text(text, {{key + "=" + one}, {}}), b = load_text(text, {{key + "=" + other}, {}});
    CHECK(a.resolved_toml != b.resolved_toml);
    CHECK(a.inputs_hash != b.inputs_hash);
    check_same_again(a);
  }
}

TEST_CASE("[law] every key of a study, set to two values, makes two resolved studies that each read back the same") {
  std::set<std::string> covered = keys_of_their_own(), all, tables;
  // Else one key of each table is read a second time, and of the large tables of data a third of the keys stands for
  // all.
  const bool is_long = std::getenv("PERCUTA_LONG") != nullptr;
  constexpr std::size_t k_one_in = 3, k_large = 12;
  for (const std::string& text : base_studies()) {
    WholeStudy whole = whole_study(load_with_maps(text));
    const std::string unchanged = whole.text();
    std::map<std::string, std::size_t> met;
    for (const std::string& key : keys_of(whole)) {
      all.insert(key);
      if (const std::size_t number = met[key.substr(0, key.find('.'))]++;
          !is_long && number > k_large && number % k_one_in != 0) {
        covered.insert(key);
      }
      if (covered.contains(key)) continue;
      const std::vector<study::Model> models = two_models(whole, unchanged, key);
      if (models.size() < 2) continue;
      INFO(key);
      CHECK(models[0].resolved_toml != models[1].resolved_toml);
      CHECK(models[0].inputs_hash != models[1].inputs_hash);
      if (tables.insert(key.substr(0, key.rfind('.'))).second || is_long) check_same_again(models[0]);
      covered.insert(key);
    }
  }
  for (const std::string& key : all) {
    INFO(key);
    CHECK(covered.contains(key));
  }
}
