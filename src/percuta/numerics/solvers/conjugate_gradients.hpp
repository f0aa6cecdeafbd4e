#pragma once

#include <string>

#include "percuta/numerics/solvers/multigrid.hpp"

namespace percuta::numerics {

struct SolveSettings {
  double tolerance = 1e-8;  ///< of the residual's norm, against that of the right side [-]
  Index most_iterations = 100;
  int threads = 0;  ///< 0 = all
  KernelClone clone = KernelClone::baseline;
};

struct SolveReport {
  Index iterations = 0;
  double residual = 0;  ///< the true one, against the right side [-]
  int restarts = 0;     ///< after rounding had carried the recursive residual off
};

/// Solves (shift mass + A) u = f by conjugate gradients in double, preconditioned by one float32 cycle. Where the cycle
/// solves rows of columns that do not touch (Multigrid::solves_rows) each row is refined by itself instead.
class ColumnSolver {
 public:
  /// Keeps a reference to the problem; `what` names the quantity in errors.
  ColumnSolver(const Transmissibilities& problem, const SolveSettings& settings, std::string what = "the field");

  /// [1/s], of the capacities; 0 = steady. Cheap; do it whenever the step changes.
  void set_shift(double shift);
  /// After the problem's conductances changed.
  void refresh();
  /// Goes on with another problem of the same layout, in the room of this one; with other sinks (as stored) in place of
  /// its own when they are given.
  void bind(const Transmissibilities& problem, const float* sinks, double shift);
  /// u holds the first guess. f as Transmissibilities::load leaves it. SolverError when it does not converge.
  SolveReport solve(const Field& f, Field& u);
  /// As solve, with the residual to reach given as such.
  SolveReport solve_to(const Field& f, Field& u, double norm);

  /// r = f - (shift mass + A) u in stored units; gives its norm.
  double residual(const Field& f, Field& u, Field& r) const;
  /// As residual without the capacities: what changes u in time; with the sinks of another problem of the same faces
  /// when that is given.
  double rate(const Field& f, Field& u, Field& r, const Transmissibilities* sinks_of = nullptr) const;
  /// q = (shift mass + A) u; gives u . q.
  double apply(Field& u, Field& q) const;
  double norm(const Field& f) const;
  /// z = one cycle on f: a cheap approximate solve. f may be z.
  void filter(const Field& f, Field& z);
  /// After solve: changes u in proportion to |weight| (evenly where that is nothing) so that the residuals of all cells
  /// with a capacity add up to nothing. Gives what sum of residuals remains, by rounding, in stored units.
  double spread(const Field& weight, Field& u);
  double shift() const { return shift_; }
  const std::vector<SlabRange>& ranges() const { return multigrid_.ranges(); }
  /// What the solver holds beside the problem and u, f.
  std::size_t bytes() const;
  Multigrid& multigrid() { return multigrid_; }
  const Transmissibilities& problem() const { return *problem_; }
  const SolveSettings& settings() const { return settings_; }

 private:
  double stored_shift() const { return shift_ * (problem_->mass_scale() / problem_->scale()); }
  SolveReport refine(const Field& f, Field& u, double share);
  double spread_by_rows(const Field& weight, Field& u);
  double precondition();
  double advance(double step, double scale);
  double turn(double step, double factor, Field& u);
  double image(const Field& u, Field& q) const;
  double sweep_of_iterations(Field& u, double rr, double wanted, SolveReport& report);
  [[noreturn]] void give_up(const SolveReport& report, double wanted) const;

  const Transmissibilities* problem_;
  SolveSettings settings_;
  std::string what_;
  const ColumnKernels& kernels_;
  Multigrid multigrid_;
  double shift_ = 0;
  Field r_, p_, q_;
};

}  // namespace percuta::numerics
