#include "percuta/run/run.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <cmath>
#include <cstdlib>
#include <map>
#include <set>

#include "run/run_fixture.hpp"
#include "study/every_key_studies.hpp"
#include "study/run_again.hpp"

using namespace percuta;
using namespace percuta::study_test;

namespace {

const run::Result& result(const run::Record& record, const std::string& name) {
  for (const run::Result& one : record.results) {
    if (one.name == name) return one;
  }
  throw std::out_of_range(name);
}

bool same(const run::Record& a, const run::Record& b) {
  for (std::size_t i = 0; i < a.results.size(); ++i) {
    const Interval &x = a.results[i].interval, &y = b.results[i].interval;
    if (x.value != y.value || x.low != y.low || x.high != y.high) return false;
  }
  return a.results.size() == b.results.size();
}

/// Every number of every member, bit by bit, and what else a record says. False when a member's draw is refused, as
/// where an uncertain pitch leaves no room for the needles: then both are.
bool check_same_run(const study::Model& model) {
  study::Model one = model, other = read_again(model);
  one.members = other.members = 4;
  run::RunControl control;
  control.with_chance = false;
  run::Record a, b;
  try {
    a = run::run(one, control, Units());
  } catch (const InputError&) {
    CHECK_THROWS_AS(run::run(other, control, Units()), InputError);
    return false;
  }
  b = run::run(other, control, Units());
  REQUIRE(a.table.columns().size() == b.table.columns().size());
  for (const ResultColumn& column : a.table.columns()) {
    for (std::size_t at = 0; at < column.size(); ++at) {
      const auto x = a.table.values(column.key(), column.session, at);
      const auto y = b.table.values(column.key(), column.session, at);
      for (std::size_t i = 0; i < x.size(); ++i) CHECK((x[i] == y[i] || (std::isnan(x[i]) && std::isnan(y[i]))));
    }
  }
  CHECK(a.warnings == b.warnings);
  return true;
}

}  // namespace

TEST_CASE("[law] every key of a study, set, runs to the same numbers from the resolved study") {
  const bool is_long = std::getenv("PERCUTA_LONG") != nullptr;  // else one key of each table of a roller
  std::set<std::string> covered, tables;
  std::vector<std::string> studies = base_studies();
  if (!is_long) {
    std::string few = small_study();
    few.replace(few.find("members = 8"), 11, "members = 4");
    studies = {few};
  }
  for (const std::string& text : studies) {
    WholeStudy whole = whole_study(load_with_maps(text));
    const std::string unchanged = whole.text();
    for (const std::string& key : keys_of(whole)) {
      const std::string table = key.substr(0, key.rfind('.'));
      if (covered.contains(key) || (!is_long && tables.contains(table))) continue;
      const std::vector<study::Model> models = two_models(whole, unchanged, key);
      if (models.size() < 2 || !models[0].can_run) continue;
      INFO(key);
      if (!check_same_run(models[0])) continue;
      covered.insert(key);
      tables.insert(table);
    }
  }
  CHECK(covered.size() > (is_long ? 200 : 10));
}

TEST_CASE("[unit] a run gives every quantity an ordered interval") {
  const run::Record record = run::run(load_text(small_study("[product]\nname = \"vitamin-c-15\"\n")), {}, Units());
  CHECK(record.results.size() == course::course_quantities().size());
  for (const run::Result& one : record.results) {
    INFO(one.name);
    CHECK(one.interval.low <= one.interval.value);
    CHECK(one.interval.value <= one.interval.high);
  }
  CHECK(result(record, "density").interval.value > 0);
  CHECK(result(record, "depth_in_place").interval.high <= 1.6);
  CHECK_FALSE(record.sources.empty());
}

TEST_CASE("[law] threads and kernel clones do not move a bit") {
  const study::Model model = load_text(small_study());
  const Units units;
  run::RunControl one;
  one.threads = 1;
  const run::Record base = run::run(model, one, units);
  for (const int threads : {2, 4}) {
    run::RunControl many;
    many.threads = threads;
    many.clone = numerics::best_clone();
    CHECK(same(base, run::run(model, many, units)));
  }
}

