#include "percuta/report/compare/compare_inputs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "percuta/base/files/document.hpp"
#include "percuta/base/text/number.hpp"

namespace percuta::report {

namespace {

constexpr std::size_t k_most_told = 5;

struct Input {
  std::string text;
  bool is_chosen = false;
};
using Inputs = std::vector<std::pair<std::string, Input>>;

std::string text_of(const Node& node);

std::string list_text(const Node::List& list) {
  if (!list.empty() && (list.front().is_list() || list.front().is_table())) {
    return fmt::format("{} entries", list.size());
  }
  std::string text;
  for (const Node& item : list) text += (text.empty() ? "" : ", ") + text_of(item);
  return text.empty() ? "none" : text;
}

/// "16.8 um (13 to 22)"; a quantity that is certain has no brackets.
std::string quantity_text(const Node& node) {
  const auto part = [&](const char* name) {
    const Node* found = node.find(name);
    return found == nullptr ? std::string() : text_of(*found);
  };
  const std::string unit = part("unit"), low = part("low"), high = part("high");
  std::string text = part("value");
  if (!unit.empty() && unit != "1") text += " " + unit;
  return low == high ? text : fmt::format("{} ({} to {})", text, low, high);
}

std::string text_of(const Node& node) {
  if (const auto* text = std::get_if<std::string>(&node.value)) return text->empty() ? "none" : *text;
  if (const auto* integer = std::get_if<std::int64_t>(&node.value)) return std::to_string(*integer);
  if (const auto* number = std::get_if<double>(&node.value)) return six_digit_text(*number);
  if (const auto* truth = std::get_if<bool>(&node.value)) return *truth ? "yes" : "no";
  if (const auto* list = std::get_if<Node::List>(&node.value)) return list_text(*list);
  return quantity_text(node);
}

bool is_quantity(const Node& node) {
  return node.is_table() && node.find("value") != nullptr;
}

/// Names and counts below [device] and [skin] come with the device and the site; elsewhere the study sets them. A
/// quantity is chosen when it stands as text, without an interval.
bool is_chosen(const std::string& key, const Node& node) {
  if (is_quantity(node)) return false;
  const auto* text = std::get_if<std::string>(&node.value);
  const bool is_amount = text != nullptr && !text->empty() &&
                         std::string_view("0123456789-").find(text->front()) != std::string_view::npos;
  const bool comes_along = key.starts_with("device.") || key.starts_with("skin.");
  return is_amount || !comes_along || key == "device.name";
}

void collect(const Node& node, const std::string& path, Inputs& inputs) {
  if (const auto* table = std::get_if<Node::Table>(&node.value); table != nullptr && !is_quantity(node)) {
    for (const auto& [key, inner] : *table)
      collect(inner, path.empty() ? key : fmt::format("{}.{}", path, key), inputs);
    return;
  }
  const auto* list = std::get_if<Node::List>(&node.value);
  if (list != nullptr && !list->empty() && list->front().is_table()) {
    for (std::size_t i = 0; i < list->size(); ++i) collect((*list)[i], fmt::format("{}[{}]", path, i), inputs);
    return;
  }
  inputs.emplace_back(path, Input{text_of(node), is_chosen(path, node)});
}

Inputs inputs_of(const KeptRun& run) {
  Inputs inputs;
  collect(parse_document(run.resolved_toml, run.folder + "/study.resolved.toml"), "", inputs);
  return inputs;
}

bool all_equal(const std::vector<std::string>& values) {
  return std::all_of(values.begin(), values.end(), [&](const std::string& one) { return one == values.front(); });
}

/// Whether a name that differs as well already says it: all of "device" below "device.name".
bool is_told_by_name(const std::string& key, const std::set<std::string>& differing) {
  const std::string root = key.substr(0, key.find('.'));
  if (key == "device.name" || key == "site.name") return false;
  return (root == "device" && differing.contains("device.name")) || (root == "skin" && differing.contains("site.name"));
}

bool is_worth_telling(const Difference& one, const std::set<std::string>& differing) {
  const bool is_amount_of_device = one.key.starts_with("device.");
  return one.is_chosen && (is_amount_of_device || !is_told_by_name(one.key, differing));
}

std::vector<Difference> device_first(std::vector<Difference> differences) {
  std::stable_partition(differences.begin(), differences.end(),
                        [](const Difference& one) { return one.key.starts_with("device."); });
  return differences;
}

std::string listed(const std::vector<std::string>& parts) {
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) text += i + 1 == parts.size() ? " and " : ", ";
    text += parts[i];
  }
  return text;
}

}  // namespace

