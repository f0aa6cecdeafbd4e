#include "percuta/numerics/solvers/conjugate_gradients.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "percuta/base/error.hpp"
#include "percuta/numerics/fields/combination.hpp"

namespace percuta::numerics {
namespace {

constexpr int k_most_restarts = 3;
constexpr double k_margin = 0.9;  // of the residual asked for, so that the true one, checked last, meets it too

}  // namespace

ColumnSolver::ColumnSolver(const Transmissibilities& problem, const SolveSettings& settings, std::string what)
    : problem_(&problem),
      settings_(settings),
      what_(std::move(what)),
      kernels_(column_kernels(settings.clone)),
      multigrid_(problem, settings.threads, settings.clone),
      r_("residual", "1", problem.layout()),
      p_("direction", "1", problem.layout()),
      q_("image", "1", problem.layout()) {
  multigrid_.set_shift(0);
}

void ColumnSolver::set_shift(double shift) {
  if (shift == shift_) return;
  shift_ = shift;
  multigrid_.set_shift(stored_shift());
}

void ColumnSolver::refresh() {
  multigrid_.gather();
  multigrid_.set_shift(stored_shift());
}

void ColumnSolver::bind(const Transmissibilities& problem, const float* sinks, double shift) {
  problem_ = &problem;
  shift_ = shift;
  multigrid_.bind(problem, sinks);
  multigrid_.set_shift(stored_shift());
}

std::size_t ColumnSolver::bytes() const {
  return multigrid_.bytes() + r_.bytes() + p_.bytes() + q_.bytes();
}

double ColumnSolver::residual(const Field& f, Field& u, Field& r) const {
  exchange(problem_->layout(), u.cells());
  return std::sqrt(sum_over_cells(multigrid_.ranges(), [&](Index j) {
    const Index at = j * problem_->layout().slab();
    return kernels_.residual(multigrid_.slab(0, j), u.cells() + at, f.cells() + at, r.cells() + at);
  }));
}

double ColumnSolver::rate(const Field& f, Field& u, Field& r, const Transmissibilities* sinks_of) const {
  exchange(problem_->layout(), u.cells());
  return std::sqrt(sum_over_cells(multigrid_.ranges(), [&](Index j) {
    const Index at = j * problem_->layout().slab();
    MatrixSlab a = multigrid_.slab(0, j);
    a.shift = 0;
    a.sink = (sinks_of != nullptr ? *sinks_of : *problem_).sink() + at;
    return kernels_.residual(a, u.cells() + at, f.cells() + at, r.cells() + at);
  }));
}

double ColumnSolver::apply(Field& u, Field& q) const {
  exchange(problem_->layout(), u.cells());
  return image(u, q);
}

/// As apply, of a field whose ghosts are right.
double ColumnSolver::image(const Field& u, Field& q) const {
  const Index slab = problem_->layout().slab();
  return sum_over_cells(multigrid_.ranges(), [&](Index j) {
    return kernels_.apply(multigrid_.slab(0, j), u.cells() + j * slab, q.cells() + j * slab);
  });
}

double ColumnSolver::norm(const Field& f) const {
  const Layout& layout = problem_->layout();
  return std::sqrt(sum_over_cells(multigrid_.ranges(), [&](Index j) {
    double sum = 0;
    for (Index k = 0; k < layout.nz; ++k) {
      const double* row = f.cells() + layout.at(0, j, k);
      for (Index i = 0; i < layout.nx; ++i) sum += row[i] * row[i];
    }
    return sum;
  }));
}

/// One cycle on the small copy of the residual; gives r . z.
double ColumnSolver::precondition() {
  const Index slab = problem_->layout().slab();
  multigrid_.cycle();
  return sum_over_cells(multigrid_.ranges(), [&](Index j) {
    return kernels_.dot(multigrid_.slab(0, j), r_.cells() + j * slab, multigrid_.correction() + j * slab);
  });
}

double ColumnSolver::advance(double step, double scale) {
  const Index slab = problem_->layout().slab();
  return sum_over_cells(multigrid_.ranges(), [&](Index j) {
    const Index at = j * slab;
    return kernels_.advance(multigrid_.slab(0, j),
                            {step, scale, q_.cells() + at, r_.cells() + at, multigrid_.right_side() + at});
  });
}

/// u goes a step along the direction p_, which then turns: p_ = correction + factor p_, q_ = A p_; gives p . q. Ghosts
/// of rows are set while their slab is in the cache.
double ColumnSolver::turn(double step, double factor, Field& u) {
  Layout layout = problem_->layout();
  for_cells(multigrid_.ranges(), [&](Index j) {
    const Index at = j * layout.slab();
    kernels_.turn(multigrid_.slab(0, j), {step, factor, multigrid_.correction() + at, u.cells() + at, p_.cells() + at});
    if (!layout.wraps_x()) return;
    for (double* row = p_.cells() + at; row < p_.cells() + at + layout.slab(); row += layout.stride()) {
      row[-1] = row[layout.nx - 1];
      row[layout.nx] = row[0];
    }
  });
  layout.periodic_x = false;  // done
  exchange(layout, p_.cells());
  return image(p_, q_);
}

/// Conjugate gradients from the residual r_ until its recursive norm is `wanted`; gives that norm. Residuals enter the
/// cycle divided by the norm that they had at first: float32 stays in range and the preconditioner linear. u follows
/// one step behind, when p_ is next read.
double ColumnSolver::sweep_of_iterations(Field& u, double rr, double wanted, SolveReport& report) {
  const double scale = 1 / rr;
  advance(0, scale);
  double rz = precondition(), factor = 0, step = 0;
  for (; rr > wanted && report.iterations < settings_.most_iterations; ++report.iterations) {
    const double pq = turn(step, factor, u);
    step = 0;
    if (!(pq > 0 && std::isfinite(pq) && rz > 0)) break;
    step = rz / pq;
    rr = std::sqrt(advance(step, scale));
    if (rr <= wanted) {
      ++report.iterations;
      break;
    }
    const double next = precondition();
    factor = next / rz;
    rz = next;
  }
  if (step != 0) combine(multigrid_.ranges(), u, {{1, &u}, {step, &p_}});
  return rr;
}

void ColumnSolver::filter(const Field& f, Field& z) {
  const Layout& layout = problem_->layout();
  const double size = norm(f);
  if (size == 0) return z.fill(0);
  const auto each_row = [&](const auto& body) {
    for_cells(multigrid_.ranges(), [&](Index j) {
      for (Index k = 0; k < layout.nz; ++k) body(layout.at(0, j, k));
    });
  };
  each_row([&](Index at) {
    for (Index i = at; i < at + layout.nx; ++i) multigrid_.right_side()[i] = static_cast<float>(f.cells()[i] / size);
  });
  multigrid_.cycle();
  each_row([&](Index at) {
    for (Index i = at; i < at + layout.nx; ++i) z.cells()[i] = size * static_cast<double>(multigrid_.correction()[i]);
  });
}

double ColumnSolver::spread(const Field& weight, Field& u) {
  if (multigrid_.solves_rows()) return spread_by_rows(weight, u);
  const Layout& layout = problem_->layout();
  const double beta = stored_shift();
  const float *mass = problem_->mass(), *sink = multigrid_.slab(0, 0).sink;
  const auto sum = [&](const auto& term) {
    return sum_over_places(multigrid_.ranges(), layout, [&](Index c) { return mass[c] > 0 ? term(c) : 0; });
  };
  const auto grip = [&](Index c) { return beta * static_cast<double>(mass[c]) + static_cast<double>(sink[c]); };
  const double rest = total(multigrid_.ranges(), r_);
  const double weighed = sum([&](Index c) { return grip(c) * std::abs(weight.cells()[c]); });
  const double even = sum(grip);
  if (!(even > 0)) return rest;
  const double greatest = std::abs(rest / even);  // by how much an even spread would move u
  const bool is_even = !(weighed > greatest * even);
  const double factor = rest / (is_even ? even : weighed);
  for_places(multigrid_.ranges(), layout, [&](Index c) {
    if (mass[c] > 0) u.cells()[c] += factor * (is_even ? 1 : std::abs(weight.cells()[c]));
  });
  return rest - factor * (is_even ? even : weighed);
}

void ColumnSolver::give_up(const SolveReport& report, double wanted) const {
  throw SolverError(
      fmt::format("conjugate gradients for {} on {} x {} x {} cells stopped after {} iterations at a residual of "
                  "{:.3g} where {:.3g} "
                  "was asked for; try a looser tolerance, a shorter time step or coefficients that differ less",
                  what_, problem_->layout().nx, problem_->layout().ny, problem_->layout().nz, report.iterations,
                  report.residual, wanted));
}

SolveReport ColumnSolver::solve(const Field& f, Field& u) {
  if (multigrid_.solves_rows() && norm(f) > 0) return refine(f, u, settings_.tolerance);
  return solve_to(f, u, settings_.tolerance * norm(f));
}

SolveReport ColumnSolver::solve_to(const Field& f, Field& u, double wanted) {
  SolveReport report;
  const double whole = norm(f);
  if (whole == 0) {
    u.fill(0);
    r_.fill(0);  // spread() asks for it
    return report;
  }
  if (multigrid_.solves_rows()) return refine(f, u, wanted / whole);
  for (const Held& held : problem_->held()) u.cells()[held.cell] = f.cells()[held.cell];  // exact, and left alone
  for (int run = 0;; ++run) {
    const double rr = residual(f, u, r_);
    report.residual = rr / whole;
    report.restarts = std::max(0, run - 1);
    if (rr <= wanted) return report;
    const bool is_spent = run > k_most_restarts || report.iterations >= settings_.most_iterations;
    if (is_spent || !std::isfinite(rr)) give_up(report, wanted / whole);
    sweep_of_iterations(u, rr, k_margin * wanted, report);
  }
}

}  // namespace percuta::numerics
