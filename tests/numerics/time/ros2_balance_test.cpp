#include <doctest/doctest.h>

#include <cmath>

#include "numerics/solvers/same_bytes.hpp"
#include "numerics/time/homeostasis.hpp"
#include "numerics/time/random_motion.hpp"
#include "numerics/time/walks.hpp"
#include "percuta/base/error.hpp"
#include "percuta/numerics/time/ros2.hpp"

using namespace percuta;
using namespace percuta::numerics;
using tests::distance;
using tests::fixed;

namespace {

constexpr double k_year = 365 * 86400.0;

SolveSettings settings(double tolerance, int threads = 1) {
  SolveSettings solve;
  solve.tolerance = tolerance;
  solve.threads = threads;
  return solve;
}

double turnover(const TimeLedger& ledger) {
  double sum = 0;
  for (const TimeLedger::Row& row : ledger.rows) sum += std::abs(row.amount);
  return sum;
}

/// Oxygen that comes through the top and that cells burn, by Michaelis and Menten's law; cells that grow on it.
struct Bed {
  enum class Faces { all, between_columns, none_between_columns };
  Grid grid{{9, 6, 12, true, false}, 20e-6, 20e-6, even_edges(12, 240e-6)};
  Transmissibilities matrix;
  double burnt = 2e-2, half = 0.3, pace = 1e-5;  // [1/s], [-], [1/s]
  double speed = 1;                              ///< of oxygen, where it has its course in time

  explicit Bed(Faces faces = Faces::all, double capacity = 1) : speed(1 / capacity) {
    Medium medium;
    medium.conductivity = Field("D", "m2/s", grid.layout(), faces == Faces::none_between_columns ? 0 : 1e-10);
    medium.conductivity_z = Field("D", "m2/s", grid.layout(), faces == Faces::between_columns ? 0 : 1e-10);
    medium.capacity = Field("K", "1", grid.layout(), capacity);
    medium.sink = Field("loss", "1/s", grid.layout(), 1e-4);
    matrix = Transmissibilities(grid, medium);
    if (faces != Faces::between_columns) matrix.add_top(grid, medium, 1e-5, 1, 1);
    if (faces == Faces::between_columns)
      for_each_cell(grid.layout(), [&](Index i, Index j, Index k) {
        if (i % 4 == 0) matrix.add_exchange({grid.layout().at(i, j, k), 1e-16, 1, 1});
      });
  }
  Reaction reaction() const {
    Reaction reaction;
    reaction.rate = [*this](const CellRun& cells, double* const* rate) {
      for (Index i = 0; i < cells.n; ++i) {
        const double o = cells.value[0][i], f = cells.value[1][i];
        rate[0][i] = -speed * burnt * f * o / (half + o);
        rate[1][i] = pace * f * (o - 0.3 * f);
      }
    };
    reaction.jacobian = [*this](const CellRun& cells, double* const* j) {
      for (Index i = 0; i < cells.n; ++i) {
        const double o = cells.value[0][i], f = cells.value[1][i];
        j[0][i] = -speed * burnt * f * half / ((half + o) * (half + o));
        j[1][i] = -speed * burnt * o / (half + o);
        j[2][i] = pace * f;
        j[3][i] = pace * (o - 0.6 * f);
      }
    };
    return reaction;
  }
  std::vector<ReactingField> fields(bool is_quasi_steady = true) {
    std::vector<ReactingField> all = {{Field("oxygen", "1", grid.layout(), 1), &matrix, true, {{1, "top"}}},
                                      {Field("cells", "1", grid.layout(), 1), nullptr, false, {}}};
    all[0].is_quasi_steady = is_quasi_steady;
    all[1].start.fill(grid, [](double x, double y, double) { return x + y < 120e-6 ? 0.1 : 0.8; });
    return all;
  }
};

}  // namespace

