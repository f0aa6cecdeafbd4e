#pragma once

#include <map>
#include <string>
#include <vector>

#include "percuta/study/study_data.hpp"
#include "percuta/study/study_file.hpp"

/// What a Model holds beside the chain's inputs: who is treated, where every value came from, what cannot be computed.
namespace percuta::study {

using Bibliography = std::map<std::string, Citation>;

/// The papers behind the data. Throws FileError, InputError.
Bibliography read_bibliography(StudyData& data);

/// `file` names its device as the run folder does.
Subject subject_of(const StudyFile& file, const device::Device& device, const Units& units);

/// Fills parameters, sources, resolved text and inputs hash from the sessions' files (the first is the study itself)
/// and the model's own files. One walk writes the text and lists the parameters: what is read stands in both.
void add_provenance(const std::vector<StudyFile>& files, const Bibliography& bibliography, const Units& units,
                    Model& model);

/// Fills `not_built` and `can_run`.
void add_missing_rooms(const std::vector<StudyFile>& files, bool has_rf, Model& model);

}  // namespace percuta::study
