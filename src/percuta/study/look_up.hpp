#pragma once

#include <filesystem>
#include <string>

#include "percuta/study/study_data.hpp"
#include "percuta/study/study_tree.hpp"

/// From what a study names to the data behind it: the device, the site, and the tree of defaults.
namespace percuta::study {

/// What the names in a root lead to.
struct Lookup {
  std::string site_name;
  Node device;                       ///< the device file
  std::filesystem::path own_device;  ///< its path when the study names it by path, else empty
  Node site;                         ///< the site file, or the specimen's
  bool is_specimen = false;          ///< the experiment's skin is a specimen
  Node defaults;                     ///< everything a key may fall back to, in the study's own layout
  bool is_complete = true;
  bool has_no_device = false;  ///< one stands in that nothing is done with
};

/// Finds device and site and gathers the defaults. Adds a problem for each name that leads nowhere; `is_complete` is
/// then false.
Lookup look_up(const StudyTree& tree, const Node& root, const Overrides& overrides, StudyData& data,
               Problems& problems);

}  // namespace percuta::study
