#include "percuta/study/provenance.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "percuta/base/random.hpp"
#include "percuta/base/version.hpp"
#include "percuta/course/stages.hpp"

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

std::string table_of(const ParameterRow& row) {
  return row.path.substr(0, row.path.rfind('.') + 1);
}

bool is_unset(const ParameterRow& row) {
  return row.type == "quantity" && row.source.empty();
}

/// Only what has a value: without unset optional quantities, and without tables ([rf], [device.head]) that hold nothing
/// else.
std::vector<ParameterRow> only_used(const std::vector<ParameterRow>& keys) {
  std::map<std::string, std::pair<int, int>> quantities;  // per table: set, unset
  for (const ParameterRow& row : keys) {
    if (row.type != "quantity") continue;
    auto& [set, unset] = quantities[table_of(row)];
    ++(is_unset(row) ? unset : set);
  }
  std::vector<ParameterRow> used;
  for (const ParameterRow& row : keys) {
    const auto found = quantities.find(table_of(row));
    const bool is_empty_table =
        found != quantities.end() && found->second.first == 0 && found->second.second > 0 && !row.is_optional;
    if (!is_unset(row) && !is_empty_table) used.push_back(row);
  }
  return used;
}

std::vector<UsedSource> used_sources(const std::vector<ParameterRow>& parameters, const DataFolder& data) {
  const auto path = data.file("sources.bib");
  const auto bibliography = parse_bibliography(read_file(path), path.string());
  std::map<std::string, UsedSource> used;
  for (const ParameterRow& row : parameters) {
    if (row.source.empty() || row.source == "study" || row.source == "--set") continue;
    UsedSource& source = used[row.source];
    const auto entry = bibliography.find(row.source);
    if (entry != bibliography.end()) source.citation = entry->second;
    source.citation.key = row.source;
    source.used_for.push_back(row.path);
  }
  std::vector<UsedSource> list;
  for (auto& [key, source] : used) list.push_back(std::move(source));
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

}  // namespace

Subject subject_of(const StudyFile& file, const device::Device& device, const std::string& device_name,
                   const Units& units) {
  Subject subject;
  subject.age_years = units.from_si(file.person.age, "year");
  subject.sex = file.person.sex;
  subject.phototype = file.person.phototype;
  subject.site_name = file.site.name;
  subject.site_title = file.is_on_specimen ? file.specimen.title : file.skin.title;
  subject.window_area = file.site.area;
  subject.device_name = device_name;
  subject.device_title = device.title;
  subject.device_kind = device.kind;
  subject.device_setting = device.setting;
  subject.needle_length = device.needle.length;
  subject.needles = device::needle_count(device);
  return subject;
}

void add_provenance(const std::vector<StudyFile>& files, const DataFolder& data, const Units& units, Model& model) {
  StudyFile first = files.front();
  std::vector<SessionChange> changes = changes_of(files, units);
  const Describe all = [&](Visitor& visitor) {
    changes.empty() ? describe(first, visitor) : describe_all(first, changes, visitor);
  };
  model.keys = list_parameters([&](Visitor& visitor) { describe_all(first, changes, visitor); }, units);
  model.parameters = only_used(list_parameters(all, units));
  model.resolved_toml = as_study(to_toml(all, units));
  model.sources = used_sources(model.parameters, data);
  std::string inputs = fmt::format("{}\n{}", version(), model.resolved_toml);
  for (const OwnFile& own : model.own_files) inputs += own.text;
  model.inputs_hash = fmt::format("{:016x}", hash_text(inputs));
}

void add_missing_rooms(const std::vector<StudyFile>& files, bool has_rf, Model& model) {
  const auto any = [&](auto has) { return std::any_of(files.begin(), files.end(), has); };
  if (files.front().experiment.is_wanted()) return;  // a bench asks for the rooms it uses, no more
  std::vector<std::string> wanted;
  if (has_rf) wanted.emplace_back("heat");
  if (any([](const StudyFile& file) { return !file.product.name.empty() || !file.course.aftercare.empty(); })) {
    wanted.emplace_back("transport");
  }
  wanted.insert(wanted.end(), {"healing", "endpoints"});

  for (const std::string& room : wanted) {
    if (!course::is_built(room)) model.not_built.push_back({room, course::missing_sentence(room)});
  }
}

}  // namespace percuta::study
