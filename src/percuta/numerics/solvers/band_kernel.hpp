#pragma once

#include "percuta/numerics/solvers/column_kernel.hpp"

/// Elimination of a few columns that touch each other in a row (y), many such rows side by side (x) that do not: each
/// is a band matrix of its own. Lanes of a vector are different rows: what one comes to does not depend on the others.
namespace percuta::numerics {

/// Rows of columns eliminated together.
constexpr Index k_band_lanes = 16;

struct BandKernels {
  /// Factors of k_band_lanes rows of `ny` columns, from the one that `a` begins with: nz x ny x (ny + 1) x lanes
  /// values. Unknowns are counted ring by ring, then downward. Those beyond the grid are padding.
  void (*factor)(const MatrixSlab& a, Index ny, float* factors);
  /// Solves for f; u is not read. `scratch` holds (nz + 1) x ny x lanes values of no meaning.
  void (*solve)(const MatrixSlab& a, Index ny, const float* factors, const float* f, float* u, float* scratch);
};

const BandKernels& band_kernels(KernelClone clone);

namespace baseline {
extern const BandKernels k_band_kernels;
}
namespace v3 {
extern const BandKernels k_band_kernels;
}
namespace v4 {
extern const BandKernels k_band_kernels;
}

}  // namespace percuta::numerics
