#include <doctest/doctest.h>

#include <cmath>

#include "numerics/solvers/layered_skin.hpp"
#include "numerics/time/walks.hpp"
#include "percuta/base/error.hpp"
#include "percuta/numerics/time/tr_bdf2.hpp"

using namespace percuta;
using namespace percuta::numerics;
using tests::distance;
using tests::fixed;
using tests::is_same;
using tests::Slab;
using tests::tight;

namespace {

/// A film, the topmost cell, that dries to a twentieth over a slab that takes up what it held.
struct Film {
  Slab slab{{1, 1, 21}};
  Index film = slab.grid.layout().at(0, 0, 0);
  double first = 0.5;
  Film() {
    slab.matrix.set_conductance(Axis::z, 0, 0, 1, 2.0 * 20);  // stirred, so half of a cell of the slab alone resists
    slab.matrix.add_bottom(slab.grid, slab.medium, INFINITY, 0, 2);
  }
  double volume(double t) const { return first * (0.05 + 0.95 * std::exp(-8 * t)); }
  TimeProblem problem() {
    TimeProblem made = slab.problem();
    made.labels = {{2, "bottom"}};
    made.capacities = {{film}, [this](double t, std::vector<double>& v) { v[0] = volume(t); }};
    return made;
  }
  Field start() const {
    Field u("c", "1", slab.grid.layout());
    u(0, 0, 0) = 1;
    return u;
  }
};

Field dried(Index steps) {
  Film film;
  TrBdf2 walk(film.problem(), film.start(), 0, fixed(0.5 / static_cast<double>(steps)), tight());
  walk.advance(0.5);
  CHECK(std::abs(walk.ledger().mismatch()) <= 1e-12 * walk.ledger().start);
  return walk.value();
}

}  // namespace

TEST_CASE("[law] what nothing flows out of keeps its amount to rounding, however its capacity moves") {
  for (const bool has_loss : {false, true}) {
    CAPTURE(has_loss);
    Slab slab({3, 2, 2}, 0);
    TimeProblem problem = slab.problem();
    problem.capacities = {{slab.grid.layout().at(0, 0, 0), slab.grid.layout().at(2, 1, 1)},
                          [](double t, std::vector<double>& v) { v = {0.5 - 0.4 * t, 0.5 + 3 * t * t}; }};
    if (has_loss) problem.nonlinear.loss = [](const Field&, Field& a, Field& b) { a.fill(0), b.fill(0); };
    TrBdf2 walk(problem, Field("c", "1", slab.grid.layout(), 2), 0, StepSettings{.first = 0.01}, tight());
    walk.advance(1);
    CHECK(walk.value()(0, 0, 0) == doctest::Approx(10).epsilon(1e-6));
    CHECK(walk.value()(2, 1, 1) == doctest::Approx(2 / 7.0).epsilon(1e-6));
    CHECK(walk.value()(1, 0, 0) == doctest::Approx(2).epsilon(1e-9));
    CHECK(std::abs(walk.ledger().now - walk.ledger().start) <= 1e-13 * walk.ledger().start);
    CHECK(std::abs(walk.ledger().mismatch()) <= 1e-13 * walk.ledger().start);
  }
}

TEST_CASE("[order] TR-BDF2 is of second order where a film dries over a slab") {
  const Field reference = dried(1280);
  const double coarse = distance(dried(20), reference), mid = distance(dried(40), reference);
  const double fine = distance(dried(80), reference);
  CHECK(coarse / mid == doctest::Approx(4).epsilon(0.2));
  CHECK(mid / fine == doctest::Approx(4).epsilon(0.12));
}

TEST_CASE("[law] steps by tolerance follow a drying film, and what left stands in the ledger") {
  Film film;
  StepSettings step;
  step.first = 1e-4;
  step.atol = 1e-5;
  TrBdf2 walk(film.problem(), film.start(), 0, step, tight(1e-6));
  walk.advance(0.5);
  CHECK(distance(walk.value(), dried(1280)) < 3e-3);
  const TimeLedger& ledger = walk.ledger();
  CHECK(ledger.amount("bottom") < -0.1 * ledger.start);
  CHECK(std::abs(ledger.mismatch()) <= 1e-12 * ledger.start);
}

TEST_CASE("[law] a drying film drives more into the slab than one that keeps its volume") {
  const auto through = [](bool dries) {
    Film film;
    TimeProblem problem = film.problem();
    if (!dries) problem.capacities.at = [&](double, std::vector<double>& v) { v[0] = film.first; };
    TrBdf2 walk(problem, film.start(), 0, fixed(0.005), tight());
    walk.advance(0.5);
    return -walk.ledger().amount("bottom");
  };
  CHECK(through(true) > 1.2 * through(false));
}

