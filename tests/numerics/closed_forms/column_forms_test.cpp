#include "numerics/closed_forms/column_forms.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "percuta/numerics/time/tr_bdf2_chain.hpp"

using namespace percuta;
using namespace percuta::numerics;
using tests::ClosedForm;
using tests::Column;
using tests::Layer;

Column tests::column(const std::vector<Layer>& layers, Index n, double clearance) {
  std::vector<LayerCells> cells;
  for (const Layer& layer : layers) {
    const double height = layer.thickness / static_cast<double>(n);
    cells.push_back({layer.thickness, height, height});
  }
  Column made{{{1, 1, 0}, 1, 1, graded_axis(cells).edges}, {}, {}};
  const Layout& layout = made.grid.layout();
  made.medium.conductivity = Field("D K", "1", layout);
  made.medium.capacity = Field("K", "1", layout);
  made.medium.sink = Field("clearance", "1", layout);
  for (Index k = 0; k < layout.nz; ++k) {
    const Layer& layer = layers[static_cast<std::size_t>(k / n)];
    made.medium.conductivity(0, 0, k) = layer.diffusivity * layer.partition;
    (*made.medium.capacity)(0, 0, k) = layer.partition;
    (*made.medium.sink)(0, 0, k) = clearance * layer.partition;
  }
  made.matrix = Transmissibilities(made.grid, made.medium);
  return made;
}

TrBdf2 tests::walk_from(Column& made, double value, double rtol, double first) {
  StepSettings step;
  step.rtol = rtol;
  step.atol = 0.1 * rtol;
  step.first = first;
  SolveSettings solve;
  solve.threads = 1;
  solve.tolerance = 1e-10;
  return {
      {&made.matrix, {}, {}, {{1, "top"}, {2, "bottom"}}}, Field("u", "1", made.grid.layout(), value), 0, step, solve};
}

