#pragma once

#include <algorithm>
#include <cmath>

#include "percuta/numerics/fields/field.hpp"

namespace percuta::tests {

/// Greatest difference in any cell.
inline double distance(const numerics::Field& a, const numerics::Field& b) {
  double worst = 0;
  numerics::for_each_cell(a.layout(), [&](numerics::Index i, numerics::Index j, numerics::Index k) {
    worst = std::max(worst, std::abs(a(i, j, k) - b(i, j, k)));
  });
  return worst;
}

}  // namespace percuta::tests
