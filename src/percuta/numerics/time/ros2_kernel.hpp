#pragma once

#include "percuta/numerics/solvers/column_kernel.hpp"

/// The hot loops of ROS2, as free functions on raw pointers. Only sums, products, quotients, comparisons and fixed
/// lanes, so that every clone gives the same bits.
namespace percuta::numerics {

/// Cells whose small dense systems are solved together, one a lane.
constexpr Index k_cells_at_once = 32;
/// Columns swept together in double.
constexpr Index k_columns_swept = 32;

/// The systems (1 - weight J) v = rate + rest of n <= k_cells_at_once cells; rest = what is in `out` for a field that
/// moves, less twice the first stage where there is one. Entry (row, column) of cell i stands at
/// jacobian[(row fields + column) k_cells_at_once + i], rates and rest likewise; lanes from n on are 0 on entry.
struct StageRun {
  Index fields, n;
  double weight;               ///< gamma dt [s]
  double* jacobian;            ///< becomes its factors
  double* rates;               ///< becomes v
  double* rest;                ///< of no meaning on entry
  unsigned char* is_filled;    ///< [fields fields], of no meaning on entry
  double* const* out;          ///< [field] flow on entry, v at the end
  const double* const* first;  ///< [field] k1; null in the first stage
  const unsigned char* moves;  ///< [field]
  const float* const* mass;    ///< [field] capacities, null for 1
  struct Decay* const* decay;  ///< [field] null for those whose own decay stays in the cell
  double* sums;                ///< [field] grows by the sum of mass (v - rest)
  bool is_factored = false;    ///< jacobian and is_filled are as a run before left them: only the right side is new
};

/// A field's own decay, taken out of its cells' systems into the sinks of its matrix.
struct Decay {
  const float *sink, *mass;
  float* sinks;  ///< becomes sink + ratio decay mass; null = only leave it out
  double ratio;  ///< of a stored mass to a stored sink
};

/// The end of a step in one row of one field: begin + dt (3 first + second) / 2 replaces `second`.
struct EndRow {
  Index n;
  double dt, atol, rtol;
  bool is_clipped;    ///< between -atol and 0 becomes 0
  const float* mass;  ///< null for 1
  const double *begin, *first;
  double* second;
};
struct EndSums {
  double error = 0;    ///< sum of squares, each over what is tolerated
  double content = 0;  ///< sum of mass x end
  double added = 0;    ///< by clipping
  double clipped = 0;  ///< cells
  double least = 0;    ///< of 0 and the values before clipping
};

/// How far a sweep moved the columns that it solved, and the greatest value of all.
struct Swept {
  double change = 0, greatest = 0;
};

struct Ros2Kernels {
  /// False when a pivot vanishes: the step was too long. Elimination without a change of rows: 1 - weight J is near 1.
  bool (*solve_stage)(const StageRun& run);
  void (*end)(const EndRow& row, EndSums& sums);
  /// Solves the columns i with (i + colour) even exactly for f and what flows in from the other columns. `scratch`
  /// holds 2 nz k_columns_swept values of no meaning; a.inverse is not read.
  Swept (*sweep)(const MatrixSlab& a, const double* f, double* u, Index colour, double* scratch);
  /// Solves all columns of a matrix without faces between them: (shift mass + A) u = shift mass u, in place.
  void (*solve_alone)(const MatrixSlab& a, double* u, double* scratch);
};

const Ros2Kernels& ros2_kernels(KernelClone clone);

namespace baseline {
extern const Ros2Kernels k_ros2_kernels;
}
namespace v3 {
extern const Ros2Kernels k_ros2_kernels;
}
namespace v4 {
extern const Ros2Kernels k_ros2_kernels;
}

}  // namespace percuta::numerics