TEST_CASE("[order] what feeds on a field in balance follows its closed form to second order") {
  // 1 - q = u q and u' = -q u: then u + ln u falls as time goes.
  const Grid grid({1, 1, 1}, 1, 1, even_edges(1, 1));
  Medium medium;
  medium.conductivity = Field("D", "m2/s", grid.layout(), 1);
  medium.capacity = Field("K", "1", grid.layout(), 1);
  Transmissibilities matrix(grid, medium);
  matrix.add_exchange({0, 1, 1, 1});
  Reaction reaction;
  reaction.rate = [](const CellRun& cells, double* const* rate) {
    rate[0][0] = -cells.value[1][0] * cells.value[0][0];
    rate[1][0] = -cells.value[1][0] * cells.value[0][0];
  };
  reaction.jacobian = [](const CellRun& cells, double* const* j) {
    j[0][0] = -cells.value[1][0];
    j[1][0] = -cells.value[0][0];
    j[2][0] = -cells.value[1][0];
    j[3][0] = -cells.value[0][0];
  };
  double error[2] = {}, of_balance[2] = {};
  for (const int halving : {0, 1}) {
    std::vector<ReactingField> fields = {{Field("q", "1", grid.layout(), 0.3), &matrix},
                                         {Field("u", "1", grid.layout(), 2), nullptr}};
    fields[0].is_quasi_steady = true;
    Ros2 walk(std::move(fields), reaction, 0, fixed(halving == 0 ? 0.05 : 0.025), settings(1e-12));
    CHECK(walk.value(0)(0, 0, 0) == doctest::Approx(1.0 / 3).epsilon(1e-10));
    walk.advance(2);
    const double u = walk.value(1)(0, 0, 0), q = walk.value(0)(0, 0, 0);
    error[halving] = std::abs(u + std::log(u) - (2 + std::log(2) - 2));
    of_balance[halving] = std::abs(q - 1 / (1 + u));
  }
  CHECK(error[0] / error[1] == doctest::Approx(4).epsilon(0.1));
  CHECK(error[1] < 1e-4);
  CHECK(of_balance[1] < 1e-10);
}

TEST_CASE("[law] a field in balance is the limit of one that is ever faster, whatever faces it has") {
  for (const auto faces : {Bed::Faces::all, Bed::Faces::between_columns, Bed::Faces::none_between_columns}) {
    CAPTURE(static_cast<int>(faces));
    Bed bed(faces);
    Ros2 balanced(bed.fields(), bed.reaction(), 0, fixed(3600), settings(1e-8));
    balanced.advance(20 * 3600);
    double apart[2] = {};
    for (const int faster : {0, 1}) {
      Bed quick(faces, faster == 0 ? 1 : 0.1);
      StepSettings step;
      step.first = 1e-2;
      step.rtol = 1e-5;
      step.atol = 1e-6;
      Ros2 walk(quick.fields(false), quick.reaction(), 0, step, settings(1e-8));
      walk.advance(20 * 3600);
      apart[faster] = distance(walk.value(1), balanced.value(1));
      CHECK(distance(walk.value(0), balanced.value(0)) < 2e-3);
    }
    CHECK(apart[0] < 2e-3);
    CHECK(apart[1] < 1e-3);
  }
}

TEST_CASE("[law] what a field in balance makes, exchanges and loses cancels in every step, and it holds nothing") {
  Bed bed;
  StepSettings step;
  step.first = 60;
  Ros2 walk(bed.fields(), bed.reaction(), 0, step, settings(1e-4));
  walk.add_event({20000, [](double, const std::vector<Field*>& fields) { fields[1]->fill(0.5); }});
  for (const double time : {100.0, 10000.0, 40000.0, 86400.0}) {
    walk.advance(time);
    const TimeLedger& ledger = walk.ledger(0);
    CHECK(ledger.start == 0);
    CHECK(ledger.now == 0);
    CHECK(ledger.amount("reaction") < 0);
    CHECK(ledger.amount("top") > 0);
    CHECK(ledger.amount("sink") < 0);
    CHECK(ledger.amount("events") == 0);
    CHECK(std::abs(ledger.amount("solver")) <= 1e-6 * turnover(ledger));  // its law is curved
    CHECK(walk.value(0).least() >= 0);
    CHECK(std::abs(walk.ledger(1).mismatch()) <= 1e-12 * walk.ledger(1).start);
  }
}

TEST_CASE("[law] where nothing changes the rows of a field in balance are what it makes and loses, times the time") {
  Bed bed;
  bed.pace = 0;
  Ros2 walk(bed.fields(), bed.reaction(), 0, fixed(1000), settings(1e-10));
  walk.advance(7000);
  double burnt = 0, lost = 0, in = 0;  // per time
  for_each_cell(bed.grid.layout(), [&](Index i, Index j, Index k) {
    const double o = walk.value(0)(i, j, k), f = walk.value(1)(i, j, k), volume = 20e-6 * 20e-6 * 20e-6;
    burnt += volume * bed.burnt * f * o / (bed.half + o);
    lost += volume * 1e-4 * o;
    if (k == 0) in += 20e-6 * 20e-6 * (1 - o) / (1 / 1e-5 + 10e-6 / 1e-10);  // the film and half a cell
  });
  CHECK(walk.ledger(0).amount("reaction") == doctest::Approx(-7000 * burnt).epsilon(1e-6));
  CHECK(walk.ledger(0).amount("sink") == doctest::Approx(-7000 * lost).epsilon(1e-6));
  CHECK(walk.ledger(0).amount("top") == doctest::Approx(7000 * in).epsilon(1e-6));
}

