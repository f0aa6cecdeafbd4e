#pragma once

#include <string>
#include <vector>

#include "percuta/base/files/document.hpp"
#include "percuta/base/units.hpp"
#include "percuta/skin/skin.hpp"
#include "percuta/study/measured_punctures.hpp"

namespace percuta::study {

/// What the reader of the results must know of the table behind them: rows off the site or its window, columns that
/// shape nothing, sessions without rows. Empty without a table. Throws InputError, at the study's key, for a session
/// of whose rows none lies in the window of `skin`.
std::vector<std::string> measured_notes(const MeasuredTable& table, const Node& root, const skin::Skin& skin,
                                        const Units& units);

}  // namespace percuta::study
