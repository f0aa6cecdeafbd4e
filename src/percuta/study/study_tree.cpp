#include "percuta/study/study_tree.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>

#include "percuta/base/files/data_folder.hpp"
#include "percuta/study/keys/experiment_keys.hpp"

namespace percuta::study {

namespace fs = std::filesystem;

const std::string* text_at(const Node& root, std::string_view table, std::string_view key) {
  const Node* inner = root.find(table);
  const Node* value = inner == nullptr ? nullptr : inner->find(key);
  return value == nullptr ? nullptr : std::get_if<std::string>(&value->value);
}

fs::path path_beside(const std::string& name, std::string_view what, const StudyTree& tree,
                     const Overrides& overrides) {
  const fs::path path = tree.folder / name;
  std::error_code error;
  const bool is_there = fs::exists(path, error);
  if (!is_there && (error == std::errc::filename_too_long || error == std::errc::too_many_symbolic_link_levels)) {
    throw InputError(fmt::format("{} cannot be opened: {}", what, error.message()), "give the name of a file");
  }
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
  tree.root = with_cell_said(std::move(tree.root));
  return tree;
}

namespace {

/// Those of the [[session]] list that are of that number.
std::vector<const Node*> entries_of(const Node& root, std::int64_t number) {
  std::vector<const Node*> entries;
  const Node* list = root.find("session");
  if (list == nullptr || !list->is_list()) return entries;
  for (const Node& entry : std::get<Node::List>(list->value)) {
    const Node* given = entry.find("number");
    const auto* value = given == nullptr ? nullptr : std::get_if<std::int64_t>(&given->value);
    if (value != nullptr && *value == number) entries.push_back(&entry);
  }
  return entries;
}

}  // namespace

Node session_root(const Node& root, std::int64_t number) {
  Node result = without(root, "session");
  for (const Node* entry : entries_of(root, number)) result = overlaid(std::move(result), without(*entry, "number"));
  return result;
}

bool changes_session(const Node& root, std::int64_t number) {
  return !entries_of(root, number).empty();
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

}  // namespace percuta::study
