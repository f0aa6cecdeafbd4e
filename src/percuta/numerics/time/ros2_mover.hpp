#pragma once

#include <memory>
#include <unordered_set>
#include <vector>

#include "percuta/numerics/time/ros2.hpp"
#include "percuta/numerics/time/ros2_kernel.hpp"

namespace percuta::numerics {

/// How one field of a Ros2 moves.
struct Ros2::Mover {
  Mover(Transmissibilities& problem, bool stiff);

  void refresh();  ///< after the problem's conductances or outside values changed
  /// The greatest conductance of a cell to other columns over what ties it to its own past, at a shift [1/s].
  double aside(double shift) const { return aside_over_mass / stored_shift(shift); }
  double stored_shift(double shift) const { return shift * (problem.mass_scale() / problem.scale()); }
  const float* sinks() const { return is_stiff ? with_decay.cells() : problem.sink(); }
  /// What flows out through a label per change: outflow(k) with nothing outside.
  double outflow_of_change(int label, const Field& k) const;
  std::size_t bytes() const;

  /// What flows into a cell from outside where the field is 0 [stored units].
  struct Load {
    Index cell;
    double amount;
  };
  Transmissibilities& problem;
  bool is_stiff;
  PaddedArray<float> with_decay;  ///< sinks with the field's own decay, as stored; empty unless is_stiff
  std::vector<Load> loads;        ///< by cell
  double aside_over_mass = 0;     ///< infinite where a cell without a capacity has faces
  Index cells = 0;                ///< with a capacity: those that can change

 private:
  void set_aside();
};

/// What all movers share: kernels, threads, one array of work, and one multigrid hierarchy for those that need it.
struct Ros2::Room {
  struct Solved {
    Index iterations;  ///< or sweeps
    double rest;       ///< sum of the residuals that are left [stored units]; 0 of columns solved exactly
  };
  Room(const Layout& layout, const SolveSettings& settings);

  /// flow = (exchanges - A value) / capacity [unit of the field / s]
  void set_flow(const Mover& mover, Field& value, Field& flow) const;
  /// k becomes the solution of (shift capacity + A + capacity decay) k = shift capacity k; that is near the opposite of
  /// `opposite` where one is given. Columns without faces
  /// between them are solved exactly; where little flows between columns compared with what a step lets go, columns are
  /// swept in two colours; else conjugate gradients with multigrid.
  Solved solve(const Mover& mover, Field& k, double shift, const Field* opposite);
  /// u comes nearer to (A + capacity decay) u = work, until the norm of the residual is `wanted` [stored units]; gives
  /// the iterations.
  Index solve_balance(const Mover& mover, Field& u, double wanted);
  /// Changes k in proportion to |k| so that the residuals of all cells add up to nothing; between cells they do
  /// already. Gives what remains of their sum.
  double spread(const Mover& mover, Field& k, double shift) const;
  struct Imbalance {
    double left, whole;  ///< norms: of the residual, and of what the cells' own terms alone would be
  };
  /// Of (A + capacity decay) u = work.
  Imbalance imbalance(const Mover& mover, Field& u) const;
  /// What decay took from k, which solve has just found: sum of capacity x decay x k.
  double decayed(const Mover& mover, const Field& k) const;
  /// Cells of no part in the error of what stays in its cell: where all that moves is cut.
  void leave_out(const std::unordered_set<Index>& cells);
  void forget() { bound = nullptr; }  ///< matrices or sinks changed
  std::size_t bytes() const;

  Layout layout;
  SolveSettings settings;
  const ColumnKernels& columns;
  const Ros2Kernels& kernels;
  std::vector<SlabRange> ranges;
  Field work;
  PaddedArray<unsigned char> left_out;  ///< 1 in cells that are; empty where none is
  std::vector<double> scratch;          ///< of each range
  std::unique_ptr<ColumnSolver> solver;
  const Mover* bound = nullptr;  ///< whose matrix the solver holds

 private:
  MatrixSlab slab(const Mover& mover, double shift, Index j) const;
  double* scratch_of(Index first);
  Solved solve_by_multigrid(const Mover& mover, Field& k, double shift);
  Swept sweep(const Mover& mover, Field& k, double shift);
  void set_right(const Mover& mover, const Field& k, double shift);
};

}  // namespace percuta::numerics
