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
constexpr const char* k_course_tables[] = {"course", "session", "rf", "punctures", "outputs", "patch"};

std::string word_at(const Node& root, const char* table, const char* key) {
  const Node* own = root.find(table);
  const Node* node = own == nullptr ? nullptr : own->find(key);
  const auto* word = node == nullptr ? nullptr : std::get_if<std::string>(&node->value);
  return word == nullptr ? "" : *word;
}

void refuse_tables(const course::Experiment& experiment, const std::string& device_kind, const Node& root,
                   Problems& problems) {
  for (const std::string& table : idle_tables(experiment, device_kind)) {
    if (table == "device") {
      refuse_key(root, table, "no device makes the holes of this cell",
                 "leave it out, or write experiment.holes = \"made\"", problems);
    } else if (table == "technique") {
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

void check_cell(const course::Experiment& experiment, const Node& own, const Node& root, Problems& problems) {
  const auto need = [&](bool is_there, const char* key, const char* hint) {
    if (is_there) return;
    problems.add({fmt::format("a diffusion cell needs experiment.{}", key), hint, own.place()});
  };
  need(experiment.cell_area > 0, "cell_area", "usual are 0.6 to 1.8 cm2");
  need(experiment.receptor_volume > 0, "receptor_volume", "usual are 5 to 12 ml");
  if (root.find("product") == nullptr) {
    problems.add(
        {"a diffusion cell needs a product in its donor", "write [product] with name and amount", own.place()});
  }
  if (experiment.sampling_volume > 0 && experiment.sampling_volume.value > experiment.receptor_volume.value &&
      experiment.receptor_volume > 0) {
    problems.add({"more is drawn each time than the receptor holds", "lower sampling_volume",
                  own.find("sampling_volume")->key_place()});
  }
  const auto& times = experiment.times;
  for (std::size_t i = 0; i < times.size(); ++i) {
    if (times[i] > (i == 0 ? 0.0 : times[i - 1].value)) continue;
    problems.add(
        {i == 0 ? "the first sample is drawn after the product is put on" : "the times of sampling do not rise",
         "write them in the order in which samples are drawn", own.find("times")->key_place()});
    break;
  }
  if (experiment.holes == course::k_given_holes) {
    need(experiment.hole_width > 0, "hole_width", "and hole_depth, hole_density");
    need(experiment.hole_density > 0, "hole_density", "holes per area of the cell");
  } else {
    refuse_drive(own, {"hole_width", "hole_depth", "hole_density"}, "the holes are not given", problems);
  }
  if (experiment.holes == course::k_no_holes) {
    refuse_drive(own, {"speed", "force", "displacement", "energy"}, "nothing pierces this skin", problems);
  }
  refuse_drive(own, {"covered_from", "covered_until"}, "product.cover says how long the donor is covered", problems);
}

}  // namespace

std::vector<std::string> idle_tables(const course::Experiment& experiment, const std::string& device_kind) {
  if (!experiment.is_wanted()) return {};
  std::vector<std::string> tables(std::begin(k_course_tables), std::end(k_course_tables));
  if (!experiment.is_cell()) tables.emplace_back("product");
  if (experiment.is_cell() && !experiment.makes_holes()) tables.emplace_back("device");
  if (course::is_straight(experiment, device_kind)) tables.emplace_back("technique");
  return tables;
}

Node with_cell_said(Node root) {
  if (word_at(root, "experiment", "kind") != course::k_franz_cell) return root;
  std::string holes = word_at(root, "experiment", "holes");
  if (holes.empty()) {
    const Node* own = root.find("experiment");
    const bool is_given = own->find("hole_width") != nullptr || own->find("hole_depth") != nullptr;
    holes = is_given                         ? course::k_given_holes
            : root.find("device") != nullptr ? course::k_made_holes
                                             : course::k_no_holes;
    root = overlaid(std::move(root), parse_setting("experiment.holes=" + holes));
  }
  return root;
}

void check_experiment(const course::Experiment& experiment, const std::string& device_kind, bool has_mass,
                      const Node& root, Problems& problems) {
  const Node& own = *root.find("experiment");
  const bool is_still = course::is_straight(experiment, device_kind);
  refuse_tables(experiment, device_kind, root, problems);
  check_hole(experiment, own, problems);
  if (experiment.is_cell()) {
    check_cell(experiment, own, root, problems);
  } else {
    refuse_drive(own, {"holes", "cell_area", "receptor_volume", "sampling_volume"}, "it is of a franz-cell", problems);
  }
  if (experiment.kind == course::k_insertion_test) {
    refuse_drive(own, {"covered_from", "covered_until", "hole_width", "hole_depth", "hole_density"},
                 "nothing closes in an insertion-test", problems);
    if (!experiment.times.empty()) refuse_drive(own, {"times"}, "nothing closes in an insertion-test", problems);
  }
  if (!experiment.makes_holes()) {
    if (experiment.has_given_hole()) {
      refuse_drive(own, {"speed", "force", "displacement", "energy"}, "the holes are given", problems);
    }
  } else if (!is_still) {
    refuse_drive(own, {"displacement", "energy"}, "this device is moved over the skin", problems);
  } else if (!(experiment.force > 0 || experiment.displacement > 0 || experiment.energy > 0 || has_mass)) {
    problems.add({"the experiment says nothing of where the press ends",
                  "write experiment.force, displacement or energy; or give the applicator a mass", own.place()});
  }
}

}  // namespace percuta::study
