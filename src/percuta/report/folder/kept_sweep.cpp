#include "percuta/report/folder/kept_sweep.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "percuta/base/error.hpp"
#include "percuta/base/files/document.hpp"
#include "percuta/base/files/toml_text.hpp"

namespace percuta::report {

namespace {

constexpr const char* k_data = "data";  // the study's key, and the folder that it names beside a resolved study

/// The text at a key "device.name" of a document; "" when there is none.
std::string text_at(const Node& root, std::string_view key) {
  const Node* node = &root;
  while (node != nullptr && !key.empty()) {
    const std::size_t dot = key.find('.');
    node = node->find(key.substr(0, dot));
    key = dot == std::string_view::npos ? "" : key.substr(dot + 1);
  }
  const auto* text = node == nullptr ? nullptr : std::get_if<std::string>(&node->value);
  return text == nullptr ? "" : *text;
}

bool is_own(const std::vector<study::OwnFile>& files, const std::string& name) {
  return std::any_of(files.begin(), files.end(), [&](const study::OwnFile& file) { return file.name == name; });
}

/// Calls one(key, line) for each line of a resolved study; the key is "" where the line sets none.
template <class One>
void for_each_line(std::string_view toml, const One& one) {
  std::string table;
  std::map<std::string, int> seen;
  while (!toml.empty()) {
    const std::string_view line = toml.substr(0, std::min(toml.find('\n'), toml.size() - 1) + 1);
    toml.remove_prefix(line.size());
    const std::size_t equals = line.find(" = ");
    if (line.starts_with("[[")) {  // entries of a list are told apart by their number
      const std::string list(line.substr(2, line.find(']') - 2));
      table = fmt::format("{}[{}].", list, seen[list]++);
    } else if (line.starts_with('[')) {
      table = std::string(line.substr(1, line.find(']') - 1)) + ".";
    } else if (equals != std::string_view::npos) {
      one(table + std::string(line.substr(0, equals)), line);
      continue;
    }
    one(std::string(), line);
  }
}

std::string list_of(const std::vector<std::string>& texts) {
  std::string list;
  for (const std::string& text : texts) list += (list.empty() ? "" : ", ") + toml_string(text);
  return "[" + list + "]";
}

}  // namespace

KeptSweep::KeptSweep(const study::Model& base, std::vector<study::SweepAxis> axes)
    : axes_(std::move(axes)), renamed_(axes_.size()) {
  keep(base.own_files);
  for_each_line(base.resolved_toml, [&](const std::string& key, std::string_view line) { common_.emplace(key, line); });
}

std::vector<std::string> KeptSweep::add(const study::Model& point, const std::vector<std::string>& settings) {
  keep(point.own_files);
  std::map<std::string, std::string> lines;
  for_each_line(point.resolved_toml, [&](const std::string& key, std::string_view line) { lines.emplace(key, line); });
  std::erase_if(common_, [&](const auto& one) {
    const auto found = lines.find(one.first);
    return found == lines.end() || found->second != one.second;
  });
  const Node resolved = parse_document(point.resolved_toml, "study.resolved.toml");
  std::vector<std::string> values;
  for (std::size_t i = 0; i < settings.size(); ++i) {
    const std::string given = settings[i].substr(settings[i].find('=') + 1);
    const std::string found = text_at(resolved, axes_[i].key);
    values.push_back(is_own(point.own_files, found) ? found : given);
    if (values.back() == given || !renamed_[i].emplace(given, found).second) continue;
    std::replace(axes_[i].values.begin(), axes_[i].values.end(), given, found);
  }
  return values;
}

std::vector<std::string> KeptSweep::settings(const std::vector<std::string>& over,
                                             const std::vector<std::string>& shown) const {
  std::vector<std::string> texts = over;
  for (std::size_t i = 0; i < axes_.size(); ++i) {
    if (renamed_[i].empty()) continue;
    texts[i] = fmt::format("{}={}", axes_[i].key, fmt::join(axes_[i].values, ","));
  }
  std::vector<std::string> settings = {"sweep.over=" + list_of(texts)};
  if (!shown.empty()) settings.push_back("sweep.show=" + list_of(shown));
  return settings;
}

KeptInputs KeptSweep::inputs(const study::Model& asked) const {
  KeptInputs inputs{asked.version, "", {}};
  std::string table;  // its heading stands only where something of it is kept
  for_each_line(asked.resolved_toml, [&](const std::string& key, std::string_view line) {
    if (line.starts_with('[')) table = fmt::format("\n{}", line);
    if (key.empty()) return;
    if (!key.starts_with("sweep.") && !is_of_axis(key) && !common_.contains(key)) return;
    inputs.resolved_toml += table + std::string(line);
    table.clear();
  });
  bool has_data = false;
  for (const auto& [name, text] : own_files_) {
    inputs.own_files.push_back({name, text});
    has_data = has_data || name.starts_with(fmt::format("{}/", k_data));
  }
  // A point alone may have read a further data folder, which the base study does not name then.
  if (has_data && parse_document(inputs.resolved_toml, "study.resolved.toml").find(k_data) == nullptr) {
    const std::size_t before_tables = inputs.resolved_toml.find("\n[");
    inputs.resolved_toml.insert(std::min(before_tables, inputs.resolved_toml.size()),
                                fmt::format("{0} = \"{0}\"\n", k_data));
  }
  return inputs;
}

bool KeptSweep::is_of_axis(const std::string& key) const {
  return std::any_of(axes_.begin(), axes_.end(),
                     [&](const study::SweepAxis& axis) { return key == axis.key || key.starts_with(axis.key + "."); });
}

void KeptSweep::keep(const std::vector<study::OwnFile>& files) {
  for (const study::OwnFile& file : files) {
    if (own_files_.emplace(file.name, file.text).first->second == file.text) continue;
    throw InputError(fmt::format("two different files of the sweep are called '{}'", file.name),
                     "give them different names");
  }
}

}  // namespace percuta::report