namespace {

constexpr double k_pi = 3.141592653589793;

using tests::column;
using tests::walk_from;

/// Crank's slab: what has left through the far side at time T, over K C0 L.
ClosedForm crank_slab(double time, double exact) {
  ClosedForm form{fmt::format("slab between a source and a sink: what went through by Dt/L2 = {}", time),
                  "series (Crank)",
                  exact,
                  {},
                  2e-3};
  for (const Index n : {Index{20}, Index{40}, Index{80}}) {
    Column made = column({{1, 1, 1}}, n);
    made.matrix.add_top(made.grid, made.medium, INFINITY, 1, 1);
    made.matrix.add_bottom(made.grid, made.medium, INFINITY, 0, 2);
    TrBdf2 walk = walk_from(made, 0, 1e-5, 1e-5);
    walk.advance(time);
    form.found.emplace_back(fmt::format("{} cells", n), -walk.ledger().amount("bottom"));
  }
  return form;
}

/// Flux and lag of a laminate, from what has gone through at two late times.
void laminate(std::vector<ClosedForm>& forms, const std::vector<Layer>& layers, double flux, double lag, double late) {
  const std::string name = fmt::format("laminate of {} layers: ", layers.size());
  ClosedForm steady{name + "steady flux", "layer matrices", flux, {}, 1e-4},
      wait{name + "lag", "layer matrices", lag, {}, 2e-3};
  for (const Index n : {Index{10}, Index{20}, Index{40}}) {
    Column made = column(layers, n);
    made.matrix.add_top(made.grid, made.medium, INFINITY, 1, 1);
    made.matrix.add_bottom(made.grid, made.medium, INFINITY, 0, 2);
    TrBdf2 walk = walk_from(made, 0, 1e-5, 1e-6 * late);
    walk.advance(late);
    const double through = -walk.ledger().amount("bottom"), now = made.matrix.outflow(2, walk.value());
    steady.found.emplace_back(fmt::format("{} cells a layer", n), now);
    wait.found.emplace_back(fmt::format("{} cells a layer", n), late - through / now);
  }
  forms.push_back(steady);
  forms.push_back(wait);
}

ClosedForm clearance_slab() {
  const double d = 1e-6, k = 1e-3, depth = 0.1, partition = 0.7;
  ClosedForm form{"dermis with clearance over a closed base: steady uptake",
                  "K sqrt(D k) tanh(L sqrt(k / D))",
                  partition * std::sqrt(d * k) * std::tanh(depth * std::sqrt(k / d)),
                  {},
                  2e-3};
  for (const Index n : {Index{25}, Index{50}, Index{100}}) {
    Column made = column({{depth, d, partition}}, n, k);
    made.matrix.add_top(made.grid, made.medium, INFINITY, 1, 1);
    SolveSettings settings;
    settings.tolerance = 1e-12;
    settings.threads = 1;
    Field f("f", "1", made.grid.layout()), u("u", "1", made.grid.layout());
    made.matrix.load(nullptr, f);
    ColumnSolver(made.matrix, settings).solve(f, u);
    form.found.emplace_back(fmt::format("{} cells", n), -made.matrix.outflow(1, u));
  }
  return form;
}

ClosedForm half_space() {
  ClosedForm form{"half space after a step at its surface, x = 1, D t = 1", "erfc(1 / 2)", std::erfc(0.5), {}, 1e-3};
  for (const Index n : {Index{60}, Index{120}, Index{240}}) {  // 12 deep; a cell edge at 1, the mean of both sides
    Column made = column({{12, 1, 1}}, n);
    made.matrix.add_top(made.grid, made.medium, INFINITY, 1, 1);
    TrBdf2 walk = walk_from(made, 0, 1e-6, 1e-6);
    walk.advance(1);
    const Index k = n / 12;
    form.found.emplace_back(fmt::format("{} cells", n), 0.5 * (walk.value()(0, 0, k - 1) + walk.value()(0, 0, k)));
  }
  return form;
}

/// A stirred dose over a slab of equal capacity, which takes up half of it in the end.
ClosedForm finite_dose(double time, double exact) {
  ClosedForm form{
      fmt::format("stirred finite dose on a slab of equal capacity: taken up by T = {}, of what is in the end", time),
      "series (Crank)",
      exact,
      {},
      3e-3};
  for (const Index n : {Index{25}, Index{50}, Index{100}}) {
    std::vector<double> edges = {0, 1};
    for (Index k = 1; k <= n; ++k) edges.push_back(1 + static_cast<double>(k) / static_cast<double>(n));
    Column made{{{1, 1, 0}, 1, 1, edges}, {}, {}};
    made.medium.conductivity = Field("D", "1", made.grid.layout(), 1);
    made.medium.conductivity(0, 0, 0) = 1e7;  // stirred
    made.medium.capacity = Field("K", "1", made.grid.layout(), 1);
    made.matrix = Transmissibilities(made.grid, made.medium);
    StepSettings step;
    step.rtol = 1e-6;
    step.atol = 1e-7;
    step.first = 1e-7;
    SolveSettings solve;
    solve.threads = 1;
    solve.tolerance = 1e-10;
    Field start("c", "1", made.grid.layout());
    start(0, 0, 0) = 1;
    TrBdf2 walk({&made.matrix, {}, {}, {}}, start, 0, step, solve);
    walk.advance(time);
    form.found.emplace_back(fmt::format("{} cells", n), 2 * (1 - walk.value()(0, 0, 0)));
  }
  return form;
}

ClosedForm nafems_t3() {
  ClosedForm form{
      "rod, 0 at one end and 100 sin(pi t / 40) at the other: T at 0.08 m, 32 s [degC]", "NAFEMS T3", 36.60, {}, 1e-3};
  for (const Index n : {Index{10}, Index{20}, Index{40}, Index{80}}) {
    Column made = column({{0.1, 35 / (7200 * 440.5), 7200 * 440.5}}, n);
    made.matrix.add_top(made.grid, made.medium, INFINITY, 0, 1);
    made.matrix.add_bottom(made.grid, made.medium, INFINITY, 0, 2);
    StepSettings step;
    step.rtol = 1e-5;
    step.atol = 1e-4;
    step.first = 0.01;
    step.must_stay_positive = false;
    SolveSettings solve;
    solve.threads = 1;
    const auto swing = [](double t, Transmissibilities& matrix) {
      matrix.set_outside(2, 100 * std::sin(k_pi * t / 40));
      return false;
    };
    TrBdf2 walk({&made.matrix, swing, {}, {}}, Field("T", "degC", made.grid.layout()), 0, step, solve);
    walk.advance(32);
    const Index k = n * 8 / 10;  // the edge at 0.08 m
    form.found.emplace_back(fmt::format("{} cells", n), 0.5 * (walk.value()(0, 0, k - 1) + walk.value()(0, 0, k)));
  }
  return form;
}

/// Warmth that blood carries off: the rise in the middle of a slab whose surface is 1 warmer.
ClosedForm perfused_slab() {
  const double m = 141, depth = 0.02;  // [1/m], of skin; [m]
  ClosedForm form{"perfused slab over a closed base: rise at half its depth, of that at its surface",
                  "cosh(m L / 2) / cosh(m L)",
                  std::cosh(0.5 * m * depth) / std::cosh(m * depth),
                  {},
                  2e-3};
  for (const Index n : {Index{20}, Index{40}, Index{80}}) {
    Column made = column({{depth, 1, 1}}, n, m * m);
    made.matrix.add_top(made.grid, made.medium, INFINITY, 1, 1);
    SolveSettings settings;
    settings.tolerance = 1e-12;
    settings.threads = 1;
    Field f("f", "1", made.grid.layout()), u = f;
    made.matrix.load(nullptr, f);
    ColumnSolver(made.matrix, settings).solve(f, u);
    form.found.emplace_back(fmt::format("{} cells", n), 0.5 * (u(0, 0, n / 2 - 1) + u(0, 0, n / 2)));
  }
  return form;
}

/// A slab full at first, drained through its top: what is left at T = D t / L^2.
ClosedForm drained_slab(double time) {
  double exact = 0;
  for (int n = 0; n < 200; ++n) {
    const double odd = 2 * n + 1;
    exact += 8 / (k_pi * k_pi * odd * odd) * std::exp(-odd * odd * k_pi * k_pi * time / 4);
  }
  ClosedForm form{fmt::format("slab drained through its top: what is left by D t / L2 = {}", time),
                  "series (Crank)",
                  exact,
                  {},
                  1e-3};
  for (const Index n : {Index{20}, Index{40}, Index{80}}) {
    Column made = column({{1, 1, 1}}, n);
    made.matrix.add_top(made.grid, made.medium, INFINITY, 0, 1);
    TrBdf2 walk = walk_from(made, 1, 1e-5, 1e-6);
    walk.advance(time);
    form.found.emplace_back(fmt::format("{} cells", n), walk.ledger().now);
  }
  return form;
}

/// What clears at a rate of its own; by steps in time.
ClosedForm washout() {
  ClosedForm form{
      "washout of a stirred cell by clearance: what is left after two lifetimes", "exp(-2)", std::exp(-2.0), {}, 1e-3};
  for (const Index steps : {Index{10}, Index{20}, Index{40}}) {
    Column made = column({{1, 1, 1}}, 1, 1);
    StepSettings step;
    step.first = 2 / static_cast<double>(steps);
    step.is_fixed = true;
    SolveSettings solve;
    solve.threads = 1;
    TrBdf2 walk({&made.matrix, {}, {}, {}}, Field("c", "1", made.grid.layout(), 1), 0, step, solve);
    walk.advance(2);
    form.found.emplace_back(fmt::format("{} steps", steps), walk.value()(0, 0, 0));
  }
  return form;
}

/// Pores that close: a film whose conductance falls as exp(-t / tau) over tissue that never fills; by steps in time.
ClosedForm closing_pores() {
  const double late = 3;
  ClosedForm form{"pores that close, quasi-steady: what came through by three closing times, over J0 tau",
                  "1 - exp(-t / tau)",
                  1 - std::exp(-late),
                  {},
                  1e-3};
  for (const Index steps : {Index{10}, Index{20}, Index{40}}) {
    Column made = column({{1, 1e6, 1}}, 1);
    const Transmissibilities bare = made.matrix;
    const auto closed = [&](double t, Transmissibilities& matrix) {
      matrix = bare;
      matrix.add_top(made.grid, made.medium, std::exp(-t), 1, 1);
      matrix.add_bottom(made.grid, made.medium, INFINITY, 0, 2);
      return true;
    };
    closed(0, made.matrix);
    StepSettings step;
    step.first = late / static_cast<double>(steps);
    step.is_fixed = true;
    SolveSettings solve;
    solve.threads = 1;
    TrBdf2 walk({&made.matrix, closed, {}, {{1, "top"}}}, Field("c", "1", made.grid.layout()), 0, step, solve);
    walk.advance(late);
    form.found.emplace_back(fmt::format("{} steps", steps), walk.ledger().amount("top"));
  }
  return form;
}

/// A film that dries at a steady rate to a tenth of its volume, over what takes up all that reaches it:
/// d(V c)/dt = -k c with V = 1 - 0.9 t, so V c = V^(k / 0.9); by steps in time.
ClosedForm drying_film() {
  const double rate = 0.9, uptake = 0.45;
  ClosedForm form{"film that dries to a tenth over a sink: what it still holds",
                  "V^(k / a)",
                  std::pow(1 - rate, uptake / rate),
                  {},
                  1e-3};
  for (const Index steps : {Index{10}, Index{20}, Index{40}}) {
    Column made = column({{1, 1, 1}}, 1);
    made.matrix.add_exchange({.cell = made.grid.layout().at(0, 0, 0), .conductance = uptake, .label = 1});
    StepSettings step;
    step.first = 1 / static_cast<double>(steps);
    step.is_fixed = true;
    SolveSettings solve;
    solve.threads = 1;
    TimeProblem problem;
    problem.matrix = &made.matrix;
    problem.capacities = {{made.grid.layout().at(0, 0, 0)},
                          [&](double t, std::vector<double>& volume) { volume[0] = 1 - rate * t; }};
    TrBdf2 walk(problem, Field("c", "1", made.grid.layout(), 1), 0, step, solve);
    walk.advance(1);
    form.found.emplace_back(fmt::format("{} steps", steps), walk.ledger().now);
  }
  return form;
}

/// What turns into another, which is lost, well mixed: how much there is of the other (Bateman); by steps in time.
ClosedForm chain_of_two() {
  const double first = 1.5, second = 0.7, late = 2;
  ClosedForm form{"A turns into B, which is lost: B after two lifetimes",
                  "Bateman",
                  first / (second - first) * (std::exp(-first * late) - std::exp(-second * late)),
                  {},
                  1e-3};
  for (const Index steps : {Index{10}, Index{20}, Index{40}}) {
    Column one = column({{1, 1, 1}}, 1), other = column({{1, 1, 1}}, 1, second);
    const Layout& layout = one.grid.layout();
    add_turning(Field("rate", "1/s", layout, first), 3, one.matrix);
    StepSettings step;
    step.first = late / static_cast<double>(steps);
    step.is_fixed = true;
    SolveSettings solve;
    solve.threads = 1;
    TimeProblem of_one, of_other;
    of_one.matrix = &one.matrix;
    of_other.matrix = &other.matrix;
    TrBdf2Chain chain({{of_one, Field("A", "1", layout, 1), 3}, {of_other, Field("B", "1", layout)}}, 0, step, solve);
    chain.advance(late);
    form.found.emplace_back(fmt::format("{} steps", steps), chain.value(1)(0, 0, 0));
  }
  return form;
}

/// A slab under A = 1 in which A turns into B at k, B moves otherwise and leaves through the top alone: at rest
/// all that turns leaves, sqrt(D k) tanh(m L), and B is D / D' (1 - 1 / cosh(m L)) at the closed base, m = sqrt(k / D).
void turning_slab(std::vector<ClosedForm>& forms) {
  const double d = 0.5, other_d = 2, rate = 8, m = std::sqrt(rate / d);
  ClosedForm flux{"A under a surface turns into B, which leaves there: steady flux of B",
                  "sqrt(D k) tanh(L sqrt(k / D))",
                  std::sqrt(d * rate) * std::tanh(m),
                  {},
                  3e-3};
  ClosedForm base{
      "the same: B at the closed base", "D / D' (1 - 1 / cosh(m L))", d / other_d * (1 - 1 / std::cosh(m)), {}, 3e-3};
  for (const Index n : {Index{10}, Index{20}, Index{40}}) {
    Column one = column({{1, d, 1}}, n), other = column({{1, other_d, 1}}, n);
    const Layout& layout = one.grid.layout();
    one.matrix.add_top(one.grid, one.medium, INFINITY, 1, 1);
    add_turning(Field("rate", "1/s", layout, rate), 3, one.matrix);
    other.matrix.add_top(other.grid, other.medium, INFINITY, 0, 2);
    StepSettings step;
    step.first = 1e-3;
    step.rtol = 1e-5;
    step.atol = 1e-6;
    SolveSettings solve;
    solve.threads = 1;
    solve.tolerance = 1e-10;
    TimeProblem of_one, of_other;
    of_one.matrix = &one.matrix;
    of_other.matrix = &other.matrix;
    TrBdf2Chain chain({{of_one, Field("A", "1", layout), 3}, {of_other, Field("B", "1", layout)}}, 0, step, solve);
    chain.advance(20);
    flux.found.emplace_back(fmt::format("{} cells", n), other.matrix.outflow(2, chain.value(1)));
    base.found.emplace_back(fmt::format("{} cells", n), chain.value(1)(0, 0, n - 1));
  }
  forms.push_back(flux);
  forms.push_back(base);
}

}  // namespace

