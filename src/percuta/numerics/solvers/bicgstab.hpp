#pragma once

#include <array>
#include <memory>
#include <string>

#include "percuta/numerics/solvers/carried_columns.hpp"
#include "percuta/numerics/solvers/conjugate_gradients.hpp"

namespace percuta::numerics {

/// Solves (shift mass + A) u = f where a flow makes A lopsided: BiCGstab(2) (SleijpenFokkema1993) in double,
/// preconditioned from the right by one float32 cycle of the symmetric part between two solves with the flow along
/// columns: of all as one, and of each. An iteration has two of these. A start that breaks down is followed by others;
/// a residual that is no more than the rounding of its own terms is taken, and reported. Without a flow it is the
/// ColumnSolver and nothing else.
class FlowSolver {
 public:
  /// Keeps references; `advection` may be null. `what` names the quantity in errors.
  FlowSolver(const Transmissibilities& matrix, const Advection* advection, const SolveSettings& settings,
             const std::string& what = "the field");
  /// With `tangent` for the fitted matrix: the same but for sinks.
  FlowSolver(const Transmissibilities& tangent, const SolveSettings& settings, const std::string& what,
             const Advection* advection);

  /// As in ColumnSolver, for what flows as well.
  void set_shift(double shift);
  void refresh();
  void load(const Field* source, Field& f) const;
  SolveReport solve(const Field& f, Field& u);
  SolveReport solve_to(const Field& f, Field& u, double norm);
  double residual(const Field& f, Field& u, Field& r) const;
  /// With the sinks of another problem of the same faces when that is given.
  void rate(const Field& f, Field& u, Field& r, const Transmissibilities* sinks_of = nullptr) const;
  void apply(Field& u, Field& q) const;
  double norm(const Field& f) const { return column_.norm(f); }
  void filter(const Field& f, Field& z) { column_.filter(f, z); }
  double spread(const Field& weight, Field& u);
  double outflow(int label, const Field& u) const;
  double shift() const { return column_.shift(); }
  /// The matrix that is solved with, but for what Advection::carry adds.
  const Transmissibilities& problem() const { return column_.problem(); }
  const std::vector<SlabRange>& ranges() const { return column_.ranges(); }
  std::size_t bytes() const;

 private:
  /// What a solve with a flow needs beside the column solver: residual and direction, with A M on them once and twice.
  struct Space {
    std::array<Field, 3> r, p;
    Field shadow, change, cycled, left, lift;
    CarriedColumns columns;
    bool is_stale = true;  ///< the columns
    explicit Space(const Layout& layout);
  };
  /// The scalars that one step of BiCGstab(2) hands to the next.
  struct Recurrence {
    double rho = 1, alpha = 0, omega = 1;
  };
  void precondition(const Field& v, Field& y);
  void apply_cycled(const Field& v, Field& image);
  double take_step(double wanted, Recurrence& scalars);
  double rounding(const Field& u);
  void cast_shadow(int run);
  void run_iterations(Field& u, double wanted, int run, SolveReport& report);
  [[noreturn]] void give_up(const SolveReport& report, double wanted) const;

  const Advection* advection_;
  SolveSettings settings_;
  std::string what_;
  ColumnSolver column_;
  std::unique_ptr<Space> space_;
};

}  // namespace percuta::numerics
