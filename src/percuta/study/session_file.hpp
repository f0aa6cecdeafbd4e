#pragma once

#include <string>
#include <vector>

#include "percuta/base/units.hpp"
#include "percuta/study/look_up.hpp"
#include "percuta/study/study_file.hpp"

namespace percuta::study {

/// One session's study, read and checked.
struct SessionFile {
  StudyFile file;
  device::Device device;
  Lookup lookup;
  bool is_measured = false;                     ///< its punctures come from a table; a session without rows is traced
  bool is_changed = false;                      ///< by a [[session]] of its own
  bool is_numbed = false;                       ///< by a product that is put on before it
  bool aftercare_soothes = false;               ///< it holds what lines holes faster
  bool is_map_of_holes = false;                 ///< of a table in which each row is a hole
  std::string product_title, product_setting;   ///< of its file, "" = none
  std::vector<transport::NamedActive> actives;  ///< what the product holds, and what that turns into
  std::vector<std::string> safety_notes;        ///< what readers of the results must know though nothing is refused
};

/// Reads the study as it stands in each session; the first is the study itself. Takes unknown keys out of `tree`.
/// Throws InputError with every problem found.
std::vector<SessionFile> read_sessions(StudyTree& tree, const Overrides& overrides, StudyData& data,
                                       const Units& units);

}  // namespace percuta::study
