#include "percuta/study/keys/experiment_keys.hpp"

#include <fmt/format.h>

#include <iterator>

namespace percuta::study {
namespace {

/// Adds a problem for `name` of `table` when it is written there.
void refuse_key(const Node& table, std::string_view name, const std::string& why, const std::string& hint,
                Problems& problems) {
  const Node* node = table.find(name);
  if (node == nullptr) return;
  problems.add({fmt::format("'{}' does nothing here: {}", node->path, why), hint, node->key_place()});
}

/// Tables of a course, which no bench test is.
constexpr const char* k_course_tables[] = {"course", "session", "product", "rf", "punctures", "outputs", "patch"};

void refuse_tables(const course::Experiment& experiment, const std::string& device_kind, const Node& root,
                   Problems& problems) {
  for (const std::string& table : idle_tables(experiment, device_kind)) {
    if (table == "technique") {
      refuse_key(root, table, "the bench drives this device straight in", "say how in [experiment]", problems);
    } else {
      refuse_key(root, table, "the study is an experiment", "leave it out, or leave [experiment] out", problems);
    }
  }
}

void refuse_drive(const Node& own, std::initializer_list<const char*> keys, const std::string& why,
                  Problems& problems) {
  for (const char* key : keys) refuse_key(own, key, why, "", problems);
}

void check_hole(const course::Experiment& experiment, const Node& own, Problems& problems) {
  const bool has_width = experiment.hole_width > 0, has_depth = experiment.hole_depth > 0;
  if (has_width == has_depth) return;
  problems.add(
      {fmt::format("a given hole has a width and a depth; '{}' is missing", has_width ? "hole_depth" : "hole_width"),
       "", own.find(has_width ? "hole_width" : "hole_depth")->key_place()});
}

}  // namespace

std::vector<std::string> idle_tables(const course::Experiment& experiment, const std::string& device_kind) {
  if (!experiment.is_wanted()) return {};
  std::vector<std::string> tables(std::begin(k_course_tables), std::end(k_course_tables));
  if (course::is_straight(experiment, device_kind)) tables.emplace_back("technique");
  return tables;
}

void check_experiment(const course::Experiment& experiment, const std::string& device_kind, bool has_mass,
                      const Node& root, Problems& problems) {
  const Node& own = *root.find("experiment");
  const bool is_still = course::is_straight(experiment, device_kind);
  refuse_tables(experiment, device_kind, root, problems);
  check_hole(experiment, own, problems);
  if (experiment.kind != course::k_closure) {
    refuse_drive(own, {"covered_from", "covered_until", "hole_width", "hole_depth", "hole_density"},
                 "nothing closes in an insertion-test", problems);
    if (!experiment.times.empty()) refuse_drive(own, {"times"}, "nothing closes in an insertion-test", problems);
  }
  if (experiment.has_given_hole()) {
    refuse_drive(own, {"speed", "force", "displacement", "energy"}, "the holes are given", problems);
  } else if (!is_still) {
    refuse_drive(own, {"displacement", "energy"}, "this device is moved over the skin", problems);
  } else if (!(experiment.force > 0 || experiment.displacement > 0 || experiment.energy > 0 || has_mass)) {
    problems.add({"the experiment says nothing of where the press ends",
                  "write experiment.force, displacement or energy; or give the applicator a mass", own.place()});
  }
}

}  // namespace percuta::study
