#pragma once

#include <vector>

#include "percuta/numerics/fields/field.hpp"

namespace percuta::numerics {

/// A quantity at the times it is kept for, rising [s]; all its values share name, unit and layout.
struct FieldSeries {
  std::vector<double> times;
  std::vector<Field> values;
};

}  // namespace percuta::numerics
