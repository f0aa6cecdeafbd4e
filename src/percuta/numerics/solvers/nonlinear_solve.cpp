#include "percuta/numerics/solvers/nonlinear_solve.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "percuta/base/error.hpp"
#include "percuta/numerics/fields/combination.hpp"

namespace percuta::numerics {
namespace {

constexpr double k_fall = 1e-4;      // of the residual, at least, by a whole change
constexpr double k_nothing = 1e-13;  // of u: a change this small is rounding
constexpr double k_epsilon =
    1e-14;                        // of u, that is rounded off in it and in the differences that are worked out from it
constexpr double k_margin = 0.1;  // of what is asked for in the end, for the linear solve

/// From 0 or the start to here where that says something, else the slope here; never below 0.
double secant(double rise, double run, double slope) {
  const double ratio = rise / run;
  return std::max(0.0, std::isfinite(ratio) && run != 0 ? ratio : slope);
}

}  // namespace

NonlinearSolver::Space::Space(const Layout& layout)
    : load("load", "1", layout),
      residual(load),
      change(load),
      trial(load),
      amount(load),
      slope(load),
      bound(load),
      bound_slope(load),
      start_bound(load) {}

NonlinearSolver::NonlinearSolver(Transmissibilities& matrix, Advection* advection, Nonlinearity terms,
                                 const SolveSettings& solve, const std::string& what)
    : matrix_(matrix),
      advection_(advection),
      terms_(std::move(terms)),
      solve_(solve),
      what_(what),
      tangent_(terms_.is_empty() ? nullptr : std::make_unique<Transmissibilities>(base())),
      solver_(tangent_ ? *tangent_ : base(), solve, what, advection),
      space_(terms_.is_empty() ? nullptr : std::make_unique<Space>(matrix.layout())) {}

void NonlinearSolver::refresh() {
  if (tangent_) *tangent_ = base();
  solver_.refresh();
}

void NonlinearSolver::follow() {
  if (tangent_) tangent_->set_outsides(base());
}

void NonlinearSolver::set_coefficients(const Field& u) {
  if (!terms_.coefficients || !terms_.coefficients(u, matrix_)) return;
  if (advection_ != nullptr) advection_->fit(matrix_);
  if (tangent_) *tangent_ = base();  // the cycle follows with the next tangent
}

double NonlinearSolver::rate(const Field& f, Field& u, Field& r) {
  solver_.rate(f, u, r, tangent_ ? &base() : nullptr);
  if (!terms_.loss) return 0;
  combine(solver_.ranges(), r, {{1, &r}, {-1 / matrix_.scale(), &losses(u)}});
  return total(solver_.ranges(), space_->amount);
}

const Field& NonlinearSolver::losses(const Field& u) {
  terms_.loss(u, space_->amount, space_->slope);
  for (const Held& held : matrix_.held()) space_->amount.cells()[held.cell] = 0;
  return space_->amount;
}

double NonlinearSolver::bound_amount(const Field& u) {
  if (!terms_.bound) return 0;
  terms_.bound(u, space_->bound, space_->bound_slope);
  for (const Held& held : matrix_.held()) space_->bound.cells()[held.cell] = 0;
  return total(solver_.ranges(), space_->bound);
}

/// F(u) with the coefficients at u; gives its norm.
double NonlinearSolver::evaluate(const NonlinearStage& stage, Field& u) {
  Space& s = *space_;
  set_coefficients(u);
  solver_.load(stage.given, s.load);
  rate(s.load, u, s.residual);
  if (stage.start != nullptr) {
    const double shift = solver_.shift(), scale = matrix_.scale(), beta = shift * (matrix_.mass_scale() / scale);
    bound_amount(u);
    const float* mass = matrix_.mass();
    for_places(solver_.ranges(), u.layout(), [&](Index c) {
      const double moved = u.cells()[c] - stage.start->cells()[c];
      const double more = s.bound.cells()[c] - s.start_bound.cells()[c];
      s.residual.cells()[c] -= beta * static_cast<double>(mass[c]) * moved + shift / scale * more;
    });
  }
  for (const Held& held : matrix_.held()) s.residual.cells()[held.cell] = held.value - u.cells()[held.cell];
  keep(stage, s.residual);
  return solver_.norm(s.residual);
}

/// Nothing where u is to stay.
void NonlinearSolver::keep(const NonlinearStage& stage, Field& change) const {
  if (stage.free == nullptr) return;
  for_places(solver_.ranges(), change.layout(), [&](Index c) { change.cells()[c] *= stage.free->cells()[c]; });
}

/// The sinks of the matrix to solve with, from what evaluate() left.
void NonlinearSolver::set_tangent(const NonlinearStage& stage, const Field& u, bool is_newton) {
  Space& s = *space_;
  const double shift = stage.start != nullptr ? solver_.shift() : 0;
  for_places(solver_.ranges(), u.layout(), [&](Index c) {
    const double here = u.cells()[c];
    double sum = 0;
    if (terms_.loss) {
      const double slope = s.slope.cells()[c];
      sum += is_newton ? std::max(0.0, slope) : secant(s.amount.cells()[c], here, slope);
    }
    if (terms_.bound && shift > 0) {
      const double slope = s.bound_slope.cells()[c], more = s.bound.cells()[c] - s.start_bound.cells()[c];
      sum += shift * (is_newton ? std::max(0.0, slope) : secant(more, here - stage.start->cells()[c], slope));
    }
    s.trial.cells()[c] = sum;
  });
  tangent_->set_sinks(base(), s.trial);
  solver_.refresh();
}

/// u + change, or a half, a quarter of it, whichever first lowers the residual; gives its norm.
double NonlinearSolver::take_step(const NonlinearStage& stage, double size, Field& u, NonlinearReport& report) {
  Space& s = *space_;
  double part = 1;
  for (int halvings = 0;; ++halvings, part *= 0.5) {
    combine(solver_.ranges(), s.trial, {{1, &u}, {part, &s.change}});
    const double next = evaluate(stage, s.trial);
    if (next <= (1 - k_fall * part) * size || halvings == settings_.most_halvings) {
      combine(solver_.ranges(), u, {{1, &s.trial}});
      report.halvings += halvings;
      return next;
    }
  }
}

/// What the residual is measured by: the greater of that of the start and that of the first guess, `size`; in a steady
/// problem that of the right side and the losses.
double NonlinearSolver::reference(const NonlinearStage& stage, double size) {
  Space& s = *space_;
  if (stage.start == nullptr) return std::max(solver_.norm(s.load), solver_.norm(s.amount) / matrix_.scale());
  s.trial = *stage.start;
  return std::max(size, evaluate(stage, s.trial));
}

/// The residual that the rounding of u alone makes, after evaluate(): in what cells hold, and in what flows between
/// them where much flows both ways.
double NonlinearSolver::rounding(const NonlinearStage& stage, const Field& u) {
  if (stage.start == nullptr || !terms_.bound) return 0;
  Space& s = *space_;
  const double shift = solver_.shift(), scale = matrix_.scale(), beta = shift * (matrix_.mass_scale() / scale);
  const Layout& layout = u.layout();
  const Transmissibilities& faces = base();
  for_each_cell(layout, [&](Index i, Index j, Index k) {
    const Index c = layout.at(i, j, k);
    double through = static_cast<double>(faces.tx()[c]) + faces.ty()[c] + faces.tz()[c];
    if (i + 1 < layout.nx) through += faces.tx()[layout.at(i + 1, j, k)];
    if (j + 1 < layout.ny) through += faces.ty()[layout.at(i, j + 1, k)];
    if (k + 1 < layout.nz) through += faces.tz()[layout.at(i, j, k + 1)];
    const double held = beta * static_cast<double>(matrix_.mass()[c]) + shift / scale * s.bound_slope.cells()[c];
    s.trial.cells()[c] = k_epsilon * (held + through) * std::abs(u.cells()[c]);
  });
  return solver_.norm(s.trial);
}

double NonlinearSolver::rest() const {
  const double* residual = space_->residual.cells();
  return sum_over_places(solver_.ranges(), matrix_.layout(), [&](Index c) { return residual[c]; });
}

NonlinearReport NonlinearSolver::solve(const NonlinearStage& stage, Field& u) {
  Space& s = *space_;
  NonlinearReport report;
  if (stage.start != nullptr) {
    bound_amount(*stage.start);
    std::swap(s.start_bound, s.bound);
  }
  for (const Held& held : matrix_.held()) u.cells()[held.cell] = held.value;
  const double whole = reference(stage, evaluate(stage, u));
  double size = evaluate(stage, u);
  const double wanted = std::max(settings_.tolerance * whole, rounding(stage, u));
  const bool has_slopes = terms_.loss || terms_.bound;
  for (;;) {
    report.residuals.push_back(size);
    if (size <= wanted) break;
    const int done = report.picard + report.newton;
    if (done >= settings_.most_iterations || !std::isfinite(size)) give_up(report, wanted);
    const bool is_newton = has_slopes && report.picard >= settings_.picard;
    set_tangent(stage, u, is_newton);
    s.change.fill(0);
    const double asked = std::max(solve_.tolerance * size, k_margin * wanted);
    report.iterations += solver_.solve_to(s.residual, s.change, asked).iterations;
    solver_.spread(u, s.change);
    keep(stage, s.change);
    ++(is_newton ? report.newton : report.picard);
    const bool is_nothing = solver_.norm(s.change) <= k_nothing * solver_.norm(u);
    size = take_step(stage, size, u, report);
    if (is_nothing) break;
  }
  report.rest = stage.start != nullptr ? rest() : 0;
  return report;
}

void NonlinearSolver::give_up(const NonlinearReport& report, double wanted) const {
  const Layout& layout = matrix_.layout();
  throw SolverError(fmt::format(
      "the nonlinear loop for {} on {} x {} x {} cells stopped after {} iterations by Picard and {} by Newton at a "
      "residual of {:.3g} where {:.3g} was asked for; try a shorter time step, a nearer first guess or a looser "
      "tolerance",
      what_, layout.nx, layout.ny, layout.nz, report.picard, report.newton, report.residuals.back(), wanted));
}

}  // namespace percuta::numerics