TEST_CASE("[law] a resumed run ends with the same numbers and computes only what was missing") {
  const study::Model model = load_text(small_study());
  const Units units;
  std::map<std::uint32_t, std::vector<double>> kept;
  std::atomic<bool> stop{false};
  run::RunControl control;
  control.threads = 1;
  control.stop = &stop;
  control.keep = [&](std::uint32_t member, const std::vector<double>& values) {
    kept[member] = values;
    if (kept.size() == 3) stop = true;
  };
  CHECK_THROWS_AS(run::run(model, control, units), Interrupted);
  CHECK(kept.size() == 3);

  int computed = 0;
  run::RunControl resumed;
  resumed.recall = [&](std::uint32_t member, std::vector<double>& values) {
    const auto found = kept.find(member);
    if (found != kept.end()) values = found->second;
    return found != kept.end();
  };
  resumed.keep = [&](std::uint32_t, const std::vector<double>&) { ++computed; };
  CHECK(same(run::run(model, {}, units), run::run(model, resumed, units)));
  CHECK(computed == 5);
}

TEST_CASE("[law] a wider input widens the interval it feeds and no other room's") {
  const Units units;
  const std::string quantity = ", unit = \"1\", source = \"PercutaAssumption\", kind = \"assumed\"}";
  const auto run_with = [&](const std::string& low, const std::string& high) {
    return run::run(load_text(small_study(), {{"ensemble.members=24", "contact.recoil={value = 0.55, low = " + low +
                                                                          ", high = " + high + quantity},
                                              {}}),
                    {}, units);
  };
  const run::Record narrow = run_with("0.54", "0.56");
  const run::Record wide = run_with("0.2", "0.95");
  const auto width = [](const run::Result& one) { return one.interval.high - one.interval.low; };
  CHECK(width(result(wide, "channel_width")) > width(result(narrow, "channel_width")));
  CHECK(width(result(wide, "density")) == width(result(narrow, "density")));
}

TEST_CASE("[unit] a study that cannot run says so instead of running") {
  study::Model model = load_text(small_study());
  model.can_run = false;
  CHECK_THROWS_AS(run::run(model, {}, Units()), InputError);
}

TEST_CASE("[unit] a bench's record holds intervals, curves and what it was") {
  const run::Record record =
      run_text(bench_study("displacement = \"1 mm\"", "", "skin = \"human-excised\"\n", "closure"));
  CHECK(record.experiment.kind == "closure");
  CHECK(record.experiment.manner == "pressed");
  CHECK(record.experiment.skin == "human-excised");
  const Interval force = interval_named(record, "puncture_force");
  CHECK(force.low < force.value);
  CHECK(force.value < force.high);
  REQUIRE(record.curves.size() == 2);
  CHECK(record.curves[0].name == "force_displacement");
  CHECK(record.curves[0].at.back() == doctest::Approx(1));
  CHECK(record.curves[1].name == "closure_course");
  for (const run::CurveSet& set : record.curves) {
    for (const run::Curve& curve : set.curves) CHECK(curve.values.size() == set.at.size());
  }
  CHECK_FALSE(record.layers.empty());
}

TEST_CASE("[unit] the closing curve is drawn when the study says") {
  const run::Record record = run_text(
      roller_bench("hole_width = \"70 um\"\nhole_depth = \"150 um\"\ntimes = [\"10 h\", \"0 h\", \"2 h\"]", "closure"));
  CHECK(record.curves.front().at == std::vector<double>{0, 2, 10});
  CHECK(record.curves.front().curves.front().values.front().value == 1);
  CHECK(record.experiment.manner == "given holes");
}

TEST_CASE("[law] threads do not move a bit of a bench") {
  run::RunControl one, two;
  one.threads = 1;
  two.threads = 2;
  const std::string text = roller_bench("", "closure");
  const run::Record a = run_text(text, one), b = run_text(text, two);
  REQUIRE(a.results.size() == b.results.size());
  for (std::size_t i = 0; i < a.results.size(); ++i) {
    CHECK(a.results[i].interval.value == b.results[i].interval.value);
    CHECK(a.results[i].interval.low == b.results[i].interval.low);
  }
}

TEST_CASE("[law] a narrower input narrows the bench's interval") {
  const auto width = [](const std::string& more) {
    const Interval force = interval_named(run_text(bench_study("displacement = \"1 mm\"", more)), "puncture_force");
    return force.high / force.low;
  };
  const std::string certain_tip = "[specimen.mechanics]\ncutting_energy = \"1 kJ/m2\"\n";
  CHECK(width(certain_tip) < width(""));
}
