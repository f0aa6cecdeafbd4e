#include "percuta/study/keys/idle_rules.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <set>

#include "study/every_key.hpp"
#include "study/experiment_fixture.hpp"

using namespace percuta;
using namespace percuta::study_test;

namespace {

std::string tiny_study(const std::string& device, const std::string& site = "forearm", const std::string& more = "") {
  return "percuta = 1\ntitle = \"A study\"\nseed = 7\n[person]\nsex = \"female\"\nage = \"50 years\"\n[site]\nname = "
         "\"" +
         site +
         "\"\narea = \"0.5 cm2\"\n[ensemble]\nmembers = 8\n[technique]\ndirections = [\"0 deg\"]\npasses = 3\nforce = "
         "\"1 N\"\n" +
         more + "[device]\nname = \"" + device + "\"\n";
}

std::vector<double> numbers_of(const study::Model& model, const course::Inputs& inputs) {
  static healing::SharedReferences references;
  course::Scope scope(inputs);
  scope.references = &references;
  scope.is_coarse = true;
  const course::Outcome outcome =
      course::simulate(inputs, model.experiment, Member{model.seed, 1, model.members}, &scope);
  std::vector<double> row;
  for (const auto& one : course::results(inputs, model.experiment, model.travel)) one.append(outcome, row);
  return row;
}

bool is_same(const std::vector<double>& one, const std::vector<double>& other) {
  return one.size() == other.size() && std::memcmp(one.data(), other.data(), one.size() * sizeof(double)) == 0;
}

/// Walks the inputs under the study's keys.
Describe walk_of(course::Inputs& inputs) {
  return [&inputs](Visitor& visitor) { course::describe(inputs, visitor); };
}

/// Whether some value of the key gives other numbers.
bool shapes_something(const study::Model& model, const std::vector<double>& usual, const std::string& key) {
  constexpr std::size_t k_most_values = 9;
  for (std::size_t choice = 0; choice < k_most_values; ++choice) {
    course::Inputs inputs = model.inputs;
    KeyChanger changer(key, choice);
    walk_of(inputs)(changer);
    if (!changer.is_changed) return false;
    try {
      if (!is_same(numbers_of(model, inputs), usual)) return true;
    } catch (const InputError&) {
      continue;  // no value that this device can have
    }
  }
  return false;
}

/// Keys that a change of theirs alone moves nothing of, and that are no less in use: names, texts, what only refuses,
/// what waits for another key beside it, and bounds that these devices stay within.
bool stands_aside(const std::string& key) {
  static const std::set<std::string> keys = {"person.history",
                                             "skin.title",
                                             "device.title",
                                             "device.setting",
                                             "device.systems",
                                             "device.kind",
                                             "device.needle.material",
                                             "device.needle.profile",
                                             "device.strength.shear_stress",
                                             "guidance.lateral_compliance",
                                             "device.strength.yield_stress",
                                             "mechanics.tested_tip_max",
                                             "mechanics.relaxation_until",
                                             "mechanics.cutting_until",
                                             "technique.endpoint",  // three light passes never bleed evenly
                                             "course.sessions",     // read before: they stand in a list of their own
                                             "endpoints.new_scar.near",     // of the map alone
                                             "endpoints.observed.wrinkle",  // so little collagen moves no wrinkle
                                             "healing.gap_filling",         // so few holes leave no gap that shows
                                             "hand.force_spread.novice",
                                             "hand.force_spread.expert",
                                             "hand.force_drift.novice",
                                             "hand.force_drift.expert"};
  return keys.contains(key) || key.starts_with("session[]") || key.starts_with("healing.pen.");
}

/// Each takes a run: without --long some stand for their like.
bool is_tried(std::size_t number, const std::string& key, bool is_told) {
  if (std::getenv("PERCUTA_LONG") != nullptr) return true;
  constexpr std::size_t k_one_in = 3;
  if (!is_told) return number % k_one_in == 0;
  return !key.starts_with("device.") && !key.starts_with("healing.bacteria.");
}

/// What is told shapes nothing; with `all` no other key shapes nothing either.
void check_rules(const std::string& text, bool all) {
  CAPTURE(text);
  const study::Model model = load_text(text);
  const std::vector<double> usual = numbers_of(model, model.inputs);
  std::set<std::string> idle;
  for (const study::IdleKey& key : model.idle) idle.insert(key.path);
  course::Inputs inputs = model.inputs;
  KeyChanger lister("", 0);
  walk_of(inputs)(lister);
  for (std::size_t number = 0; number < lister.keys.size(); ++number) {
    const std::string& key = lister.keys[number];
    CAPTURE(key);
    const bool is_told = idle.contains(key);
    if (!is_tried(number, key, is_told) || (!is_told && !all)) continue;
    const bool shapes = shapes_something(model, usual, key);
    CHECK_FALSE((is_told && shapes));
    CHECK((is_told || shapes || stands_aside(key)));
  }
}

}  // namespace

TEST_CASE("[law] a roller's keys that shape nothing are told, and no others") {
  check_rules(tiny_study("roller-192", "forearm") + "drum.width = \"4 mm\"\ndrum.rows = 3\n", true);
}

TEST_CASE("[law] what is told of every other kind of device shapes nothing") {
  if (std::getenv("PERCUTA_LONG") == nullptr) return;  // each key of each is simulated
  for (const char* device : {"pen-12", "stamp-hand", "injector-mesotherapy", "rf-25", "rf-pairs"}) {
    check_rules(tiny_study(device), false);
  }
  check_rules(tiny_study("patch-ha") + "needle.release = \"nothing\"\n", false);
  check_rules(tiny_study("roller-institute", "forehead"), false);
}

TEST_CASE("[law] what heals a hole shapes nothing in skin that is cut out, and is told") {
  const std::string how = "hole_width = \"70 um\"\nhole_depth = \"150 um\"\ncovered_until = \"9 h\"\n";
  const std::string closure = "[closure]\ndry_half_life = \"2 h\"\npore_lag = \"3 h\"\nclosed_share = \"20 percent\"\n";
  const auto told = [&](const std::string& skin) {
    std::set<std::string> idle;
    for (const study::IdleKey& key : load_text(bench_study(how, closure, skin, "closure")).idle) idle.insert(key.path);
    return idle;
  };
  const std::set<std::string> cut_out = told("skin = \"human-dermatomed\"\n"), rat = told("skin = \"hairless-rat\"\n");
  for (const char* key : {"closure.dry_half_life", "closure.pore_lag", "experiment.covered_until"}) {
    CAPTURE(key);
    CHECK(cut_out.contains(key));
    CHECK(rat.contains(key) == (std::string(key) == "closure.dry_half_life"));
  }
  CHECK_FALSE(cut_out.contains("closure.closed_share"));
  check_rules(bench_study(how, closure, "skin = \"human-dermatomed\"\n", "closure"), false);
}

TEST_CASE("[unit] a rule holds for a table and all its keys, not for a name that begins alike") {
  study::SessionFile session;
  session.device.kind = "roller";
  CHECK_FALSE(study::why_idle("injection.nappage.spacing", session).empty());
  CHECK(study::why_idle("injections", session).empty());
  session.device.kind = "injector";
  CHECK(study::why_idle("injection.nappage.spacing", session).empty());
  CHECK_FALSE(study::why_idle("injection.papule.spacing", session).empty());
}
