#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "percuta/base/files/data_folder.hpp"
#include "percuta/base/files/document.hpp"
#include "percuta/study/study.hpp"

/// From a study file to trees: the user's own, and the one of defaults that stands behind it.
namespace percuta::study {

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

/// `root` without the top-level keys that no study has; adds a problem for each, with what may stand there.
Node with_known_keys(Node root, Problems& problems);

/// Adds a problem for each key of a [[session]] that only the whole study has, and for a session described twice.
void check_session_keys(const Node& root, Problems& problems);

/// The highest number in the [[session]] list, 0 without one. Adds a problem for an entry without a whole number
/// from 1.
std::int64_t highest_session(const Node& root, Problems& problems);

/// What the names in a root lead to.
struct Lookup {
  std::string device_name, site_name;
  Node device;                       ///< the device file
  std::filesystem::path own_device;  ///< its path when the study names it by path, else empty
  Node site;                         ///< the site file, or the specimen's
  bool is_specimen = false;          ///< the experiment's skin is a specimen
  Node defaults;                     ///< everything a key may fall back to, in the study's own layout
  bool is_complete = true;
};

/// Finds device and site and gathers the defaults. Adds a problem for each name that leads nowhere; `is_complete` is
/// then false.
Lookup look_up(const StudyTree& tree, const Node& root, const Overrides& overrides, const DataFolder& data,
               Problems& problems);

}  // namespace percuta::study
