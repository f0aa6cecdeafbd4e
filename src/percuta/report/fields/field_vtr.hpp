#pragma once

#include <filesystem>

#include "percuta/report/fields/run_fields.hpp"
#include "percuta/report/fields/vtr_grid.hpp"

/// Fields for ParaView.
namespace percuta::report {

/// One moment: the edges of the cells `x_mm`, `y_mm`, `z_mm` (into the skin, 0 at the surface, heights as graded), an
/// array of cell values for each field, `name [unit]`, and the time [s]. InputError when there is no field or one is of
/// another grid.
std::string field_vtr(const numerics::Grid& grid, const std::vector<const numerics::Field*>& fields, double time,
                      VtrNumbers numbers);

/// Writes `fields_0000.vtr`, ... into `folder` (made if absent), one file a time with all fields kept for it, then
/// `fields.vtr.series`, which names them with their times. Throws FileError.
void write_field_vtr(const RunFields& run, const std::filesystem::path& folder, VtrNumbers numbers);

}  // namespace percuta::report
