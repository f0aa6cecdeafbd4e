#pragma once

#include <optional>
#include <string>
#include <vector>

#include "percuta/numerics/fields/grid.hpp"
#include "percuta/numerics/time/time_step.hpp"

namespace percuta::report {

/// A quantity at the times it is kept for, rising [s]; all its values share name, unit and layout.
struct FieldSeries {
  std::vector<double> times;
  std::vector<numerics::Field> values;
};

/// What a run keeps of its fields, and where it stands while it is under way.
struct RunFields {
  std::string inputs_hash;
  numerics::Grid grid;
  std::vector<FieldSeries> series;  ///< each of its own name
  std::optional<numerics::TimeCheckpoint> checkpoint;
};

}  // namespace percuta::report
