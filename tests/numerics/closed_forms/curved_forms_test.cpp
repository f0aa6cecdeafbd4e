#include "numerics/closed_forms/curved_forms.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <utility>

#include "numerics/solvers/steady_field.hpp"
#include "percuta/numerics/solvers/conjugate_gradients.hpp"

using namespace percuta;
using namespace percuta::numerics;

namespace {

constexpr double k_pi = 3.141592653589793;

using tests::Conductance;
using tests::CurvedProblem;
using tests::Offset;

Conductance conductance(const Transmissibilities& matrix, int label) {
  SolveSettings settings;
  settings.threads = 1;
  Field f("f", "1", matrix.layout()), u("u", "1", matrix.layout());
  matrix.load(nullptr, f);
  const SolveReport report = ColumnSolver(matrix, settings).solve(f, u);
  return {matrix.outflow(label, u), report.iterations};
}

/// An inner and an outer electrode, and what is walled off between them.
struct Electrodes {
  BodyShape inner, outer, wall;
};

/// Where a cell's middle lies in the body the cell is of it, whole.
void set_staircase(const Grid& grid, const Electrodes& bodies, Transmissibilities& matrix) {
  std::vector<Held> held;
  std::vector<Index> cut;
  for_each_cell(grid.layout(), [&](Index i, Index j, Index k) {
    const SkinPlace middle{grid.x(i), grid.y(j), grid.z(k)};
    const Index cell = grid.layout().at(i, j, k);
    if (bodies.wall && bodies.wall(middle) < 0) return cut.push_back(cell);
    if (bodies.inner(middle) < 0) held.push_back({cell, 1, 1});
    if (bodies.outer(middle) < 0) held.push_back({cell, 0, 2});
  });
  matrix.cut(cut);
  matrix.hold(held);
}

Conductance between(const Grid& grid, const Electrodes& bodies, bool is_staircase) {
  const Medium medium = tests::even_medium(grid, 1);
  Transmissibilities matrix(grid, medium);
  if (is_staircase) {
    set_staircase(grid, bodies, matrix);
  } else {
    if (bodies.wall) insulate(grid, bodies.wall, matrix);
    hold_body(grid, medium, {bodies.inner, 1, 1, bodies.wall}, matrix);
    hold_body(grid, medium, {bodies.outer, 0, 2, bodies.wall}, matrix);
  }
  return conductance(matrix, 2);
}

Grid cube(Index across, double extent, bool is_flat) {
  const double h = 1 / static_cast<double>(across);
  const auto n = static_cast<Index>(std::ceil(extent / h));
  return {{n, n, 0}, h, h, is_flat ? even_edges(1, 1) : even_edges(n, static_cast<double>(n) * h)};
}

/// A cylinder of diameter 1 within one of 2.6, axes `apart`.
CurvedProblem cylinders(double apart) {
  const double a = 0.5, b = 1.3;
  const double exact = 2 * k_pi / std::acosh((a * a + b * b - apart * apart) / (2 * a * b));
  const auto found = [=](Index across, Offset offset, bool is_staircase) {
    const double h = 1 / static_cast<double>(across), x = 1.5 + offset.x * h, y = 1.5 + offset.y * h;
    const auto along_z = [=](double at, double r) { return tapered({{at, y, -2}, {at, y, 3}, r, r}); };
    return between(cube(across, 3, true), {along_z(x + apart, a), outside(along_z(x, b)), {}}, is_staircase);
  };
  return {apart > 0 ? "cylinder in a wider one, out of its middle" : "cylinder in the middle of a wider one",
          apart > 0 ? "2 pi k / acosh((a2 + b2 - d2) / 2ab)" : "2 pi k / ln(b/a)", exact, found};
}

CurvedProblem spheres() {
  const double a = 0.5, b = 1.3;
  const auto found = [=](Index across, Offset offset, bool is_staircase) {
    const double h = 1 / static_cast<double>(across);
    const SkinPlace middle{1.5 + offset.x * h, 1.5 + offset.y * h, 1.5 + offset.z * h};
    return between(cube(across, 3, false), {sphere(middle, a), outside(sphere(middle, b)), {}}, is_staircase);
  };
  return {"sphere in a wider one", "4 pi k ab / (b - a)", 4 * k_pi * a * b / (b - a), found};
}

/// Cylinders that lie askew to all axes, between insulating planes across them.
CurvedProblem tilted_cylinders() {
  const double a = 0.5, b = 1.1, half = 0.5;
  const auto found = [=](Index across, Offset offset, bool is_staircase) {
    const double h = 1 / static_cast<double>(across), dx = 2.0 / 7, dy = 3.0 / 7, dz = 6.0 / 7;
    const SkinPlace m{1.6 + offset.x * h, 1.6 + offset.y * h, 1.6 + offset.z * h};
    const auto on_axis = [=](double s) { return SkinPlace{m.x + s * dx, m.y + s * dy, m.z + s * dz}; };
    const auto askew = [=](double r) { return tapered({on_axis(-2), on_axis(2), r, r}); };
    const BodyShape wall = either(half_space(on_axis(-half), {dx, dy, dz}), half_space(on_axis(half), {-dx, -dy, -dz}));
    return between(cube(across, 3.2, false), {askew(a), outside(askew(b)), wall}, is_staircase);
  };
  return {"tilted cylinder in a wider one, between insulating planes", "2 pi k L / ln(b/a)",
          4 * k_pi * half / std::log(b / a), found};
}

/// Rods on a square lattice in a field across them: 1 / 5 of the plane, of another conductivity.
CurvedProblem rods(double within) {
  const double f = 0.2, radius = std::sqrt(f / k_pi), side = 1 / (2 * radius), t = (1 + within) / (1 - within);
  const double f4 = f * f * f * f, f8 = f4 * f4;
  const double exact = 1 - 2 * f / (t + f - 0.305827 * t * f4 / (t * t - 1.402958 * f8) - 0.013362 * f8 / t);
  const auto found = [=](Index across, Offset offset, bool is_staircase) {
    const auto n = static_cast<Index>(std::ceil(side * static_cast<double>(across)));
    const double h = 1 / static_cast<double>(n), x = 0.5 + offset.x * h, z = 0.5;
    const Grid grid({n, 1, n, true, false}, h, 1, even_edges(n, 1));
    const BodyShape rod = tapered({{x, -1, z}, {x, 2, z}, radius, radius});
    Medium medium = tests::even_medium(grid, 1);
    const Medium other = tests::even_medium(grid, within);
    Transmissibilities matrix(grid, medium);
    if (is_staircase) {
      Medium stepped = medium;
      for_each_cell(grid.layout(), [&](Index i, Index j, Index k) {
        if (rod({grid.x(i), grid.y(j), grid.z(k)}) < 0) stepped.conductivity(i, j, k) = within;
      });
      matrix = Transmissibilities(grid, stepped);
    } else if (within > 0) {
      matrix = joined_media(grid, medium, other, rod);
    } else {
      insulate(grid, rod, matrix);
    }
    matrix.add_top(grid, medium, INFINITY, 1, 1);
    matrix.add_bottom(grid, medium, INFINITY, 0, 2);
    return conductance(matrix, 2);
  };
  return {fmt::format("square lattice of rods that conduct {} times as well", within), "series (Rayleigh1892)", exact,
          found};
}

/// The worst of three places against the grid.
double worst_error(const CurvedProblem& problem, Index across, bool is_staircase) {
  double worst = 0;
  for (const Offset offset : {Offset{0, 0, 0}, Offset{0.21, 0.37, 0.11}, Offset{0.43, 0.08, 0.3}}) {
    worst = std::max(worst, std::abs(problem.found(across, offset, is_staircase).value / problem.exact - 1));
  }
  return worst;
}

}  // namespace