TEST_CASE("[law] where the law is linear nothing is left to the solver, with cells held and cut too") {
  for (unsigned seed = 0; seed < tests::in_the_long_run(30); ++seed) {
    CAPTURE(seed);
    tests::RandomMotion motion = tests::random_motion(seed, 1, 8);
    Reaction reaction;  // cells that fade make what leaves
    reaction.rate = [](const CellRun& cells, double* const* rate) {
      for (Index i = 0; i < cells.n; ++i) {
        rate[0][i] = 1e-3 * (cells.value[1][i] - cells.value[0][i]);
        rate[1][i] = -1e-3 * cells.value[1][i];
      }
    };
    reaction.jacobian = [](const CellRun& cells, double* const* j) {
      for (Index i = 0; i < cells.n; ++i) {
        j[0][i] = j[3][i] = -1e-3;
        j[1][i] = 1e-3;
      }
    };
    std::vector<ReactingField> fields = {{motion.start, &motion.matrix}, {motion.start, nullptr}};
    fields[0].is_quasi_steady = true;
    Ros2 walk(std::move(fields), reaction, 0, fixed(100), settings(1e-4));
    walk.advance(1000);
    CHECK(std::abs(walk.ledger(0).amount("solver")) <= 1e-13 * (turnover(walk.ledger(0)) + walk.ledger(1).start));
    for (const Held& held : motion.matrix.held()) CHECK(walk.value(0).cells()[held.cell] == held.value);
  }
}

TEST_CASE("[law] tissue whose oxygen is in balance moves less than 1e-10 in a year, and comes back to it") {
  for (unsigned seed = 0; seed < 4; ++seed) {
    CAPTURE(seed);
    tests::Homeostasis tissue(seed);
    StepSettings step;
    step.first = 3600;
    step.longest = 86400;
    step.atol = 1e-4;
    auto fields = tissue.fields();
    fields[0].is_quasi_steady = true;
    Ros2 still(fields, tissue.reaction(), 0, step, settings(1e-4));
    still.advance(k_year);
    CHECK(distance(still.value(0), tissue.oxygen) < 1e-10);
    CHECK(distance(still.value(1), tissue.cells) < 1e-10);
    CHECK(distance(still.value(2), tissue.collagen) < 1e-10);
    CHECK(still.count().rejected == 0);
  }
}

TEST_CASE("[law] cells that starve and feed again end where balance was, to rounding") {
  Bed bed;
  bed.pace = 1e-3;  // also where hardly any oxygen is
  StepSettings step;
  step.first = 3600;
  step.longest = 5 * 86400;
  Ros2 walk(bed.fields(), bed.reaction(), 0, step, settings(1e-4));
  walk.advance(3 * k_year);
  const Field oxygen = walk.value(0), cells = walk.value(1);
  walk.add_event({3 * k_year, [](double, const std::vector<Field*>& fields) {
                    fields[0]->fill(0);
                    fields[1]->fill(0.2);
                  }});
  walk.advance(6 * k_year);
  CHECK(distance(walk.value(0), oxygen) < 1e-10);
  CHECK(distance(walk.value(1), cells) < 1e-10);
}

TEST_CASE("[law] with a field in balance: the same bytes on 1, 2 and 4 threads, and from a checkpoint") {
  const auto made = [](Bed& bed, int threads) {
    bed.grid = Grid({40, 20, 40, true, false}, 20e-6, 20e-6, even_edges(40, 600e-6));
    Medium medium;
    medium.conductivity = Field("D", "m2/s", bed.grid.layout(), 1e-10);
    medium.capacity = Field("K", "1", bed.grid.layout(), 1);
    bed.matrix = Transmissibilities(bed.grid, medium);
    bed.matrix.add_top(bed.grid, medium, 1e-5, 1, 1);
    StepSettings step;
    step.first = 3600;
    return std::make_unique<Ros2>(bed.fields(), bed.reaction(), 0, step, settings(1e-4, threads));
  };
  Bed alone;
  const auto whole = made(alone, 1);
  whole->advance(20000);
  whole->advance(50000);
  for (const int threads : {1, 2, 4}) {
    Bed one, two;
    const auto first = made(one, threads), second = made(two, threads);
    first->advance(20000);
    second->restore(first->checkpoint());
    second->advance(50000);
    for (const Index f : {Index{0}, Index{1}}) {
      CHECK(tests::has_same_bytes(whole->value(f), second->value(f)));
      for (const TimeLedger::Row& row : whole->ledger(f).rows) CHECK(row.amount == second->ledger(f).amount(row.name));
    }
    CHECK(whole->count().iterations == second->count().iterations);
  }
}

