#pragma once

#include <string>

#include "percuta/base/stage_times.hpp"

namespace percuta::apps {

/// Stages with their processor seconds and shares, a line each; what of `all` seconds no stage counts is named as such.
std::string profile_text(const std::vector<StageTimes::Stage>& stages, double all);

}  // namespace percuta::apps