TEST_CASE("[law] an event after which a capacity is another keeps what the cell holds") {
  Slab slab({1, 1, 2}, 0);
  double volume = 0.5;
  TimeProblem problem = slab.problem();
  problem.capacities = {{slab.grid.layout().at(0, 0, 0)}, [&](double, std::vector<double>& v) { v[0] = volume; }};
  TrBdf2 walk(problem, Field("c", "1", slab.grid.layout(), 1), 0, fixed(0.25), tight());
  walk.add_event({1, [&](double, const std::vector<Field*>& fields) {
                    (*fields[0])(0, 0, 0) += 1;  // a dose, in what is there
                    volume = 2;
                  }});
  walk.advance(1);
  CHECK(walk.value()(0, 0, 0) == doctest::Approx(0.5));
  walk.advance(2);
  CHECK(walk.value()(0, 0, 0) == doctest::Approx(0.5));
  CHECK(walk.ledger().amount("events") == doctest::Approx(0.5));
  CHECK(std::abs(walk.ledger().mismatch()) <= 1e-13);
}

TEST_CASE("[law] a matrix that is built anew in time keeps the capacities that move, with a flow too") {
  for (const bool has_flow : {false, true}) {
    CAPTURE(has_flow);
    Film film;
    TimeProblem problem = film.problem();
    const Transmissibilities built = film.slab.matrix;
    problem.at = [&](double, Transmissibilities& matrix) {
      matrix = built;
      return true;
    };
    Advection advection(film.slab.matrix, even_flow(film.slab.grid, {0, 0, 0.1}), {});
    if (has_flow) problem.advection = &advection;
    TrBdf2 walk(problem, film.start(), 0, fixed(0.01), tight());
    walk.advance(0.5);
    if (!has_flow) CHECK(distance(walk.value(), dried(50)) < 1e-9);
    CHECK(std::abs(walk.ledger().mismatch()) <= 1e-12);
    CHECK(film.slab.matrix.mass_of(film.film) == doctest::Approx(film.volume(0.5)).epsilon(1e-6));
  }
}

TEST_CASE("[law] who goes on from a checkpoint dries as who never stopped, bit for bit") {
  Film whole, before, after;
  TrBdf2 one(whole.problem(), whole.start(), 0, fixed(0.01), tight(1e-6));
  TrBdf2 two(before.problem(), before.start(), 0, fixed(0.01), tight(1e-6));
  one.advance(0.2);
  two.advance(0.2);
  TrBdf2 three(after.problem(), after.start(), 0, fixed(0.01), tight(1e-6));
  three.restore(two.checkpoint());
  one.advance(0.5);
  three.advance(0.5);
  CHECK(is_same(one.value(), three.value()));
  CHECK(one.ledger().now == three.ledger().now);
}

TEST_CASE("[unit] a capacity that dries up, or cannot move, is refused with the cell, the time and what to do") {
  Slab slab({2, 2, 3});
  const Layout& layout = slab.grid.layout();
  TimeProblem problem = slab.problem();
  const Field start("c", "1", layout, 1);
  problem.capacities = {{layout.at(1, 0, 2)}, [](double t, std::vector<double>& v) { v[0] = 1 - t; }, 0.1};
  TrBdf2 walk(problem, start, 0, fixed(0.125), tight());
  walk.advance(0.75);
  CHECK_THROWS_WITH_AS(walk.advance(2), doctest::Contains("cell (1, 0, 2) for c goes to"), InputError);
  problem.capacities.least = 0;
  CHECK_THROWS_AS(TrBdf2(problem, start, 0, fixed(0.1), tight()), InputError);
  problem.capacities.least = 0.1;
  problem.capacities.at = [](double, std::vector<double>& v) { v[0] = 0; };
  CHECK_THROWS_WITH_AS(TrBdf2(problem, start, 0, fixed(0.1), tight()), doctest::Contains("above 0 at the start"),
                       InputError);
  problem.capacities.at = [](double, std::vector<double>& v) { v.push_back(1); };
  CHECK_THROWS_AS(TrBdf2(problem, start, 0, fixed(0.1), tight()), InputError);
  problem.capacities.at = [](double, std::vector<double>& v) { v[0] = 1; };
  slab.matrix.hold({{layout.at(1, 0, 2), 1, 5}});
  CHECK_THROWS_WITH_AS(TrBdf2(problem, start, 0, fixed(0.1), tight()), doctest::Contains("held"), InputError);
}
