#include "percuta/transport/delivery/precipitate.hpp"

#include <doctest/doctest.h>

#include "transport/delivery/site_fixture.hpp"

using namespace percuta;
using numerics::Index;
using tests::SteadySite;
using tests::Tracer;
using transport::Precipitate;

namespace {

constexpr double k_solubility = 5;  // [kg/m3]

/// A film that holds the tracer at `concentration` in its water [mol/m3], of a substance that dissolves so far.
struct Dose {
  SteadySite on;
  numerics::Transmissibilities matrix;
  numerics::Field held;

  explicit Dose(double concentration, double drying = 0, double until = 1)
      : on(Tracer{}, tests::k_whole, tests::plain_rates({})),
        matrix(on.open()),
        held("tracer", "mol", on.site.rings.grid().layout()) {
    on.active.solubility = certain(k_solubility);
    on.phase.drying = drying;
    on.phase.until = until;
    numerics::for_each_cell(held.layout(), [&](Index i, Index j, Index k) {
      if (k < on.site.strata.film) held(i, j, k) = concentration * matrix.mass_of(held.layout().at(i, j, k));
    });
  }
  double solubility() const { return k_solubility / on.active.molar_mass; }  // [mol/m3]
  Precipitate made() const { return precipitate_of(on.site, on.active, on.phase, matrix, held); }
};

}  // namespace

TEST_CASE("[unit] where less is there than dissolves, nothing lies undissolved") {
  const Dose little(0.9 * 50);
  CHECK(little.solubility() == doctest::Approx(50));
  CHECK_FALSE(little.made().can_be());
  CHECK_FALSE(little.made().is_there());
  CHECK(little.made().amount(0, 1e6) == 0);
  CHECK(little.made().dissolved(0, 2, 10) == doctest::Approx(5));
}

TEST_CASE("[unit] a film that dries may come to saturation; one without a solubility never does") {
  Dose drying(0.9 * 50, 0.009 / 1, 1);  // of 20 g/m2 of water 9 dry off
  CHECK(drying.made().can_be());
  CHECK_FALSE(drying.made().is_there());
  drying.on.active.solubility = {};
  CHECK_FALSE(drying.made().can_be());
  Dose much(500);
  CHECK(much.made().is_there());
  much.on.phase.film = {};
  CHECK_FALSE(much.made().can_be());
}

TEST_CASE("[law] what a cell holds and what stands dissolved in it tell one another, in the bend too") {
  const Dose much(500);
  const Precipitate made = much.made();
  const Index cell = much.held.layout().at(0, 0, 0);
  const double mass = much.matrix.mass_of(cell);
  for (const double u : {0.0, 1.0, 49.0, 49.74, 49.76, 49.9, 50.0, 50.1, 50.24, 50.26, 50.5, 53.0}) {
    CAPTURE(u);
    CHECK(made.dissolved(cell, mass, mass * u + made.amount(cell, u)) == doctest::Approx(u).epsilon(1e-9));
    CHECK(made.dissolved(cell, 0.3 * mass, 0.3 * mass * u + made.amount(cell, u)) == doctest::Approx(u).epsilon(1e-9));
  }
}

TEST_CASE("[law] water beside what lies undissolved stands at the solubility, at most a hundredth above") {
  for (const double times : {1.5, 10.0, 1000.0}) {
    const Dose much(times * 50);
    const Precipitate made = much.made();
    const Index cell = much.held.layout().at(0, 0, 0);
    const double u = made.dissolved(cell, much.matrix.mass_of(cell), much.held(0, 0, 0));
    CHECK(u > 49.7);
    CHECK(u < 1.011 * 50);
    CHECK(made.amount(cell, u) + much.matrix.mass_of(cell) * u == doctest::Approx(much.held(0, 0, 0)));
  }
}

TEST_CASE("[law] as a law of amounts it tells the film's cells alone, and its slope is the slope of its amounts") {
  const Dose much(500);
  const Precipitate made = much.made();
  for (const double value : {10.0, 49.8, 50.0, 50.2, 51.0}) {
    numerics::Field u = much.held, amount = much.held, slope = much.held, more = much.held;
    u.fill(value);
    made.fill(u, amount, slope);
    numerics::Field above = u;
    above.fill(value + 1e-4);
    numerics::Field ignored = slope;
    made.fill(above, more, ignored);
    const Index below = much.on.site.strata.film;
    CHECK(amount(0, 0, 0) == made.amount(much.held.layout().at(0, 0, 0), value));
    CHECK((more(0, 0, 0) - amount(0, 0, 0)) / 1e-4 == doctest::Approx(slope(0, 0, 0)).epsilon(1e-3));
    CHECK(amount(0, 0, below) == 0);
    CHECK(slope(0, 0, below) == 0);
  }
}
