#pragma once

#include <functional>
#include <string>

#include "percuta/report/fields/run_fields.hpp"
#include "percuta/report/fields/vtr_grid.hpp"

/// Fields for ParaView.
namespace percuta::report {

/// One moment: the edges of the cells `x_mm`, `y_mm`, `z_mm` (into the skin, 0 at the surface, heights as graded), an
/// array of cell values for each field, `name [unit]`, and the time [s]. InputError when there is no field or one is of
/// another grid.
std::string field_vtr(const numerics::Grid& grid, const std::vector<const numerics::Field*>& fields, double time,
                      VtrNumbers numbers);

/// A room's files by name: `transport_0000.vtr`, ..., one a time with all fields kept for it, then
/// `transport.vtr.series`, which names them with their times. Each is handed over as it is made.
void make_field_vtr(const RoomFields& room, VtrNumbers numbers,
                    const std::function<void(const std::string& name, const std::string& bytes)>& take);

}  // namespace percuta::report
