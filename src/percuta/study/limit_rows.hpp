#pragma once

#include <map>
#include <string>
#include <vector>

#include "percuta/base/units.hpp"
#include "percuta/safety/safety.hpp"
#include "percuta/study/model.hpp"
#include "percuta/study/study_data.hpp"

namespace percuta::study {

/// The rows of all files in data/limits but that of the contraindications, file by file in alphabetical order. Throws
/// InputError for a quantity or place that there is not, and for a row without a bound or with two.
std::vector<safety::Limit> read_limits(StudyData& data, const Units& units);

/// Notes the papers of the rows that hold for a session of the model, each with what it limits.
void add_limit_sources(std::map<std::string, UsedSource>& used, const Model& model);

}  // namespace percuta::study
