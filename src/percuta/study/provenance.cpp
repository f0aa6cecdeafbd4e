#include "percuta/study/provenance.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "percuta/base/files/toml_text.hpp"
#include "percuta/base/given_walk.hpp"
#include "percuta/base/random.hpp"
#include "percuta/base/version.hpp"
#include "percuta/course/stages.hpp"
#include "percuta/study/keys/experiment_keys.hpp"
#include "percuta/study/limit_rows.hpp"
#include "percuta/study/study.hpp"

namespace percuta::study {

namespace {

/// The sessions that differ from the first, as [[session]] entries.
std::vector<SessionChange> changes_of(const std::vector<StudyFile>& files, const Units& units) {
  const auto text = [&](StudyFile file) { return to_toml([&](Visitor& visitor) { describe(file, visitor); }, units); };
  std::vector<SessionChange> changes;
  for (std::size_t i = 1; i < files.size(); ++i) {
    if (text(files[i]) == text(files.front())) continue;
    changes.push_back({static_cast<std::int64_t>(i + 1), files[i].device, files[i].technique, files[i].product});
  }
  return changes;
}

std::vector<UsedSource> used_sources(const Model& model, const Bibliography& bibliography) {
  std::map<std::string, UsedSource> used;
  for (const ParameterRow& row : model.parameters) {
    if (row.source.empty() || row.source == "study" || row.source == "--set") continue;
    used[row.source].used_for.push_back(row.path);
  }
  add_limit_sources(used, model);
  std::vector<UsedSource> list;
  for (auto& [key, source] : used) {
    const auto entry = bibliography.find(key);
    if (entry != bibliography.end()) source.citation = entry->second;
    source.citation.key = key;
    list.push_back(std::move(source));
  }
  return list;
}

/// In the resolved study every choice is the study's own, wherever it was first made: so it reads back to the same
/// text.
std::string as_study(std::string toml) {
  for (const std::string from : {"  # --set\n", "  # default\n"}) {
    for (std::size_t at = toml.find(from); at != std::string::npos; at = toml.find(from, at)) {
      toml.replace(at, from.size(), "  # study\n");
    }
  }
  return toml;
}

/// The same for rows that are listed.
std::vector<ParameterRow> as_study(std::vector<ParameterRow> rows) {
  for (ParameterRow& row : rows) {
    if (row.source == "--set" || row.source == "default") row.source = "study";
  }
  return rows;
}

/// All that shapes a result, as a TOML document.
std::string inputs_text_of(const Model& model, const std::string& actives) {
  std::string text = fmt::format("version = {}\n{}", toml_string(version()), model.resolved_toml);
  if (!actives.empty()) text += "\n" + actives;
  if (!model.own_files.empty()) text += "\n[kept]\n";
  for (const OwnFile& own : model.own_files) {
    text += fmt::format("{} = \"{:016x}\"\n", toml_string(own.name), hash_text(own.text));
  }
  return text;
}

bool is_same_scalar(const Node& one, const Node& other) {
  const auto same = [&](auto* a, auto* b) { return a != nullptr && b != nullptr && *a == *b; };
  return same(std::get_if<std::string>(&one.value), std::get_if<std::string>(&other.value)) ||
         same(std::get_if<std::int64_t>(&one.value), std::get_if<std::int64_t>(&other.value)) ||
         same(std::get_if<double>(&one.value), std::get_if<double>(&other.value)) ||
         same(std::get_if<bool>(&one.value), std::get_if<bool>(&other.value));
}

/// The key below `path` at which two trees differ, "" when they do not.
std::string difference_at(const Node& one, const Node& other, const std::string& path) {
  const auto* table = std::get_if<Node::Table>(&one.value);
  const auto* table_b = std::get_if<Node::Table>(&other.value);
  const auto* list = std::get_if<Node::List>(&one.value);
  const auto* list_b = std::get_if<Node::List>(&other.value);
  const bool is_value = one.find("value") != nullptr || other.find("value") != nullptr;
  const auto below = [&](const std::string& key) { return path.empty() ? key : fmt::format("{}.{}", path, key); };
  if (table != nullptr && table_b != nullptr) {
    for (const auto& [key, node] : *table) {
      const Node* twin = other.find(key);
      const std::string found = twin == nullptr ? below(key) : difference_at(node, *twin, below(key));
      if (!found.empty()) return is_value ? path : found;
    }
    for (const auto& [key, node] : *table_b) {
      if (one.find(key) == nullptr) return is_value ? path : below(key);
    }
    return "";
  }
  if (list != nullptr && list_b != nullptr && list->size() == list_b->size()) {
    for (std::size_t i = 0; i < list->size(); ++i) {
      std::string found = difference_at((*list)[i], (*list_b)[i], fmt::format("{}[{}]", path, i));
      if (!found.empty()) return found;
    }
    return "";
  }
  if (one.value.index() != other.value.index() || one.is_table() || one.is_list()) return path;
  return is_same_scalar(one, other) ? "" : path;
}

}  // namespace

Bibliography read_bibliography(StudyData& data) {
  return data.bibliography(data.file("sources.bib"));
}

Subject subject_of(const StudyFile& file, const device::Device& device, const Units& units) {
  Subject subject;
  subject.age_years = units.from_si(file.person.age, "year");
  subject.sex = file.person.sex;
  subject.phototype = file.person.phototype;
  subject.site_name = file.site.name;
  subject.concerns = file.site.concern;
  const course::Knowledge& known = file.knowledge;
  subject.site_title = known.specimen ? known.specimen->title : known.skin.title;
  subject.window_area = file.site.area;
  subject.device_name = file.device.name;
  subject.device_title = device.title;
  subject.device_kind = device.kind;
  subject.device_setting = device.setting;
  subject.needle_length = device.needle.length;
  subject.needles = device::needle_count(device);
  return subject;
}

void add_provenance(const std::vector<StudyFile>& files, const Bibliography& bibliography, const Units& units,
                    Model& model) {
  StudyFile first = files.front();
  std::vector<SessionChange> changes = changes_of(files, units);
  const Describe all = [&](Visitor& visitor) { describe_all(first, changes, visitor); };
  const Describe used = given_only(all, idle_tables(first.experiment, first.device.kind));
  const Describe actives = [&](Visitor& visitor) { course::describe(model.inputs.actives, visitor); };
  model.keys = list_parameters(all, units);
  model.parameters = as_study(list_parameters(used, units));
  for (const ParameterRow& row : list_parameters(given_only(actives), units)) {
    model.keys.push_back(row);
    model.parameters.push_back(row);
  }
  model.resolved_toml = as_study(to_toml(used, units));
  model.sources = used_sources(model, bibliography);
  model.inputs_text = inputs_text_of(model, to_toml(given_only(actives), units));
  model.inputs_hash = fmt::format("{:016x}", hash_text(model.inputs_text));
}

std::string first_difference(const std::string& one, const std::string& other) {
  return difference_at(parse_document(one, "one"), parse_document(other, "other"), "");
}

void add_missing_rooms(const std::vector<StudyFile>& files, bool has_rf, Model& model) {
  const auto any = [&](auto has) { return std::any_of(files.begin(), files.end(), has); };
  if (files.front().experiment.is_wanted()) return;  // a bench asks for the rooms it uses, no more
  std::vector<std::string> wanted;
  if (has_rf) wanted.emplace_back("heat");
  if (any([](const StudyFile& file) { return !file.course.aftercare.empty(); })) {
    model.not_built.push_back({"transport",
                               "What the aftercare brings in is not followed yet: this version tells what gets in from "
                               "the product of a session."});
  }
  wanted.insert(wanted.end(), {"healing", "endpoints"});

  for (const std::string& room : wanted) {
    if (!course::is_built(room)) model.not_built.push_back({room, course::missing_sentence(room)});
  }
}

}  // namespace percuta::study
