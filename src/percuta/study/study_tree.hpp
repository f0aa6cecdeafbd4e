#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "percuta/base/files/document.hpp"
#include "percuta/study/study.hpp"

/// From a study file to the tree of what its user wrote.
namespace percuta::study {

/// The word at a key (of a table of the root), nullptr when there is none.
const std::string* text_at(const Node& root, std::string_view table, std::string_view key);

/// The study as written, --set laid over it.
struct StudyTree {
  Node root;
  std::filesystem::path folder;  ///< paths in the study are relative to it
};

/// The file `name` in the study's folder. Throws InputError, `what` naming it ("device file"), when it lies outside
/// that folder and those allowed.
std::filesystem::path path_beside(const std::string& name, std::string_view what, const StudyTree& tree,
                                  const Overrides& overrides);

StudyTree read_tree(const std::filesystem::path& study_file, const std::vector<std::string>& settings);

/// The root of session `number` (from 1): the study with that [[session]] laid over it, without the list itself.
Node session_root(const Node& root, std::int64_t number);

/// Whether a [[session]] of that number, from 1, stands in the study.
bool changes_session(const Node& root, std::int64_t number);

/// `root` without the top-level keys that no study has; adds a problem for each, with what may stand there.
Node with_known_keys(Node root, Problems& problems);

/// Adds a problem for each key of a [[session]] that only the whole study has, and for a session described twice.
void check_session_keys(const Node& root, Problems& problems);

/// The highest number in the [[session]] list, 0 without one. Adds a problem for an entry without a whole number
/// from 1.
std::int64_t highest_session(const Node& root, Problems& problems);

}  // namespace percuta::study
