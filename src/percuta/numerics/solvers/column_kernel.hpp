#pragma once

#include "percuta/numerics/fields/layout.hpp"
#include "percuta/numerics/kernel_clone.hpp"

/// The hot loops of the skin solver, each over one slab of columns: free functions on raw pointers. Every pointer
/// stands at the slab's cell (0, 0, 0); neighbours are found by stride and slab. Only sums, products, quotients,
/// comparisons and fixed lanes, so that every clone gives the same bits.
namespace percuta::numerics {

/// One slab of the matrix A = shift mass + sink + differences over faces. Face k of tz lies above cell k, face i of tx
/// before cell i, face j of ty before slab j; faces on a closed side are 0.
struct MatrixSlab {
  Index nx, nz, stride, slab;
  const float *tx, *ty, *tz;
  const float *mass, *sink;
  const float* inverse;  ///< of the column pivots of A
  double shift;          ///< [1/s]
};

/// Columns solved together, so that their rows stay in the first cache.
constexpr Index k_columns_at_once = 64;

struct ColumnKernels {
  /// q = A u; gives u . q.
  double (*apply)(const MatrixSlab& a, const double* u, double* q);
  /// r = f - A u; gives r . r.
  double (*residual)(const MatrixSlab& a, const double* u, const double* f, double* r);
  /// Inverse pivots of every column, written to `inverse`.
  void (*pivots)(const MatrixSlab& a, float* inverse);
  /// Solves the columns i with (i + colour) even exactly for what flows in from the other columns and f. `scratch`
  /// holds nz x k_columns_at_once values of no meaning.
  void (*relax)(const MatrixSlab& a, const float* f, float* u, Index colour, float* scratch);
  /// As relax with u = 0 in the other columns, which are not read.
  void (*relax_first)(const MatrixSlab& a, const float* f, float* u, Index colour, float* scratch);
  /// Solves every column of a slab without faces between columns exactly for f; what u held is not read.
  void (*relax_alone)(const MatrixSlab& a, const float* f, float* u);
  /// Row k of what is left of f in the columns of the colour, which relax_first solved before their neighbours moved.
  void (*spill)(const MatrixSlab& a, const float* u, float* row, Index k, Index colour);
  /// coarse[i] += fine[2 i] + fine[2 i + 1], and fine[i] += coarse[i / 2], for n coarse values.
  void (*gather_pairs)(const float* fine, float* coarse, Index n);
  void (*spread_pairs)(const float* coarse, float* fine, Index n);

  /// r -= step q, small = float(r scale); gives r . r.
  double (*advance)(const MatrixSlab& a, const struct AdvanceSlab& v);
  /// x += step p, then p = z + factor p
  void (*turn)(const MatrixSlab& a, const struct TurnSlab& v);
  double (*dot)(const MatrixSlab& a, const double* r, const float* z);
};

struct AdvanceSlab {
  double step, scale;
  const double* q;
  double* r;
  float* small;
};

struct TurnSlab {
  double step, factor;
  const float* z;
  double *x, *p;
};

const ColumnKernels& column_kernels(KernelClone clone);

namespace baseline {
extern const ColumnKernels k_column_kernels;
}
namespace v3 {
extern const ColumnKernels k_column_kernels;
}
namespace v4 {
extern const ColumnKernels k_column_kernels;
}

}  // namespace percuta::numerics