TEST_CASE("[unit] a balance that does not exist is refused") {
  Bed bed;
  std::vector<ReactingField> still = bed.fields();
  still[1].is_quasi_steady = true;
  CHECK_THROWS_AS(Ros2(still, bed.reaction(), 0, StepSettings{}, settings(1e-4)), InputError);
  Reaction greedy = bed.reaction();  // takes what is not there
  greedy.rate = [](const CellRun& cells, double* const* rate) {
    for (Index i = 0; i < cells.n; ++i) rate[0][i] = -1;
  };
  greedy.jacobian = [](const CellRun&, double* const*) {};
  CHECK_THROWS_WITH_AS(Ros2(bed.fields(), greedy, 0, StepSettings{}, settings(1e-4)), doctest::Contains("'oxygen'"),
                       SolverError);
}

TEST_CASE("[law] the balance beside held cells does not depend on what they began with") {
  const Grid grid({4, 4, 20}, 20e-6, 20e-6, even_edges(20, 400e-6));
  Medium medium;  // what conducts little to the bath, so that what it gives is little beside 1
  medium.conductivity = Field("D", "m2/s", grid.layout());
  medium.capacity = Field("K", "1", grid.layout(), 1);
  medium.sink = Field("loss", "1/s", grid.layout(), 1e-8);
  std::vector<Held> held;
  for_each_cell(grid.layout(), [&](Index i, Index j, Index k) {
    medium.conductivity(i, j, k) = k < 4 ? 1e-15 : 2e-10;
    if (k == 0) held.push_back({grid.layout().at(i, j, k), 1, 1});
  });
  Transmissibilities matrix(grid, medium);
  matrix.hold(held);
  const Reaction nothing{[](const CellRun&, double* const*) {}, [](const CellRun&, double* const*) {}};
  const auto balanced = [&](double at_first, double tolerance) {
    std::vector<ReactingField> fields = {{Field("oxygen", "1", grid.layout(), 0), &matrix}};
    fields[0].is_quasi_steady = true;
    for (const Held& one : held) fields[0].start.cells()[one.cell] = at_first;
    return Ros2(std::move(fields), nothing, 0, fixed(1), settings(tolerance)).value(0);
  };
  CHECK(tests::has_same_bytes(balanced(0, 1e-4), balanced(1, 1e-4)));
  CHECK(tests::has_same_bytes(balanced(-3, 1e-4), balanced(1, 1e-4)));
  CHECK(distance(balanced(0, 1e-4), balanced(1, 1e-12)) < 0.01);
}

TEST_CASE("[law] a step at whose end nothing would take what is made is repeated shorter") {
  const Grid grid({3, 3, 4}, 20e-6, 20e-6, even_edges(4, 80e-6));
  Medium medium;
  medium.conductivity = Field("D", "m2/s", grid.layout(), 1e-10);
  medium.capacity = Field("K", "1", grid.layout(), 1);
  Transmissibilities matrix(grid, medium);
  Reaction reaction;  // what takes fades to a tenth, 1 = 10 x 0.1
  reaction.rate = [](const CellRun& cells, double* const* rate) {
    for (Index i = 0; i < cells.n; ++i) {
      rate[0][i] = 1e-3 - 1e-2 * std::max(0.0, cells.value[1][i]) * cells.value[0][i];
      rate[1][i] = -1e-4 * (cells.value[1][i] - 0.1);
    }
  };
  reaction.jacobian = [](const CellRun& cells, double* const* j) {
    for (Index i = 0; i < cells.n; ++i) {
      j[0][i] = -1e-2 * std::max(0.0, cells.value[1][i]);
      j[1][i] = -1e-2 * cells.value[0][i];
      j[3][i] = -1e-4;
    }
  };
  std::vector<ReactingField> fields = {{Field("mediator", "1", grid.layout(), 1), &matrix},
                                       {Field("takers", "1", grid.layout(), 1), nullptr}};
  fields[0].is_quasi_steady = true;
  StepSettings step;
  step.first = 1e5;
  Ros2 walk(std::move(fields), reaction, 0, step, settings(1e-4));
  walk.advance(2e6);
  CHECK(walk.count().rejected > 0);
  CHECK(walk.value(0)(1, 1, 1) == doctest::Approx(1).epsilon(1e-3));
}