std::vector<Difference> differences_of(const std::vector<KeptRun>& runs) {
  std::vector<std::string> order;
  std::map<std::string, Difference> found;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    for (const auto& [key, input] : inputs_of(runs[i])) {
      Difference& one = found[key];
      if (one.key.empty()) {
        order.push_back(key);
        one.key = key;
        one.values.resize(runs.size());
      }
      one.values[i] = input.text;
      one.is_chosen = one.is_chosen || input.is_chosen;
    }
  }
  std::vector<Difference> differences;
  for (const std::string& key : order) {
    if (!all_equal(found[key].values)) differences.push_back(found[key]);
  }
  return differences;
}

std::string difference_sentence(const std::vector<Difference>& differences) {
  if (differences.empty()) return "The studies do not differ.";
  std::set<std::string> keys;
  for (const Difference& one : differences) keys.insert(one.key);
  std::vector<std::string> told;
  for (const Difference& one : device_first(differences)) {
    if (one.key == "title" || !is_worth_telling(one, keys) || told.size() == k_most_told) continue;
    std::string values;
    for (const std::string& value : one.values) values += (values.empty() ? "" : "; ") + (value.empty() ? "-" : value);
    told.push_back(fmt::format("{} ({})", one.key, values));
  }
  const std::size_t rest = differences.size() - told.size() - (keys.contains("title") ? 1 : 0);
  if (told.empty() && rest == 0) return "The studies differ in their title only.";
  if (rest > 0) told.push_back(fmt::format("{} {}", rest, rest == 1 ? "further input" : "further inputs"));
  return fmt::format("The studies differ in {}.", listed(told));
}

namespace {

/// What a run lacks that another has, with the reason.
std::string lacking(const KeptRun& run, const std::vector<KeptRun>& runs) {
  std::string list;
  for (const KeptUndefined& one : run.undefined) {
    const bool has_another = std::any_of(runs.begin(), runs.end(), [&](const KeptRun& other) {
      return std::any_of(other.quantities.begin(), other.quantities.end(),
                         [&](const KeptQuantity& quantity) { return quantity.room + "." + quantity.name == one.name; });
    });
    if (has_another) list += fmt::format("{}{} ({})", list.empty() ? "" : ", ", one.name, one.reason);
  }
  return list;
}

}  // namespace

std::vector<std::string> comparison_warnings(const std::vector<KeptRun>& runs) {
  std::vector<std::string> warnings;
  const auto differ = [&](auto member) {
    return std::any_of(runs.begin(), runs.end(),
                       [&](const KeptRun& run) { return run.*member != runs.front().*member; });
  };
  if (differ(&KeptRun::version)) {
    std::string versions;
    for (const KeptRun& run : runs)
      versions += fmt::format("{}{} by {}", versions.empty() ? "" : ", ", run.folder, run.version);
    warnings.push_back(
        fmt::format("The runs are of different versions of Percuta ({}): a difference may be the "
                    "model's. Run the older ones again.",
                    versions));
  }
  if (differ(&KeptRun::members))
    warnings.emplace_back("The runs have ensembles of different size; the smaller the rougher its intervals.");
  for (const KeptRun& run : runs) {
    if (run.page_data.empty()) {
      warnings.push_back(
          fmt::format("'{}' has no report.html: its figures are missing here. `percuta report {}` makes "
                      "it again.",
                      run.folder, run.folder));
    }
  }
  for (const KeptRun& run : runs) {
    const std::string list = lacking(run, runs);
    if (!list.empty()) warnings.push_back(fmt::format("Not defined in '{}': {}.", run.folder, list));
  }
  return warnings;
}

}  // namespace percuta::report
