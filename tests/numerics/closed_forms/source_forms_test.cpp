#include "numerics/closed_forms/source_forms.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <initializer_list>

#include "percuta/numerics/time/tr_bdf2.hpp"

using namespace percuta;
using namespace percuta::numerics;
using tests::ClosedForm;

namespace {

constexpr double k_pi = 3.141592653589793;

/// A corner of space that is the same in all 2, 4 or 8 corners: n cells along each of `dimensions`, z first.
struct Corner {
  Grid grid;
  Medium medium;
  Transmissibilities matrix;
  Corner(int dimensions, Index n, double extent, double conductivity, double capacity)
      : grid({dimensions > 1 ? n : 1, dimensions > 2 ? n : 1, n}, side(dimensions > 1, n, extent),
             side(dimensions > 2, n, extent), even_edges(n, extent)) {
    medium.conductivity = Field("k", "1", grid.layout(), conductivity);
    medium.capacity = Field("rho c", "1", grid.layout(), capacity);
    matrix = Transmissibilities(grid, medium);
  }
  static double side(bool is_there, Index n, double extent) { return is_there ? extent / static_cast<double>(n) : 1; }
};

/// At the corner, where a field is even along each axis: beyond the middles of cells by a parabola.
double at_corner(const Field& u, int dimensions) {
  const auto even = [](double first, double second) { return (9 * first - second) / 8; };
  const auto along_z = [&](Index i, Index j) { return even(u(i, j, 0), u(i, j, 1)); };
  const auto along_x = [&](Index j) { return dimensions > 1 ? even(along_z(0, j), along_z(1, j)) : along_z(0, j); };
  return dimensions > 2 ? even(along_x(0), along_x(1)) : along_x(0);
}

TrBdf2 walk_from(Corner& corner, const Field& start, double rtol, double first, const Field* source = nullptr) {
  StepSettings step;
  step.rtol = rtol;
  step.atol = 0.01 * rtol;
  step.first = first;
  SolveSettings solve;
  solve.threads = 1;
  TimeProblem problem{&corner.matrix, {}, {}, {}};
  if (source != nullptr) problem.source = [source](double, Field& f) { f = *source; };
  return {problem, start, 0, step, solve};
}

/// Let go at once at t = 0: what is there at the source when D t = 1.
ClosedForm at_once(int dimensions, const std::vector<Index>& cells, double extent) {
  const char* names[] = {"plane", "line", "point"};
  ClosedForm form{fmt::format("let go at once from a {}: what is left there, D t = 1", names[dimensions - 1]),
                  fmt::format("(4 pi D t)^(-{}/2)", dimensions),
                  std::pow(4 * k_pi, -0.5 * dimensions),
                  {},
                  1e-2};
  for (const Index n : cells) {
    Corner corner(dimensions, n, extent, 1, 1);
    Field start("c", "1", corner.grid.layout());
    start(0, 0, 0) = std::ldexp(1 / corner.grid.volume(0), -dimensions);
    TrBdf2 walk = walk_from(corner, start, 1e-4, 1e-4);
    walk.advance(1);
    form.found.emplace_back(fmt::format("{} cells", n), at_corner(walk.value(), dimensions));
  }
  return form;
}

/// A line that gives 1000 W/m to skin: the rise 0.2 mm off after 1 s [K].
ClosedForm warm_line() {
  const double k = 0.372, capacity = 1109 * 3391.0, power = 1000, off = 0.2e-3, time = 1, extent = 3.2e-3;
  ClosedForm form{"line that gives 1000 W/m to skin from t = 0: rise 0.2 mm off after 1 s [K]",
                  "q / (4 pi k) E1(r2 / 4 alpha t)",
                  -power / (4 * k_pi * k) * std::expint(-off * off * capacity / (4 * k * time)),
                  {},
                  1e-2};
  for (const Index n : {Index{32}, Index{64}, Index{96}}) {
    Corner corner(2, n, extent, k, capacity);
    Field start("T", "K", corner.grid.layout()), source("q", "W", corner.grid.layout());
    source(0, 0, 0) = 0.25 * power * corner.grid.dy();
    TrBdf2 walk = walk_from(corner, start, 1e-3, 1e-4, &source);
    walk.advance(time);
    const Field& u = walk.value();
    const Index i = n / 16;  // the edge at 0.2 mm
    const auto on_axis = [&](Index x) { return (9 * u(x, 0, 0) - u(x, 0, 1)) / 8; };
    form.found.emplace_back(fmt::format("{} cells", n), 0.5 * (on_axis(i - 1) + on_axis(i)));
  }
  return form;
}

}  // namespace

std::vector<ClosedForm> tests::source_forms() {
  return {at_once(1, {24, 48, 96}, 12), at_once(2, {16, 32, 64}, 10), at_once(3, {10, 20}, 9), warm_line()};
}

TEST_CASE("[law] sources meet their closed forms, and a finer grid comes nearer") {
  for (const ClosedForm& form : tests::source_forms()) {
    CAPTURE(form.row());
    CHECK(form.holds());
    CHECK(std::abs(form.error(form.found.size() - 1)) < std::abs(form.error(0)));
  }
}
