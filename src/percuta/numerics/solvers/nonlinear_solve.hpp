#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "percuta/numerics/solvers/bicgstab.hpp"

namespace percuta::numerics {

/// An amount per cell and by how much it rises with u.
using AmountLaw = std::function<void(const Field& u, Field& amount, Field& slope)>;

/// What depends on the unknown itself; what is empty does not. Laws go on below 0 with the slope that they say.
struct Nonlinearity {
  /// The matrix as it is at u, but for capacities and the number of exchanges; true when it changed.
  std::function<bool(const Field& u, Transmissibilities&)> coefficients;
  AmountLaw loss;   ///< what a cell loses beside the sinks of the matrix [unit m3 / s], as by Michaelis-Menten
  AmountLaw bound;  ///< what a cell holds beside capacity x u [unit m3], as by saturable sorption
  bool is_empty() const { return !coefficients && !loss && !bound; }
};

struct NonlinearSettings {
  /// Of the residual, against the greater of that of the start and that of the first guess; in a steady problem against
  /// the greater of the right side and the losses at the first guess. Never below what u's own rounding makes where
  /// much is bound [-].
  double tolerance = 1e-8;
  int picard = 1;  ///< iterations with secants before those with slopes
  int most_iterations = 50;
  int most_halvings = 10;  ///< of an iteration's change, until the residual falls
};

struct NonlinearReport {
  int picard = 0, newton = 0, halvings = 0;
  Index iterations = 0;           ///< of the linear solver
  std::vector<double> residuals;  ///< norms, from the first guess on [stored units]
  double rest = 0;                ///< sum of residuals over cells [stored units]
};

/// Where F is to be nothing, per cell and in stored units:
///     F(u) = given + exchanges - A(u) u - loss(u) - shift (mass (u - start) + bound(u) - bound(start))
struct NonlinearStage {
  const Field* given = nullptr;  ///< sources [unit m3 / s]; or none
  const Field* start = nullptr;  ///< none in a steady problem
  const Field* free = nullptr;   ///< 1 where u may change, 0 where it stays and F does not count; none = all may
};

/// Solves F(u) = 0. Each iteration solves (shift mass + A(u) + d) change = F(u), with d the secants of `loss` and
/// `bound` (Picard: linear, and u stays positive) or their slopes (Newton: quadratic; slopes below 0 count as 0).
/// Changes are halved until the residual falls. `coefficients` are always those of the iterate before: with their
/// slopes the matrix would be lopsided, and one such solve takes about three times as long (docs/theory/numerics.md).
class NonlinearSolver {
 public:
  /// Keeps references; `advection`, made for `matrix`, may be null. `what` names the quantity in errors.
  NonlinearSolver(Transmissibilities& matrix, Advection* advection, Nonlinearity terms, const SolveSettings& solve,
                  const std::string& what = "the field");

  void set(const NonlinearSettings& settings) { settings_ = settings; }
  void set_shift(double shift) { solver_.set_shift(shift); }
  /// After the matrix changed.
  void refresh();
  /// After nothing but its outside values changed.
  void follow();
  /// u holds the first guess. SolverError when the residual does not fall as far as asked.
  NonlinearReport solve(const NonlinearStage& stage, Field& u);

  /// What changes u in time, r = f - A u - loss(u), with coefficients as they stand; gives the sum of losses [unit
  /// m3/s].
  double rate(const Field& f, Field& u, Field& r);
  /// What each cell loses at u by the law of `loss` [unit m3 / s]; there is one.
  const Field& losses(const Field& u);
  /// Coefficients as they are at u.
  void set_coefficients(const Field& u);
  /// What cells hold at u beside capacity x u [unit m3].
  double bound_amount(const Field& u);
  /// Whether a cell does so, at the u that was last asked about.
  bool binds(Index cell) const {
    return terms_.bound && (space_->bound.cells()[cell] != 0 || space_->bound_slope.cells()[cell] != 0);
  }
  bool is_linear() const { return terms_.is_empty(); }
  bool has_loss() const { return static_cast<bool>(terms_.loss); }
  FlowSolver& linear() { return solver_; }
  const FlowSolver& linear() const { return solver_; }

 private:
  struct Space {
    Field load, residual, change, trial, amount, slope, bound, bound_slope, start_bound;
    explicit Space(const Layout& layout);
  };
  const Transmissibilities& base() const { return advection_ != nullptr ? advection_->fitted() : matrix_; }
  double evaluate(const NonlinearStage& stage, Field& u);
  void keep(const NonlinearStage& stage, Field& change) const;
  void set_tangent(const NonlinearStage& stage, const Field& u, bool is_newton);
  double take_step(const NonlinearStage& stage, double size, Field& u, NonlinearReport& report);
  double reference(const NonlinearStage& stage, double size);
  double rounding(const NonlinearStage& stage, const Field& u);
  double rest() const;
  [[noreturn]] void give_up(const NonlinearReport& report, double wanted) const;

  Transmissibilities& matrix_;
  Advection* advection_;
  Nonlinearity terms_;
  NonlinearSettings settings_;
  SolveSettings solve_;
  std::string what_;
  std::unique_ptr<Transmissibilities> tangent_;  ///< base() with more in its sinks; none where all is linear
  FlowSolver solver_;
  std::unique_ptr<Space> space_;
};

}  // namespace percuta::numerics
