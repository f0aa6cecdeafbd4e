#include "numerics/closed_forms/flow_forms.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cmath>

#include "numerics/closed_forms/column_forms.hpp"
#include "numerics/solvers/steady_field.hpp"

using namespace percuta;
using namespace percuta::numerics;
using tests::ClosedForm;
using tests::Column;

namespace {

const char* name_of(FluxScheme scheme) {
  return scheme == FluxScheme::upwind ? "upwind" : "exponential";
}

/// Steady u in a column of conductivity 1 between a bath of 1 above and of 0 below.
Field between_baths(Column& made, const Advection& advection) {
  FlowSolver solver(made.matrix, &advection, tests::on_one_thread(1e-12));
  Field f("f", "1", made.grid.layout()), u = f;
  solver.load(nullptr, f);
  solver.solve(f, u);
  return u;
}

/// A flow between baths, which ends in a layer as thin as a cell's Peclet number makes it: exact on any grid.
ClosedForm boundary_layer(double cell_peclet) {
  const Index n = 20;
  const double speed = cell_peclet * static_cast<double>(n), s = 0.5 / static_cast<double>(n);
  ClosedForm form{
      fmt::format("flow through a slab between 1 and 0, v h / D = {:g}, exponential fluxes: u in the last cell",
                  cell_peclet),
      "(1 - e^(-P s)) / (1 - e^-P)",
      -std::expm1(-speed * s) / -std::expm1(-speed),
      {},
      1e-6};
  Column made = tests::column({{1, 1, 1}}, n);
  made.matrix.add_top(made.grid, made.medium, INFINITY, 1, 1);
  made.matrix.add_bottom(made.grid, made.medium, INFINITY, 0, 2);
  const Advection advection(made.matrix, even_flow(made.grid, {0, 0, speed}),
                            {FluxScheme::exponential, {1, 1}, {0, 2}});
  form.found.emplace_back(fmt::format("{} cells", n), between_baths(made, advection)(0, 0, n - 1));
  return form;
}

/// v u' = u'' - k u between 1 and 0.
ClosedForm carried_and_cleared(FluxScheme scheme, double allowed) {
  const double v = 8, k = 30, root = std::sqrt(v * v + 4 * k), up = 0.5 * (v + root), down = 0.5 * (v - root);
  const double a = -std::exp(down) / (std::exp(up) - std::exp(down)), b = 1 - a;
  ClosedForm form{
      fmt::format("flow, diffusion and clearance in a slab, {} fluxes: what passes the middle", name_of(scheme)),
      "sum of two exponentials",
      a * std::exp(0.5 * up) * (v - up) + b * std::exp(0.5 * down) * (v - down),
      {},
      allowed};
  for (const Index n : {Index{20}, Index{40}, Index{80}, Index{160}}) {
    Column made = tests::column({{1, 1, 1}}, n, k);
    made.matrix.add_top(made.grid, made.medium, INFINITY, 1, 1);
    made.matrix.add_bottom(made.grid, made.medium, INFINITY, 0, 2);
    const Advection advection(made.matrix, even_flow(made.grid, {0, 0, v}), {scheme, {1, 1}, {0, 2}});
    const Field u = between_baths(made, advection);
    double cleared = 0;
    for (Index i = 0; i < n / 2; ++i) cleared += k * u(0, 0, i) * made.grid.dz(i);
    form.found.emplace_back(fmt::format("{} cells", n), -advection.outflow(1, u) - cleared);
  }
  return form;
}

/// A bell that drifts from 1 to 2 in a column of 4 while it spreads.
ClosedForm drifting_bell(FluxScheme scheme, double allowed) {
  const double d = 0.03, speed = 1, first = 1, time = 1;
  ClosedForm form{fmt::format("a bell that drifts and spreads, {} fluxes: what lies beyond x = 2.2", name_of(scheme)),
                  "(1/2) erfc(0.2 / sqrt(4 D t))",
                  0.5 * std::erfc(0.2 / std::sqrt(4 * d * (first + time))),
                  {},
                  allowed};
  for (const Index n : {Index{80}, Index{160}, Index{320}}) {
    Column made = tests::column({{4, d, 1}}, n);
    Advection advection(made.matrix, even_flow(made.grid, {0, 0, speed}), {scheme, {0, 1}, {0, 2}});
    const double h = made.grid.dz(0), wide = std::sqrt(4 * d * first);
    Field start("u", "1", made.grid.layout());
    for (Index k = 0; k < n; ++k) {
      const double x = made.grid.z(k) - 1;
      start(0, 0, k) = 0.5 / h * (std::erf((x + 0.5 * h) / wide) - std::erf((x - 0.5 * h) / wide));
    }
    StepSettings step;
    step.rtol = 1e-5;
    step.atol = 1e-6;
    step.first = 1e-4;
    TimeProblem problem{&made.matrix, {}, {}, {{1, "top"}, {2, "bottom"}}};
    problem.advection = &advection;
    TrBdf2 walk(problem, start, 0, step, tests::on_one_thread(1e-12));
    walk.advance(time);
    double beyond = 0;
    for (Index k = 0; k < n; ++k) beyond += made.grid.z(k) > 2.2 ? walk.value()(0, 0, k) * h : 0;
    form.found.emplace_back(fmt::format("{} cells", n), beyond);
  }
  return form;
}

/// k(T) = 1 + b T between 1 and 0: T + b T^2 / 2 is a straight line.
ClosedForm kirchhoff() {
  const double b = 3;
  ClosedForm form{"slab with conductivity 1 + 3 T between 1 and 0, by Picard: T in the middle",
                  "Kirchhoff's transform",
                  (std::sqrt(1 + b * (1 + 0.5 * b)) - 1) / b,
                  {},
                  1e-3};
  for (const Index n : {Index{10}, Index{20}, Index{40}, Index{80}}) {
    Column made = tests::column({{1, 1, 1}}, n);
    Nonlinearity terms;
    terms.coefficients = [&made, b](const Field& u, Transmissibilities& matrix) {
      for (Index k = 0; k < u.layout().nz; ++k) made.medium.conductivity(0, 0, k) = 1 + b * u(0, 0, k);
      matrix = Transmissibilities(made.grid, made.medium);
      matrix.add_top(made.grid, made.medium, INFINITY, 1, 1);
      matrix.add_bottom(made.grid, made.medium, INFINITY, 0, 2);
      return true;
    };
    Field u("T", "1", made.grid.layout(), 0.5);
    terms.coefficients(u, made.matrix);
    NonlinearSolver(made.matrix, nullptr, terms, tests::on_one_thread(1e-12), "T").solve({}, u);
    form.found.emplace_back(fmt::format("{} cells", n), 0.5 * (u(0, 0, n / 2 - 1) + u(0, 0, n / 2)));
  }
  return form;
}

constexpr double k_most = 20, k_half = 0.1;  // of Michaelis-Menten's law

/// u'' = most u / (half + u) from u = s, u' = 0 at the closed end: u and -u' at the other, by Runge's method.
std::array<double, 2> shot(double s) {
  const int steps = 4000;
  const double h = 1.0 / steps;
  const auto bend = [](double u) { return k_most * u / (k_half + u); };
  double u = s, slope = 0;
  for (int n = 0; n < steps; ++n) {
    const double a = bend(u), b = bend(u + 0.5 * h * slope), c = bend(u + 0.5 * h * slope + 0.25 * h * h * a);
    const double d = bend(u + h * slope + 0.5 * h * h * b);
    u += h * slope + h * h / 6 * (a + b + c);
    slope += h / 6 * (a + 2 * b + 2 * c + d);
  }
  return {u, slope};
}

/// A slab under a bath of 1, closed below, whose clearance saturates: what it takes up.
ClosedForm saturable_slab() {
  double low = 0, high = 1;
  while (high - low > 1e-15) (shot(0.5 * (low + high))[0] < 1 ? low : high) = 0.5 * (low + high);
  ClosedForm form{
      "slab with clearance 20 u / (0.1 + u) under a bath of 1, by Newton: uptake", "shooting", shot(low)[1], {}, 1e-3};
  for (const Index n : {Index{20}, Index{40}, Index{80}}) {
    Column made = tests::column({{1, 1, 1}}, n);
    made.matrix.add_top(made.grid, made.medium, INFINITY, 1, 1);
    Nonlinearity terms;
    terms.loss = [&made](const Field& u, Field& loss, Field& slope) {
      for (Index k = 0; k < u.layout().nz; ++k) {
        const double c = u(0, 0, k), room = k_half + std::max(0.0, c), volume = made.grid.volume(k);
        loss(0, 0, k) = volume * k_most * c / room;
        slope(0, 0, k) = volume * k_most * k_half / (room * room);
      }
    };
    Field u("u", "1", made.grid.layout(), 1);
    NonlinearSolver(made.matrix, nullptr, terms, tests::on_one_thread(1e-12)).solve({}, u);
    form.found.emplace_back(fmt::format("{} cells", n), -made.matrix.outflow(1, u));
  }
  return form;
}

}  // namespace

