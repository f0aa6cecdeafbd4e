#pragma once

#include <cstddef>
#include <cstdint>

#include "percuta/numerics/kernel_clone.hpp"

namespace percuta::numerics {

/// A point and a row of others.
struct NearRow {
  double x, y;            ///< of the point [m]
  const double *xs, *ys;  ///< of the others [m], n of them
  std::size_t n;
  double per_step, cap;  ///< of the bins, see RadiusBins [1/m], [m2]
};

/// The hot kernel of pair statistics: squares of the distances [m2] and the bins that they belong to. Too near to a
/// bin's end for the seven digits that bins are found with, it says -1 - bin, and the bin may be its neighbour. Sums,
/// products and comparisons only, so that every clone gives the same bits.
void measure(const NearRow& row, double* square, std::int32_t* bin, KernelClone clone);

/// A rectangle whose pairs are weighed by what it shares with itself, shifted as one point stands from the other.
struct ShiftedWindow {
  double width, height, area;  ///< [m], [m], [m2]
  double most;                 ///< no weight is above it [1]
};

/// Area over shared area for every point of the row [1]; the bits of EdgeCorrection::translation_weight.
void weigh(const NearRow& row, const ShiftedWindow& window, double* weight, KernelClone clone);

namespace baseline {
void measure(const NearRow& row, double* square, std::int32_t* bin);
void weigh(const NearRow& row, const ShiftedWindow& window, double* weight);
}  // namespace baseline
namespace v3 {
void measure(const NearRow& row, double* square, std::int32_t* bin);
void weigh(const NearRow& row, const ShiftedWindow& window, double* weight);
}  // namespace v3
namespace v4 {
void measure(const NearRow& row, double* square, std::int32_t* bin);
void weigh(const NearRow& row, const ShiftedWindow& window, double* weight);
}  // namespace v4

}  // namespace percuta::numerics