std::vector<ClosedForm> tests::column_forms() {
  std::vector<ClosedForm> forms;
  for (const auto& [time, exact] :
       {std::pair{0.1, 0.00788529}, {0.2, 0.06146375}, {0.5, 0.33479071}, {1.0, 0.83334381}}) {
    forms.push_back(crank_slab(time, exact));
  }
  laminate(forms, {{1, 1, 1}}, 1, 1.0 / 6, 6);
  laminate(forms, {{1, 1, 1}, {2, 0.5, 3}}, 0.42857143, 2.83333333, 60);
  laminate(forms, {{15e-4, 2e-10, 3}, {80e-4, 1e-6, 0.7}, {0.1, 1e-6, 0.7}}, 3.7675e-7, 7699, 2e5);
  forms.push_back(clearance_slab());
  forms.push_back(half_space());
  for (const auto& [time, exact] : {std::pair{0.01, 0.207086}, {0.05, 0.419246}, {0.1, 0.552841}, {0.5, 0.916467}}) {
    forms.push_back(finite_dose(time, exact));
  }
  forms.push_back(nafems_t3());
  for (const ClosedForm& form : {perfused_slab(), drained_slab(0.05), drained_slab(0.5), washout(), closing_pores(),
                                 drying_film(), chain_of_two()}) {
    forms.push_back(form);
  }
  turning_slab(forms);
  return forms;
}

TEST_CASE("[law] columns of layers meet their closed forms") {
  for (const ClosedForm& form : tests::column_forms()) {
    CAPTURE(form.row());
    CHECK(form.holds());
  }
}
