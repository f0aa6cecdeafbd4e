#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "percuta/punctures/punctures.hpp"

namespace percuta::study {

/// Landings of each session, from a table with the columns of a run's punctures.csv: `x_mm` and `y_mm` must be there;
/// `session` (else 1), `stroke`, `needle`, `hole`, `force_on_device_N`, `length_mm`, `tilt_rad`, `tip_speed_m_s` may
/// be; what a run derives from them is left out. What no column gives is 0. A session without rows has no landings.
/// Throws InputError for other columns, sessions beyond `sessions`, or numbers out of range; FileError when the file
/// cannot be read.
std::vector<std::vector<punctures::Landing>> read_landings(const std::filesystem::path& path, std::int64_t sessions);

}  // namespace percuta::study
