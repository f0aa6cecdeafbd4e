#include "percuta/numerics/solvers/bicgstab.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "percuta/base/error.hpp"
#include "percuta/base/random.hpp"
#include "percuta/numerics/fields/combination.hpp"

namespace percuta::numerics {
namespace {

constexpr int k_most_restarts = 20;
constexpr double k_margin = 0.9;  // of the residual asked for, so that the true one, checked last, meets it too
constexpr double k_lost = 1e6;    // a residual this much above the first: rounding has won, start again
constexpr double k_worst = 1e-4;  // of the right side: nothing that leaves more is a solution, whatever the rounding

std::array<Field, 3> powers(const Layout& layout) {
  const Field nothing("power", "1", layout);
  return {nothing, nothing, nothing};
}

}  // namespace

FlowSolver::Space::Space(const Layout& layout)
    : r(powers(layout)),
      p(powers(layout)),
      shadow("shadow", "1", layout),
      change("change", "1", layout),
      cycled("cycled", "1", layout),
      left("left", "1", layout),
      lift("lift", "1", layout),
      columns(layout) {}

FlowSolver::FlowSolver(const Transmissibilities& matrix, const Advection* advection, const SolveSettings& settings,
                       const std::string& what)
    : FlowSolver(advection != nullptr ? advection->fitted() : matrix, settings, what, advection) {}

FlowSolver::FlowSolver(const Transmissibilities& tangent, const SolveSettings& settings, const std::string& what,
                       const Advection* advection)
    : advection_(advection),
      settings_(settings),
      what_(what),
      column_(tangent, settings, what),
      space_(advection != nullptr ? std::make_unique<Space>(tangent.layout()) : nullptr) {}

std::size_t FlowSolver::bytes() const {
  constexpr std::size_t k_fields = 11;
  return column_.bytes() + (space_ ? k_fields * space_->shadow.bytes() + space_->columns.bytes() : 0);
}

void FlowSolver::set_shift(double shift) {
  if (space_) space_->is_stale |= shift != column_.shift();
  column_.set_shift(shift);
}

void FlowSolver::refresh() {
  if (space_) space_->is_stale = true;
  column_.refresh();
}

void FlowSolver::load(const Field* source, Field& f) const {
  if (advection_ != nullptr) {
    advection_->load(source, f);
  } else {
    problem().load(source, f);
  }
}

double FlowSolver::outflow(int label, const Field& u) const {
  return advection_ != nullptr ? advection_->outflow(label, u) : problem().outflow(label, u);
}

double FlowSolver::residual(const Field& f, Field& u, Field& r) const {
  const double size = column_.residual(f, u, r);
  if (advection_ == nullptr) return size;
  advection_->carry(ranges(), 1, u, r);
  return norm(r);
}

void FlowSolver::rate(const Field& f, Field& u, Field& r, const Transmissibilities* sinks_of) const {
  column_.rate(f, u, r, sinks_of);
  if (advection_ != nullptr) advection_->carry(ranges(), 1, u, r);
}

void FlowSolver::apply(Field& u, Field& q) const {
  column_.apply(u, q);
  if (advection_ != nullptr) advection_->carry(ranges(), -1, u, q);
}

/// y = M v: all columns lifted alike, then the cycle, then each column, each for what is left.
void FlowSolver::precondition(const Field& v, Field& y) {
  Field &left = space_->left, &lift = space_->lift;
  space_->columns.lift(ranges(), v, y);
  apply(y, left);
  combine(ranges(), left, {{1, &v}, {-1, &left}});
  column_.filter(left, lift);
  combine(ranges(), y, {{1, &y}, {1, &lift}});
  apply(y, left);
  combine(ranges(), left, {{1, &v}, {-1, &left}});
  space_->columns.solve(ranges(), left);
  combine(ranges(), y, {{1, &y}, {1, &left}});
}

void FlowSolver::apply_cycled(const Field& v, Field& image) {
  precondition(v, space_->cycled);
  apply(space_->cycled, image);
}

/// Two steps of BiCG, then the combination of both that leaves least; gives the norm of the residual. Ends early where
/// the first has done all that is wanted.
double FlowSolver::take_step(double wanted, Recurrence& scalars) {
  auto& [r, p, shadow, change, cycled, left, lift, columns, is_stale] = *space_;
  scalars.rho *= -scalars.omega;
  for (std::size_t j = 0; j < 2; ++j) {
    const double rho = inner(ranges(), r[j], shadow), beta = scalars.alpha * rho / scalars.rho;
    for (std::size_t i = 0; i <= j; ++i) combine(ranges(), p[i], {{1, &r[i]}, {-beta, &p[i]}});
    apply_cycled(p[j], p[j + 1]);
    scalars.rho = rho;
    scalars.alpha = rho / inner(ranges(), p[j + 1], shadow);
    for (std::size_t i = 0; i <= j; ++i) combine(ranges(), r[i], {{1, &r[i]}, {-scalars.alpha, &p[i + 1]}});
    combine(ranges(), change, {{1, &change}, {scalars.alpha, &p[0]}});
    if (const double size = norm(r[0]); !(size > wanted)) return size;
    apply_cycled(r[j], r[j + 1]);
  }
  const double first = inner(ranges(), r[1], r[1]), share = first > 0 ? inner(ranges(), r[1], r[2]) / first : 0;
  combine(ranges(), cycled, {{1, &r[2]}, {-share, &r[1]}});  // its part across r[1]
  const double across = inner(ranges(), cycled, cycled);
  const double second = across > 0 ? inner(ranges(), cycled, r[0]) / across : 0;
  const double leading = first > 0 ? inner(ranges(), r[1], r[0]) / first - share * second : 0;
  combine(ranges(), change, {{1, &change}, {leading, &r[0]}, {second, &r[1]}});
  combine(ranges(), p[0], {{1, &p[0]}, {-leading, &p[1]}, {-second, &p[2]}});
  combine(ranges(), r[0], {{1, &r[0]}, {-leading, &r[1]}, {-second, &r[2]}});
  scalars.omega = second;
  return norm(r[0]);
}

/// Every start has another shadow, so that none fails as the one before it did: the residual, its image, then anything.
void FlowSolver::cast_shadow(int run) {
  Field& shadow = space_->shadow;
  if (run == 0) {
    shadow = space_->r[0];
    return;
  }
  if (run == 1) return apply_cycled(space_->r[0], shadow);
  const Layout& layout = shadow.layout();
  for_cells(ranges(), [&](Index j) {
    Stream dice({static_cast<std::uint64_t>(run), 0, 0, static_cast<std::uint32_t>(j), "bicgstab.shadow"});
    for (Index k = 0; k < layout.nz; ++k) {
      for (Index i = 0; i < layout.nx; ++i) shadow(i, j, k) = dice.uniform() - 0.5;
    }
  });
}

/// From the residual that stands in space_ until its recursive norm is `wanted`, or it breaks down; u then takes the
/// change if that is for the better.
void FlowSolver::run_iterations(Field& u, double wanted, int run, SolveReport& report) {
  auto& [r, p, shadow, change, cycled, left, lift, columns, is_stale] = *space_;
  if (is_stale) columns.set(ranges(), problem(), *advection_, shift());
  is_stale = false;
  cast_shadow(run);
  p[0].fill(0);
  change.fill(0);
  Recurrence scalars;
  const double start = norm(r[0]);
  double size = start;
  while (size > wanted && report.iterations < settings_.most_iterations) {
    report.iterations += 2;
    size = take_step(wanted, scalars);
    if (!(size < k_lost * start) || !std::isfinite(scalars.alpha) || scalars.omega == 0) break;
  }
  if (!(size < start)) return;
  precondition(change, cycled);
  combine(ranges(), u, {{1, &u}, {1, &cycled}});
}

SolveReport FlowSolver::solve(const Field& f, Field& u) {
  return solve_to(f, u, settings_.tolerance * norm(f));
}

SolveReport FlowSolver::solve_to(const Field& f, Field& u, double wanted) {
  if (advection_ == nullptr) return column_.solve_to(f, u, wanted);
  SolveReport report;
  const double whole = norm(f);
  if (whole == 0) {
    u.fill(0);
    space_->r[0].fill(0);
    return report;
  }
  for (const Held& held : problem().held()) u.cells()[held.cell] = f.cells()[held.cell];  // exact, and left alone
  double before = 0;
  for (int run = 0;; ++run) {
    const double size = residual(f, u, space_->r[0]);
    report.residual = size / whole;
    report.restarts = std::max(0, run - 1);
    if (size <= wanted) return report;
    const bool is_worse = run > 0 && !(2 * size < before);
    if (is_worse && size <= std::min(rounding(u), k_worst * whole)) return report;
    before = size;
    const bool is_spent = run > k_most_restarts || report.iterations >= settings_.most_iterations;
    if (is_spent || !std::isfinite(size)) give_up(report, wanted / whole);
    run_iterations(u, k_margin * wanted, run, report);
  }
}

/// What a residual may owe to the rounding of its own terms alone: both parts of what crosses each face, and sinks.
double FlowSolver::rounding(const Field& u) {
  const Layout& layout = u.layout();
  Field& size = space_->cycled;
  const double beta = shift() * (problem().mass_scale() / problem().scale());
  const float *tx = problem().tx(), *ty = problem().ty(), *tz = problem().tz();
  const auto both = [](const float* t, Index a, Index b) {
    return static_cast<double>(t[a]) + static_cast<double>(t[b]);
  };
  for_places(ranges(), layout, [&](Index c) {
    const double faces = both(tx, c, c + 1) + both(ty, c, c + layout.slab()) + both(tz, c, c + layout.stride());
    const double own = beta * static_cast<double>(problem().mass()[c]) + static_cast<double>(problem().sink()[c]);
    size.cells()[c] = (4 * faces + 2 * own) * u.cells()[c];  // of differences and sums, here and behind the face
  });
  return std::numeric_limits<double>::epsilon() * norm(size);
}

/// A free face leaves the sum of all residuals as it is; what u grips that sum by are capacities, sinks and drains.
double FlowSolver::spread(const Field& weight, Field& u) {
  if (advection_ == nullptr) return column_.spread(weight, u);
  const Layout& layout = u.layout();
  Field &r = space_->r[0], &grip = space_->shadow, &share = space_->cycled;
  const double beta = shift() * (problem().mass_scale() / problem().scale());
  const float *mass = problem().mass(), *sink = problem().sink();
  for_places(ranges(), layout,
             [&](Index c) { grip.cells()[c] = beta * static_cast<double>(mass[c]) + static_cast<double>(sink[c]); });
  advection_->add_drains(grip);
  for_places(ranges(), layout, [&](Index c) {
    if (!(mass[c] > 0)) grip.cells()[c] = 0;
    share.cells()[c] = std::abs(weight.cells()[c]);
  });
  const double rest = total(ranges(), r), even = total(ranges(), grip), weighed = inner(ranges(), grip, share);
  if (!(even > 0)) return rest;
  const bool is_even = !(weighed > std::abs(rest / even) * even);
  const double factor = rest / (is_even ? even : weighed);
  for_places(ranges(), layout, [&](Index c) {
    if (mass[c] > 0) u.cells()[c] += factor * (is_even ? 1 : share.cells()[c]);
  });
  return rest - factor * (is_even ? even : weighed);
}

void FlowSolver::give_up(const SolveReport& report, double wanted) const {
  const Layout& layout = problem().layout();
  throw SolverError(fmt::format(
      "BiCGstab(2) for {} on {} x {} x {} cells stopped after {} iterations at a residual of {:.3g} where {:.3g} was "
      "asked for; try a shorter time step, a looser tolerance, smaller cells along the flow or a slower flow",
      what_, layout.nx, layout.ny, layout.nz, report.iterations, report.residual, wanted));
}

}  // namespace percuta::numerics