namespace percuta::tests {

std::vector<CurvedProblem> curved_problems() {
  return {cylinders(0), cylinders(0.37), spheres(), tilted_cylinders(), rods(0), rods(0.1), rods(10)};
}

std::vector<ClosedForm> curved_forms() {
  std::vector<ClosedForm> forms;
  for (const CurvedProblem& problem : tests::curved_problems()) {
    ClosedForm cut{problem.name + ": conductance", problem.reference, problem.exact, {}, 0.02};
    ClosedForm steps{"the same as a staircase", problem.reference, problem.exact, {}, 0.15};
    for (const Index across : {Index{4}, Index{8}, Index{16}}) {
      const std::string resolution = fmt::format("{} cells across", across);
      const Offset offset{0.21, 0.37, 0.11};
      cut.found.emplace_back(resolution, problem.found(across, offset, false).value);
      steps.found.emplace_back(resolution, problem.found(across, offset, true).value);
    }
    forms.push_back(cut);
    forms.push_back(steps);
  }
  return forms;
}

}  // namespace percuta::tests

TEST_CASE("[order] cut faces: within 2 % at 16 cells across and falling at least linearly, wherever the grid lies") {
  for (const CurvedProblem& problem : tests::curved_problems()) {
    CAPTURE(problem.name);
    const double coarse = worst_error(problem, 4, false), mid = worst_error(problem, 8, false);
    const double fine = worst_error(problem, 16, false);
    CHECK(fine < 0.02);
    CHECK(coarse > 2 * mid);
    CHECK(mid > 2 * fine);
    CHECK(worst_error(problem, 16, true) > 2 * fine);
  }
}

TEST_CASE("[law] small cut cells cost no iterations") {
  for (const CurvedProblem& problem : tests::curved_problems()) {
    CAPTURE(problem.name);
    for (const double shift : {0.0, 1e-6, 1e-3, 0.49}) {
      CHECK(problem.found(16, {shift, 0.5 - shift, shift}, false).iterations <= 16);
    }
  }
}

TEST_CASE("[law] curved closed forms hold") {
  for (const tests::ClosedForm& form : tests::curved_forms()) {
    CAPTURE(form.row());
    CHECK(form.holds());
  }
}
