#pragma once

#include <string>
#include <vector>

#include "percuta/study/study.hpp"
#include "percuta/study/study_file.hpp"

/// What a Model holds beside the chain's inputs: who is treated, where every value came from, what cannot be computed.
namespace percuta::study {

Subject subject_of(const StudyFile& file, const device::Device& device, const std::string& device_name,
                   const Units& units);

/// Fills parameters, sources, resolved text and inputs hash from the sessions' files (the first is the study itself).
void add_provenance(const std::vector<StudyFile>& files, const DataFolder& data, const Units& units, Model& model);

/// Fills `not_built` and `can_run`.
void add_missing_rooms(const std::vector<StudyFile>& files, bool has_rf, Model& model);

}  // namespace percuta::study
