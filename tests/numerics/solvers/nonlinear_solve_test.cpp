#include "percuta/numerics/solvers/nonlinear_solve.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "numerics/solvers/random_flow.hpp"
#include "numerics/solvers/steady_field.hpp"
#include "percuta/base/error.hpp"
#include "percuta/numerics/time/tr_bdf2.hpp"

using namespace percuta;
using namespace percuta::numerics;

namespace {

/// What is cleared by Michaelis-Menten, most [1/s] per volume 1, half of it at u = half; below 0 it goes on as a line.
AmountLaw michaelis_menten(const Grid& grid, double most, double half) {
  return [=](const Field& u, Field& loss, Field& slope) {
    for_each_cell(u.layout(), [&](Index i, Index j, Index k) {
      const double c = u(i, j, k), volume = grid.volume(k), room = half + std::max(0.0, c);
      loss(i, j, k) = volume * most * c / room;
      slope(i, j, k) = volume * most * half / (room * room);
    });
  };
}

/// A slab of 1 x 1 x 1 under a bath of 1, its conductivity 1 or as the field says.
struct Slab {
  Grid grid;
  Medium medium;
  Transmissibilities matrix;
  explicit Slab(Index n, double conductivity = 1) : grid({1, 1, n}, 1, 1, even_edges(n, 1)) {
    medium.conductivity = Field("D", "1", grid.layout(), conductivity);
    medium.capacity = Field("K", "1", grid.layout(), 1);
    matrix = Transmissibilities(grid, medium);
    matrix.add_top(grid, medium, INFINITY, 1, 1);
  }
};

/// How often the residual fell, as an exponent: log(r_n+1 / r_n) / log(r_n / r_n-1), of the last three above rounding.
double order_of(const std::vector<double>& r, double floor) {
  std::size_t n = r.size();
  while (n > 3 && r[n - 1] < floor * r[0]) --n;
  return std::log(r[n - 1] / r[n - 2]) / std::log(r[n - 2] / r[n - 3]);
}

}  // namespace

TEST_CASE("[order] Newton converges quadratically on saturable clearance, Picard linearly") {
  Slab slab(40);
  for (const bool is_newton : {true, false}) {
    Nonlinearity terms;
    terms.loss = michaelis_menten(slab.grid, 20, 0.05);
    NonlinearSolver solver(slab.matrix, nullptr, terms, tests::on_one_thread(1e-12));
    NonlinearSettings settings;
    settings.tolerance = 1e-10;
    settings.picard = is_newton ? 0 : 1000;
    settings.most_iterations = 200;
    solver.set(settings);
    Field u("u", "1", slab.grid.layout(), 1);
    const NonlinearReport report = solver.solve({}, u);
    CAPTURE(is_newton);
    CHECK(u.least() >= -1e-12);
    if (is_newton) {
      CHECK(report.newton <= 12);
      CHECK(order_of(report.residuals, 1e-11) > 1.7);
    } else {
      CHECK(report.picard > 12);
      CHECK(order_of(report.residuals, 1e-9) == doctest::Approx(1).epsilon(0.1));
    }
  }
}

TEST_CASE("[unit] Picard first and then Newton, as many as asked; what was done is reported") {
  Slab slab(20);
  Nonlinearity terms;
  terms.loss = michaelis_menten(slab.grid, 20, 0.05);
  NonlinearSolver solver(slab.matrix, nullptr, terms, tests::on_one_thread(1e-12));
  NonlinearSettings settings;
  settings.picard = 3;
  solver.set(settings);
  Field u("u", "1", slab.grid.layout(), 1);
  const NonlinearReport report = solver.solve({}, u);
  CHECK(report.picard == 3);
  CHECK(report.newton > 0);
  CHECK(report.residuals.size() == static_cast<std::size_t>(report.picard + report.newton) + 1);
  CHECK(report.residuals.back() <= 1e-8 * report.residuals.front());
  CHECK(report.iterations >= report.picard + report.newton);
}

TEST_CASE("[law] a law that is a straight line gives what the same sink gives") {
  for (unsigned seed = 0; seed < 20; ++seed) {
    CAPTURE(seed);
    tests::RandomFlow made = tests::random_flow(seed, 3, 8, 1);
    const Grid& grid = made.problem.grid;
    made.problem.matrix = Transmissibilities(grid, made.problem.medium);
    made.problem.matrix.add_top(grid, made.problem.medium, 1e-6, 1, 1);
    Medium with = made.problem.medium;
    if (!with.sink) with.sink = Field("sink", "1", grid.layout());
    for_each_cell(grid.layout(), [&](Index i, Index j, Index k) { (*with.sink)(i, j, k) += 1e-3; });
    Transmissibilities sinking(grid, with);
    sinking.add_top(grid, with, 1e-6, 1, 1);
    const AdvectionSettings ends{FluxScheme::exponential, {1, 1}, {0.2, 2}};
    Advection advection(made.problem.matrix, made.flow, ends);
    const Advection other(sinking, made.flow, ends);
    Field f("f", "1", grid.layout()), u = f, v = f;
    FlowSolver straight(sinking, &other, tests::on_one_thread(1e-12));
    straight.load(&made.problem.source, f);
    straight.solve(f, v);
    Nonlinearity terms;
    terms.loss = [&](const Field& c, Field& loss, Field& slope) {
      for_each_cell(c.layout(), [&](Index i, Index j, Index k) {
        slope(i, j, k) = 1e-3 * grid.volume(k);
        loss(i, j, k) = slope(i, j, k) * c(i, j, k);
      });
    };
    NonlinearSolver solver(made.problem.matrix, &advection, terms, tests::on_one_thread(1e-12));
    solver.solve({&made.problem.source, nullptr}, u);
    double worst = 0;
    for_each_cell(grid.layout(),
                  [&](Index i, Index j, Index k) { worst = std::max(worst, std::abs(u(i, j, k) - v(i, j, k))); });
    CHECK(worst <= 1e-5 * std::max(v.greatest(), -v.least()));  // float32 of the sink
  }
}

