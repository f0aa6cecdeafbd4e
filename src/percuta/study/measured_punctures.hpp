#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "percuta/punctures/punctures.hpp"

namespace percuta::study {

/// A column that a table gives and a run makes nothing of.
struct IdleColumn {
  std::string name;
  std::string why;  ///< "a run works it out anew from device, force and skin"
};

/// What a table of punctures holds.
struct MeasuredTable {
  std::string name;                           ///< of the file, "" = there is none
  std::int64_t rows = 0;                      ///< of all sessions
  std::vector<punctures::Landings> sessions;  ///< in order; one without rows has no landings
  std::vector<IdleColumn> idle;               ///< none in a table that Percuta wrote itself
};

/// Reads a table with the columns of a run's punctures.csv: `x_mm` and `y_mm` must be there; `session` (else 1),
/// `strike`, `stroke`, `needle`, `hole`, `force_on_device_N`, `length_mm`, `tilt_rad`, `tip_speed_m_s` may be; what a
/// run works out anew is left out. What no column gives is 0, a hole of its own, and no place in time. The order of
/// rows means nothing. Throws InputError for other columns, sessions beyond `sessions`, numbers out of range or a table
/// out of bounds; FileError when the file cannot be read.
MeasuredTable read_landings(const std::filesystem::path& path, std::int64_t sessions);

}  // namespace percuta::study
