#include "percuta/study/look_up.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "percuta/course/bench.hpp"
#include "percuta/study/keys/key_place.hpp"

namespace percuta::study {

namespace fs = std::filesystem;

namespace {

bool is_path(const std::string& name) {
  return name.find('/') != std::string::npos || name.ends_with(".toml");
}

/// The file a device name or path leads to. Throws InputError.
fs::path device_file(const std::string& name, const StudyTree& tree, const Overrides& overrides, StudyData& data) {
  if (!is_path(name)) return data.find("devices", name);
  return path_beside(name, "device file", tree, overrides);
}

Node table_of(Node::Table table) {
  Node node;
  node.value = std::move(table);
  return node;
}

/// The document that `find` leads to; its InputError becomes a problem at the place of the key.
template <class Find>
Node found_at(const Node& root, std::string_view key, const StudyData& data, Problems& problems, Find find) {
  try {
    return data.document(find());
  } catch (const InputError& error) {
    add_at(root, key, error, problems);
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
Node with_strength(Node device, const Node& root, StudyData& data) {
  const Node strength = data.document(data.find("materials", material_of(root, device)));
  return overlaid(table_of({{"strength", strength}}), device);
}

constexpr const char* k_no_device = "needle-steel-100";  // stands for one where nothing is pierced

Node text_of(const std::string& word) {
  Node node;
  node.value = word;
  return node;
}

std::string word_of(const Node& device, std::string_view key) {
  const Node* node = device.find(key);
  const auto* word = node == nullptr ? nullptr : std::get_if<std::string>(&node->value);
  return word == nullptr ? "" : *word;
}

/// How a device is used when the study does not say: as its kind is ("pen"), and of those as where it is for
/// ("roller-home"). Nothing of either without a file of its own.
Node usual_technique(const Node& device, StudyData& data) {
  const std::vector<std::string> known = data.names("technique");
  const std::string kind = word_of(device, "kind");
  Node result = table_of({});
  for (const std::string& name : {kind, fmt::format("{}-{}", kind, word_of(device, "setting"))}) {
    if (std::find(known.begin(), known.end(), name) == known.end()) continue;
    result = overlaid(std::move(result), data.document(data.find("technique", name)));
  }
  return result;
}

/// What data/ knows, table by table. A specimen names the mechanics it differs in.
Node knowledge_defaults(const Lookup& found, StudyData& data) {
  Node result = table_of({});
  for (const course::KnowledgeTable& table : course::knowledge_tables()) {
    if (table.file.empty()) continue;
    result = overlaid(std::move(result),
                      table_of({{std::string(table.key), data.document(data.file(std::string(table.file)))}}));
  }
  if (!found.is_specimen) return overlaid(std::move(result), table_of({{"skin", found.site}}));
  const Node specimen = overlaid(table_of({{"mechanics", *result.find("mechanics")}}), found.site);
  return overlaid(without(std::move(result), "mechanics"), table_of({{"specimen", specimen}}));
}

/// What the named product is made of, and how much of it is put on when nobody says. Nothing of a product that is not
/// found: who reads it tells that.
Node product_defaults(const Node& root, StudyData& data) {
  const std::string* name = text_at(root, "product", "name");
  const std::vector<std::string> known = data.names("products");
  if (name == nullptr || std::find(known.begin(), known.end(), *name) == known.end()) return table_of({});
  Node product = data.document(data.find("products", *name));
  for (const char* key : {"title", "setting", "contains", "refuse_with"}) product = without(std::move(product), key);
  return overlaid(data.document(data.file("application.toml")), product);
}

/// A name for the device of a study that has none.
Node no_device() {
  return table_of({{"name", text_of(k_no_device)}});
}

Node gather_defaults(const Lookup& found, const Node& root, StudyData& data) {
  const Node named = table_of(
      {{"site", table_of({{"name", text_of(found.site_name)}})},
       {"device", found.has_no_device ? overlaid(overridable(found.device), no_device()) : overridable(found.device)},
       {"technique", usual_technique(found.device, data)},
       {"product", product_defaults(root, data)}});
  return overlaid(overlaid(data.document(data.file("defaults.toml")), named), knowledge_defaults(found, data));
}

/// An experiment's skin is a site or a specimen; a site of the same name wins.
bool is_specimen(const std::string& name, StudyData& data) {
  const auto holds = [&](const char* folder) {
    const std::vector<std::string> names = data.names(folder);
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  return !holds("skin/sites") && holds("skin/specimens");
}

/// A diffusion cell whose holes are none or given.
bool needs_no_device(const Node& root) {
  const std::string* kind = text_at(root, "experiment", "kind");
  const std::string* holes = text_at(root, "experiment", "holes");
  return kind != nullptr && *kind == course::k_franz_cell && holes != nullptr && *holes != course::k_made_holes;
}

/// The device file, with what its needles' material bears under it.
void find_device(const StudyTree& tree, const Node& root, const Overrides& overrides, StudyData& data, Lookup& found,
                 Problems& problems) {
  const std::string* name = text_at(root, "device", "name");
  if (name == nullptr && needs_no_device(root)) {
    found.device = data.document(data.find("devices", k_no_device));
    found.has_no_device = true;
    return;
  }
  if (name == nullptr) {
    problems.add({"the study names no device", "write [device] with name = \"...\"; `percuta list devices` shows them",
                  place_of(root, "device.name")});
    return;
  }
  found.device = found_at(root, "device.name", data, problems, [&] {
    const fs::path path = device_file(*name, tree, overrides, data);
    if (is_path(*name)) found.own_device = path;
    return path;
  });
}

/// The site or specimen: the experiment's skin where it names one, else the study's site.
void find_skin(const Node& root, StudyData& data, Lookup& found, Problems& problems) {
  const std::string* site = text_at(root, "site", "name");
  const std::string* bench = text_at(root, "experiment", "skin");
  const bool has_bench = bench != nullptr && !bench->empty();
  if (has_bench && site != nullptr && *site != *bench) {
    problems.add({fmt::format("two skins are named: site.name is '{}', experiment.skin is '{}'", *site, *bench),
                  "leave one of them out", place_of(root, "site.name")});
  }
  if (has_bench) site = bench;
  if (site == nullptr) site = text_at(found.defaults, "site", "name");
  found.site_name = site == nullptr ? "" : *site;
  found.is_specimen = has_bench && is_specimen(found.site_name, data);
  found.site = found_at(root, has_bench ? "experiment.skin" : "site.name", data, problems, [&] {
    return data.find(found.is_specimen ? "skin/specimens" : "skin/sites", found.site_name);
  });
}

}  // namespace

Lookup look_up(const StudyTree& tree, const Node& root, const Overrides& overrides, StudyData& data,
               Problems& problems) {
  Lookup found;
  found.defaults = data.document(data.file("defaults.toml"));
  const std::size_t before = problems.list().size();
  find_device(tree, root, overrides, data, found, problems);
  find_skin(root, data, found, problems);
  if (problems.list().size() == before) {
    try {
      found.device = with_strength(std::move(found.device), root, data);
    } catch (const InputError& error) {
      add_at(root, "device.needle.material", error, problems);
    }
  }
  found.is_complete = problems.list().size() == before;
  if (found.is_complete) found.defaults = gather_defaults(found, root, data);
  return found;
}

}  // namespace percuta::study
