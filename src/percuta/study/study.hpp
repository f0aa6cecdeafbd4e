#pragma once

#include <filesystem>

#include "percuta/base/files/data_folder.hpp"
#include "percuta/study/cards.hpp"
#include "percuta/study/catalogue.hpp"
#include "percuta/study/listing.hpp"
#include "percuta/study/model.hpp"
#include "percuta/study/schema_text.hpp"
#include "percuta/study/sweep.hpp"

/// The study file: reads it, fills it from the data, refuses what must be refused.
/// In       a study file, --set overrides, the data folder    Out  a Model ready to run
/// Holds    adults, intact skin, no contraindication          Throws  InputError
/// Checked  tests/study
namespace percuta::study {

Model load(const std::filesystem::path& study_file, const Overrides& overrides, const DataFolder& data,
           const Units& units);

/// The key at which two studies differ, from what their models hold in `inputs_text`; "" when they do not. "version" is
/// Percuta's own, "kept.<file>" a file that the study names.
std::string first_difference(const std::string& one, const std::string& other);

}  // namespace percuta::study
