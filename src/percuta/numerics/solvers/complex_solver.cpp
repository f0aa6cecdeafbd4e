#include "percuta/numerics/solvers/complex_solver.hpp"

#include <fmt/format.h>

#include <cmath>
#include <utility>

#include "percuta/base/error.hpp"
#include "percuta/numerics/fields/combination.hpp"

namespace percuta::numerics {
namespace {

constexpr int k_most_runs = 4;
constexpr double k_margin = 0.9;  // of the residual asked for, so that the true one, checked last, meets it too

Transmissibilities sum_of(const Transmissibilities& a, const Transmissibilities& b) {
  Transmissibilities sum = a;
  sum.add(b);
  return sum;
}

ComplexField zero(const Layout& layout) {
  return {Field("real", "1", layout), Field("imaginary", "1", layout)};
}

}  // namespace

ComplexSolver::ComplexSolver(const Transmissibilities& conducting, const Transmissibilities& storing,
                             const SolveSettings& settings, std::string what)
    : conducting_(conducting),
      storing_(storing),
      both_(sum_of(conducting, storing)),
      settings_(settings),
      what_(std::move(what)),
      first_(conducting, settings, what_),
      second_(storing, settings, what_),
      cycle_(both_, settings, what_),
      ratio_(storing.scale() / conducting.scale()),
      r_(zero(conducting.layout())),
      z_(r_),
      p_(r_),
      q_(r_),
      part_("part", "1", conducting.layout()) {}

void ComplexSolver::load(const Field* source, ComplexField& f) const {
  conducting_.load(source, f.real);
  storing_.load(nullptr, f.imaginary);
  combine(cycle_.ranges(), f.imaginary, {{ratio_, &f.imaginary}});
}

/// q = (A + i B) p in units of A.
void ComplexSolver::apply(ComplexField& p, ComplexField& q) {
  const auto& ranges = cycle_.ranges();
  first_.apply(p.real, q.real);
  second_.apply(p.imaginary, part_);
  combine(ranges, q.real, {{1, &q.real}, {-ratio_, &part_}});
  first_.apply(p.imaginary, q.imaginary);
  second_.apply(p.real, part_);
  combine(ranges, q.imaginary, {{1, &q.imaginary}, {ratio_, &part_}});
}

double ComplexSolver::norm(const ComplexField& f) const {
  return std::hypot(cycle_.norm(f.real), cycle_.norm(f.imaginary));
}

/// Without a conjugate: what a symmetric matrix asks for.
ComplexSolver::Complex ComplexSolver::product(const ComplexField& a, const ComplexField& b) const {
  const auto& ranges = cycle_.ranges();
  return {inner(ranges, a.real, b.real) - inner(ranges, a.imaginary, b.imaginary),
          inner(ranges, a.real, b.imaginary) + inner(ranges, a.imaginary, b.real)};
}

void ComplexSolver::add(Complex factor, const ComplexField& x, ComplexField& y) const {
  const double a = factor.real(), b = factor.imag();
  combine(cycle_.ranges(), y.real, {{1, &y.real}, {a, &x.real}, {-b, &x.imaginary}});
  combine(cycle_.ranges(), y.imaginary, {{1, &y.imaginary}, {a, &x.imaginary}, {b, &x.real}});
}

void ComplexSolver::precondition() {
  cycle_.filter(r_.real, z_.real);
  cycle_.filter(r_.imaginary, z_.imaginary);
}

SolveReport ComplexSolver::solve(const ComplexField& f, ComplexField& u) {
  SolveReport report;
  const double whole = norm(f), wanted = settings_.tolerance * whole;
  for (int run = 0; run <= k_most_runs; ++run) {
    apply(u, q_);
    combine(cycle_.ranges(), r_.real, {{1, &f.real}, {-1, &q_.real}});
    combine(cycle_.ranges(), r_.imaginary, {{1, &f.imaginary}, {-1, &q_.imaginary}});
    double size = norm(r_);
    report.residual = whole > 0 ? size / whole : 0;
    report.restarts = std::max(0, run - 1);
    if (size <= wanted) return report;
    precondition();
    p_ = z_;
    Complex rz = product(r_, z_);
    while (size > k_margin * wanted && report.iterations < settings_.most_iterations) {
      ++report.iterations;
      apply(p_, q_);
      const Complex step = rz / product(p_, q_);
      if (!std::isfinite(std::abs(step))) break;
      add(step, p_, u);
      add(-step, q_, r_);
      size = norm(r_);
      precondition();
      const Complex next = product(r_, z_), factor = next / rz;
      rz = next;
      std::swap(p_, z_);
      add(factor, z_, p_);
    }
  }
  throw SolverError(
      fmt::format("complex conjugate gradients for {} stopped after {} iterations at a residual of {:.3g} where "
                  "{:.3g} was asked for; try a looser tolerance or coefficients that differ less",
                  what_, report.iterations, report.residual, settings_.tolerance));
}

}  // namespace percuta::numerics
