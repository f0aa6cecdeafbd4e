#include <cmath>

#include "percuta/numerics/solvers/conjugate_gradients.hpp"

/// Where rows of columns do not touch each other (RingBands) each is solved by itself: an exact solve in float32, and
/// again for what that leaves in double, until the row is done. No number is shared between rows, as the scalars of
/// conjugate gradients would be, so the answer of a row does not depend on which others there are.
namespace percuta::numerics {
namespace {

/// body(i, c) for every cell, rows in the same order for all.
template <typename Body>
void each_cell(const Layout& layout, const Body& body) {
  for (Index j = 0; j < layout.ny; ++j) {
    for (Index k = 0; k < layout.nz; ++k) {
      const Index at = layout.at(0, j, k);
      for (Index i = 0; i < layout.nx; ++i) body(static_cast<std::size_t>(i), at + i);
    }
  }
}

std::vector<double> squares(const Layout& layout, const double* values) {
  std::vector<double> sums(static_cast<std::size_t>(layout.nx));
  each_cell(layout, [&](std::size_t i, Index c) { sums[i] += values[c] * values[c]; });
  return sums;
}

}  // namespace

/// `share` of the norm of f, in each row, is what may be left.
SolveReport ColumnSolver::refine(const Field& f, Field& u, double share) {
  const Layout& layout = problem_->layout();
  const std::vector<double> whole = squares(layout, f.cells());
  std::vector<double> scale(whole.size()), size(whole.size());
  each_cell(layout, [&](std::size_t i, Index c) { u.cells()[c] = whole[i] > 0 ? u.cells()[c] : 0; });
  for (const Held& held : problem_->held()) u.cells()[held.cell] = f.cells()[held.cell];
  SolveReport report;
  const double norm_f = norm(f);
  for (;; ++report.iterations) {
    const double left = residual(f, u, r_);
    report.residual = left / norm_f;
    const std::vector<double> rest = squares(layout, r_.cells());
    bool is_done = true;
    for (std::size_t i = 0; i < rest.size(); ++i) {
      size[i] = std::sqrt(rest[i]);
      scale[i] = rest[i] > share * share * whole[i] ? 1 / size[i] : 0;
      is_done &= scale[i] == 0;
    }
    if (is_done) return report;
    if (report.iterations >= settings_.most_iterations || !std::isfinite(left)) give_up(report, share);
    float *right = multigrid_.right_side(), *change = multigrid_.correction();
    each_cell(layout, [&](std::size_t i, Index c) { right[c] = static_cast<float>(r_.cells()[c] * scale[i]); });
    multigrid_.cycle();
    each_cell(layout, [&](std::size_t i, Index c) {
      if (scale[i] > 0) u.cells()[c] += size[i] * static_cast<double>(change[c]);
    });
  }
}

/// spread(), row by row.
double ColumnSolver::spread_by_rows(const Field& weight, Field& u) {
  const Layout& layout = problem_->layout();
  const double beta = stored_shift();
  const float *mass = problem_->mass(), *sink = multigrid_.slab(0, 0).sink;
  std::vector<double> rest(static_cast<std::size_t>(layout.nx)), even = rest, weighed = rest, factor = rest;
  each_cell(layout, [&](std::size_t i, Index c) {
    const double grip = mass[c] > 0 ? beta * static_cast<double>(mass[c]) + static_cast<double>(sink[c]) : 0;
    rest[i] += r_.cells()[c];
    even[i] += grip;
    weighed[i] += grip * std::abs(weight.cells()[c]);
  });
  std::vector<char> is_even(rest.size());
  double sum = 0;
  for (std::size_t i = 0; i < rest.size(); ++i) {
    const double most = even[i] > 0 ? std::abs(rest[i] / even[i]) : 0;  // by how much an even spread would move u
    is_even[i] = weighed[i] > most * even[i] ? 0 : 1;
    const double grip = is_even[i] != 0 ? even[i] : weighed[i];
    factor[i] = even[i] > 0 ? rest[i] / grip : 0;
    sum += rest[i] - factor[i] * grip;
  }
  each_cell(layout, [&](std::size_t i, Index c) {
    if (mass[c] > 0) u.cells()[c] += factor[i] * (is_even[i] != 0 ? 1 : std::abs(weight.cells()[c]));
  });
  return sum;
}

}  // namespace percuta::numerics
