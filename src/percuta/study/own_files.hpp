#pragma once

#include <vector>

#include "percuta/study/measured_punctures.hpp"
#include "percuta/study/session_file.hpp"

/// Files from outside Percuta's own data are kept with the run; the resolved study then names them where they will
/// stand, so that it runs anywhere.
namespace percuta::study {

/// Device files named by path, renamed in `sessions`. Throws InputError for two files of one name.
std::vector<OwnFile> keep_devices(std::vector<SessionFile>& sessions);

/// What came from further data folders, which `sessions` then look up beside the study.
std::vector<OwnFile> keep_data(const StudyData& data, std::vector<SessionFile>& sessions);

/// Reads the table of punctures that the study names into the sessions of `inputs`, and into `table`; nothing is kept
/// without one. Throws InputError.
std::vector<OwnFile> keep_measured(std::vector<SessionFile>& sessions, const StudyTree& tree,
                                   const Overrides& overrides, course::Inputs& inputs, MeasuredTable& table);

}  // namespace percuta::study
