#include "percuta/study/study_tree.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace percuta::study {

namespace fs = std::filesystem;

namespace {

const std::string* text_at(const Node& root, std::string_view table, std::string_view key) {
  const Node* inner = root.find(table);
  const Node* value = inner == nullptr ? nullptr : inner->find(key);
  return value == nullptr ? nullptr : std::get_if<std::string>(&value->value);
}

bool is_path(const std::string& name) {
  return name.find('/') != std::string::npos || name.ends_with(".toml");
}

bool is_inside(const fs::path& path, const fs::path& folder) {
  const fs::path relative = fs::weakly_canonical(path).lexically_relative(fs::weakly_canonical(folder));
  return !relative.empty() && *relative.begin() != "..";
}

/// The file a device name or path leads to. Throws InputError.
fs::path device_file(const std::string& name, const StudyTree& tree, const Overrides& overrides,
                     const DataFolder& data) {
  if (!is_path(name)) return data.find("devices", name);
  return path_beside(name, "device file", tree, overrides);
}

Node table_of(Node::Table table) {
  Node node;
  node.value = std::move(table);
  return node;
}

/// Runs `find`, turning its InputError into a problem at the place of table.key.
template <class Find>
Node found_at(const Node& root, std::string_view table, std::string_view key, Problems& problems, Find find) {
  try {
    return read_document(find());
  } catch (const InputError& error) {
    for (Problem problem : error.problems()) {
      const Node* inner = root.find(table);
      const Node* value = inner == nullptr ? nullptr : inner->find(key);
      if (problem.place.file.empty() && value != nullptr) problem.place = value->place();
      problems.add(std::move(problem));
    }
  }
  return table_of({});
}

/// Only what a study may override: not the file's title, kind, setting.
Node overridable(const Node& device) {
  Node result = device;
  for (const char* key : {"title", "kind", "setting", "systems"}) result = without(std::move(result), key);
  return result;
}

/// The word at device.needle.material, in the study or else in the device file.
std::string material_of(const Node& root, const Node& device) {
  const Node* own = root.find("device");
  for (const Node* body : {own, &device}) {
    const std::string* word = body == nullptr ? nullptr : text_at(*body, "needle", "material");
    if (word != nullptr) return *word;
  }
  return "steel";
}

/// What the needles' material bears, under whatever the device file says of it.
Node with_strength(Node device, const Node& root, const DataFolder& data) {
  const Node strength = read_document(data.find("materials", material_of(root, device)));
  return overlaid(table_of({{"strength", strength}}), device);
}

Node text_of(const std::string& word) {
  Node node;
  node.value = word;
  return node;
}

/// The site's layers and mechanics; or the specimen, which names the mechanics it differs in.
Node skin_defaults(const Lookup& found, const Node& mechanics) {
  if (!found.is_specimen) return table_of({{"skin", found.site}, {"mechanics", mechanics}});
  return table_of({{"specimen", overlaid(table_of({{"mechanics", mechanics}}), found.site)}});
}

/// How a device of this kind is used when the study does not say; nothing for a kind without a file of its own.
Node usual_technique(const Node& device, const DataFolder& data) {
  const Node* word = device.find("kind");
  const auto* kind = word == nullptr ? nullptr : std::get_if<std::string>(&word->value);
  const std::vector<std::string> known = data.names("technique");
  if (kind == nullptr || std::find(known.begin(), known.end(), *kind) == known.end()) return table_of({});
  return read_document(data.find("technique", *kind));
}

Node gather_defaults(const Lookup& found, const DataFolder& data) {
  const auto file = [&](const char* name) { return read_document(data.file(name)); };
  const Node rooms = table_of({{"site", table_of({{"name", text_of(found.site_name)}})},
                               {"device", overridable(found.device)},
                               {"technique", usual_technique(found.device, data)},
                               {"hand", file("hand.toml")},
                               {"guidance", file("punctures.toml")},
                               {"contact", file("insertion.toml")},
                               {"injection", file("injection.toml")},
                               {"closure", file("closure.toml")}});
  return overlaid(overlaid(file("defaults.toml"), rooms), skin_defaults(found, file("skin/mechanics.toml")));
}

/// An experiment's skin is a site or a specimen; a site of the same name wins.
bool is_specimen(const std::string& name, const DataFolder& data) {
  const auto holds = [&](const char* folder) {
    const std::vector<std::string> names = data.names(folder);
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  return !holds("skin/sites") && holds("skin/specimens");
}

}  // namespace

fs::path path_beside(const std::string& name, std::string_view what, const StudyTree& tree,
                     const Overrides& overrides) {
  const fs::path path = tree.folder / name;
  const auto allows = [&](const fs::path& folder) { return is_inside(path, folder); };
  if (!allows(tree.folder) && std::none_of(overrides.allow.begin(), overrides.allow.end(), allows)) {
    throw InputError(fmt::format("{} '{}' lies outside the study's folder", what, name),
                     "put it beside the study, or give --allow FOLDER");
  }
  return path;
}

StudyTree read_tree(const fs::path& study_file, const std::vector<std::string>& settings) {
  StudyTree tree{read_document(study_file), fs::absolute(study_file).parent_path()};
  for (const std::string& setting : settings) tree.root = overlaid(std::move(tree.root), parse_setting(setting));
  return tree;
}

Node session_root(const Node& root, std::int64_t number) {
  Node result = without(root, "session");
  const Node* list = root.find("session");
  if (list == nullptr || !list->is_list()) return result;
  for (const Node& entry : std::get<Node::List>(list->value)) {
    const Node* given = entry.find("number");
    const auto* value = given == nullptr ? nullptr : std::get_if<std::int64_t>(&given->value);
    if (value != nullptr && *value == number) result = overlaid(std::move(result), without(entry, "number"));
  }
  return result;
}

std::int64_t highest_session(const Node& root, Problems& problems) {
  const Node* list = root.find("session");
  if (list == nullptr) return 0;
  if (!list->is_list()) {
    problems.add(
        {fmt::format("'session' is {}; it is a list, one [[session]] for each that differs", list->type_word()),
         "write [[session]] in double brackets", list->key_place()});
    return 0;
  }
  std::int64_t highest = 0;
  for (const Node& entry : std::get<Node::List>(list->value)) {
    const Node* given = entry.find("number");
    const auto* value = given == nullptr ? nullptr : std::get_if<std::int64_t>(&given->value);
    if (value == nullptr || *value < 1) {
      problems.add({"each [[session]] says which one it is: number = 1, 2, ...", "",
                    given == nullptr ? entry.place() : given->place()});
      continue;
    }
    highest = std::max(highest, *value);
  }
  return highest;
}

Lookup look_up(const StudyTree& tree, const Node& root, const Overrides& overrides, const DataFolder& data,
               Problems& problems) {
  Lookup found;
  found.defaults = read_document(data.file("defaults.toml"));
  const std::string* device = text_at(root, "device", "name");
  const std::string* site = text_at(root, "site", "name");
  const std::string* bench = text_at(root, "experiment", "skin");
  const bool has_bench = bench != nullptr && !bench->empty();
  if (has_bench && site != nullptr && *site != *bench) {
    problems.add({fmt::format("two skins are named: site.name is '{}', experiment.skin is '{}'", *site, *bench),
                  "leave one of them out", root.find("site")->find("name")->place()});
  }
  if (has_bench) site = bench;
  if (site == nullptr) site = text_at(found.defaults, "site", "name");
  found.device_name = device == nullptr ? "" : *device;
  found.site_name = site == nullptr ? "" : *site;
  const std::size_t before = problems.list().size();
  if (device == nullptr) {
    const Node* table = root.find("device");
    problems.add({"the study names no device", "write [device] with name = \"...\"; `percuta list devices` shows them",
                  table == nullptr ? root.place() : table->key_place()});
  } else {
    found.device = found_at(root, "device", "name", problems, [&] {
      const fs::path path = device_file(found.device_name, tree, overrides, data);
      if (is_path(found.device_name)) found.own_device = path;
      return path;
    });
  }
  found.is_specimen = has_bench && is_specimen(found.site_name, data);
  found.site = found_at(root, has_bench ? "experiment" : "site", has_bench ? "skin" : "name", problems, [&] {
    return data.find(found.is_specimen ? "skin/specimens" : "skin/sites", found.site_name);
  });
  if (problems.list().size() == before) {
    try {
      found.device = with_strength(std::move(found.device), root, data);
    } catch (const InputError& error) {
      const Node* table = root.find("device");
      for (Problem problem : error.problems()) {
        if (problem.place.file.empty() && table != nullptr) problem.place = table->key_place();
        problems.add(std::move(problem));
      }
    }
  }
  found.is_complete = problems.list().size() == before;
  if (found.is_complete) found.defaults = gather_defaults(found, data);
  return found;
}

}  // namespace percuta::study