TEST_CASE("[law] a time step with saturable sorption keeps mass: what came in is there, free or bound") {
  Slab slab(40);
  TimeProblem problem{&slab.matrix, {}, {}, {{1, "top"}}};
  problem.nonlinear.bound = [&](const Field& u, Field& amount, Field& slope) {
    for_each_cell(u.layout(), [&](Index i, Index j, Index k) {
      const double c = u(i, j, k), volume = slab.grid.volume(k), room = 0.1 + std::max(0.0, c);
      amount(i, j, k) = volume * 5 * c / room;
      slope(i, j, k) = volume * 0.5 / (room * room);
    });
  };
  StepSettings step;
  step.first = 1e-4;
  step.atol = 1e-5;
  SolveSettings solve = tests::on_one_thread(1e-12);
  solve.tolerance = 1e-6;
  TrBdf2 walk(problem, Field("c", "1", slab.grid.layout(), 0), 0, step, solve);
  walk.advance(0.5);
  const TimeLedger& ledger = walk.ledger();
  CHECK(ledger.amount("top") > 1);  // more than the free part can be
  CHECK(std::abs(ledger.mismatch()) <= 1e-12 * ledger.now);
  CHECK(std::abs(ledger.amount("solver")) <= 1e-6 * ledger.now);
  Slab free(40);
  TrBdf2 other({&free.matrix, {}, {}, {{1, "top"}}}, Field("c", "1", free.grid.layout(), 0), 0, step, solve);
  other.advance(0.5);
  CHECK(walk.value()(0, 0, 39) < other.value()(0, 0, 39));  // sorption holds back
}

TEST_CASE("[order] TR-BDF2 keeps its order with a saturable loss and conductances that follow the field") {
  const auto walked = [](Index n) {
    Slab slab(16);
    TimeProblem problem{&slab.matrix, {}, {}, {{1, "top"}}};
    problem.nonlinear.loss = michaelis_menten(slab.grid, 3, 0.3);
    problem.nonlinear.coefficients = [&](const Field& u, Transmissibilities& matrix) {
      Medium medium = slab.medium;
      for_each_cell(u.layout(), [&](Index i, Index j, Index k) { medium.conductivity(i, j, k) = 1 + 2 * u(i, j, k); });
      for (Index k = 1; k < 16; ++k) {
        matrix.set_conductance(Axis::z, 0, 0, k, Transmissibilities(slab.grid, medium).conductance(Axis::z, 0, 0, k));
      }
      return true;
    };
    StepSettings step;
    step.first = 0.2 / static_cast<double>(n);
    step.is_fixed = true;
    TrBdf2 walk(problem, Field("c", "1", slab.grid.layout(), 0.5), 0, step, tests::on_one_thread(1e-12));
    walk.advance(0.2);
    CHECK(std::abs(walk.ledger().mismatch()) <= 1e-12);
    return walk.value()(0, 0, 8);
  };
  const double reference = walked(640), coarse = walked(10) - reference, mid = walked(20) - reference,
               fine = walked(40) - reference;
  CHECK(coarse / mid == doctest::Approx(4).epsilon(0.3));
  CHECK(mid / fine == doctest::Approx(4).epsilon(0.15));
}

TEST_CASE("[law] a law without effect changes nothing that counts") {
  const auto walked = [](bool has_law) {
    Slab slab(20);
    TimeProblem problem{&slab.matrix, {}, {}, {{1, "top"}}};
    if (has_law) problem.nonlinear.loss = michaelis_menten(slab.grid, 0, 1);
    TrBdf2 walk(problem, Field("c", "1", slab.grid.layout(), 0), 0, {1e-4, 1e-5, 1e-3}, tests::on_one_thread(1e-12));
    walk.advance(0.3);
    return walk.value()(0, 0, 10);
  };
  CHECK(walked(true) == doctest::Approx(walked(false)).epsilon(1e-9));
}

TEST_CASE("[unit] a loop that cannot converge is an error that says what to try") {
  Slab slab(10);
  Nonlinearity terms;
  terms.loss = [](const Field& u, Field& loss, Field& slope) {  // a step: no slope leads to its zero
    for_each_cell(u.layout(), [&](Index i, Index j, Index k) {
      loss(i, j, k) = u(i, j, k) > 0.2 ? 5 : 0;
      slope(i, j, k) = 0;
    });
  };
  NonlinearSolver solver(slab.matrix, nullptr, terms, tests::on_one_thread(1e-12), "the drug");
  Field u("u", "1", slab.grid.layout(), 1);
  CHECK_THROWS_WITH_AS(solver.solve({}, u), doctest::Contains("the drug"), SolverError);
}