std::vector<ClosedForm> tests::flow_forms() {
  std::vector<ClosedForm> forms;
  for (const double peclet : {0.1, 1.0, 10.0, 100.0}) forms.push_back(boundary_layer(peclet));
  forms.push_back(carried_and_cleared(FluxScheme::exponential, 1e-3));
  forms.push_back(carried_and_cleared(FluxScheme::upwind, 3e-2));
  forms.push_back(drifting_bell(FluxScheme::exponential, 2e-2));
  forms.push_back(drifting_bell(FluxScheme::upwind, 0.3));
  forms.push_back(kirchhoff());
  forms.push_back(saturable_slab());
  return forms;
}

TEST_CASE("[law] flows and laws that depend on the field meet their closed forms") {
  for (const ClosedForm& form : tests::flow_forms()) {
    CAPTURE(form.row());
    CHECK(form.holds());
  }
}

TEST_CASE("[order] exponential fluxes are of second order, upwind fluxes of first") {
  for (const bool is_bell : {false, true}) {
    CAPTURE(is_bell);
    const auto form = [&](FluxScheme scheme) {
      return is_bell ? drifting_bell(scheme, 1) : carried_and_cleared(scheme, 1);
    };
    const ClosedForm exponential = form(FluxScheme::exponential), upwind = form(FluxScheme::upwind);
    const std::size_t last = upwind.found.size() - 1;
    CAPTURE(exponential.row());
    CAPTURE(upwind.row());
    CHECK(exponential.error(last - 1) / exponential.error(last) > 3.3);
    CHECK(exponential.error(last - 1) / exponential.error(last) < 4.7);
    CHECK(upwind.error(last - 1) / upwind.error(last) > 1.5);
    CHECK(upwind.error(last - 1) / upwind.error(last) < 2.4);
    CHECK(std::abs(upwind.error(last)) > 8 * std::abs(exponential.error(last)));
  }
}
