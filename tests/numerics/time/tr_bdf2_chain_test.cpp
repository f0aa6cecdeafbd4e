#include "percuta/numerics/time/tr_bdf2_chain.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <initializer_list>

#include "numerics/solvers/layered_skin.hpp"
#include "numerics/time/walks.hpp"
#include "percuta/base/error.hpp"

using namespace percuta;
using namespace percuta::numerics;
using tests::distance;
using tests::fixed;
using tests::is_same;
using tests::Skin;
using tests::Slab;
using tests::tight;

namespace {

constexpr int k_turned = 7;

/// Michaelis and Menten's law with half its speed at 0.3, per cell of a slab of 8.
void saturate(const Field& u, Field& amount, Field& slope) {
  for_each_cell(u.layout(), [&](Index i, Index j, Index k) {
    const double c = std::max(0.0, u(i, j, k)), half = 0.3 + c;
    amount(i, j, k) = u(i, j, k) < 0 ? u(i, j, k) / 0.3 / 8 : c / half / 8;
    slope(i, j, k) = 0.3 / (half * half) / 8;
  });
}

/// An ester under a bath that turns into an alcohol, which moves otherwise and turns into an acid, which is cleared.
struct Ester {
  Slab ester{{1, 1, 8}, 0.2}, alcohol{{1, 1, 8}, 1}, acid{{1, 1, 8}, 0.05};
  bool is_saturable;
  explicit Ester(bool saturable) : is_saturable(saturable) {
    ester.matrix.add_top(ester.grid, ester.medium, 5, 1, 1);
    alcohol.matrix.add_bottom(alcohol.grid, alcohol.medium, 2, 0, 2);
    acid.medium.sink = Field("clearance", "1/s", acid.grid.layout(), 3);
    acid.matrix = Transmissibilities(acid.grid, acid.medium);
    const Layout& layout = ester.grid.layout();
    if (!is_saturable) add_turning(Field("rate", "1/s", layout, 2), k_turned, ester.matrix);
    add_turning(Field("rate", "1/s", layout, 4), k_turned, alcohol.matrix);
  }
  std::vector<ChainLink> links() {
    const auto named = [&](const char* name) { return Field(name, "mol.m-3", ester.grid.layout()); };
    ChainLink first{ester.problem(), named("ester"), k_turned};
    if (is_saturable) {
      first.problem.nonlinear.loss = saturate;
      first.turned.reset();
    }
    return {first, {alcohol.problem(), named("alcohol"), k_turned}, {acid.problem(), named("acid")}};
  }
};

double closed(const TrBdf2Chain& chain, std::size_t n) {
  return std::abs(chain.ledger(n).mismatch()) / chain.ledger(0).amount("top");
}

std::array<Field, 3> walked(bool is_saturable, Index steps) {
  Ester of(is_saturable);
  TrBdf2Chain chain(of.links(), 0, fixed(1 / static_cast<double>(steps)), tight(1e-11));
  chain.advance(1);
  return {chain.value(0), chain.value(1), chain.value(2)};
}

}  // namespace

TEST_CASE("[law] what one field turns into the next is lost and gained alike, and all ledgers close") {
  for (const bool is_saturable : {false, true}) {
    for (const bool is_fixed : {false, true}) {
      CAPTURE(is_saturable);
      CAPTURE(is_fixed);
      Ester of(is_saturable);
      StepSettings step = fixed(0.01);
      step.is_fixed = is_fixed;
      step.atol = 1e-4;
      TrBdf2Chain chain(of.links(), 0, step, tight(1e-6));
      chain.advance(2);
      const double first = chain.ledger(1).amount("turned from ester"),
                   second = chain.ledger(2).amount("turned from alcohol");
      CHECK(first > 0.1);
      CHECK(second > 0.05);
      CHECK(std::abs(chain.ledger(0).amount("turned into alcohol") + first) <= 1e-13 * first);
      CHECK(std::abs(chain.ledger(1).amount("turned into acid") + second) <= 1e-13 * second);
      CHECK(chain.ledger(2).amount("sink") < 0);
      for (std::size_t n = 0; n < 3; ++n) CHECK(closed(chain, n) <= 1e-12);
      CHECK(chain.value(2).least() > 0);
    }
  }
}

TEST_CASE("[order] a chain is of second order, by first order and by Michaelis-Menten") {
  for (const bool is_saturable : {false, true}) {
    CAPTURE(is_saturable);
    const std::array<Field, 3> reference = walked(is_saturable, 640), mid = walked(is_saturable, 40),
                               fine = walked(is_saturable, 80);
    for (std::size_t n = 0; n < 3; ++n) {
      CAPTURE(n);
      CHECK(distance(mid[n], reference[n]) / distance(fine[n], reference[n]) == doctest::Approx(4).epsilon(0.15));
    }
  }
}

TEST_CASE("[law] the first field of a chain does not know that others follow") {
  Ester of(true), other(true);
  TrBdf2Chain chain(of.links(), 0, fixed(0.02), tight(1e-8));
  std::vector<ChainLink> links = other.links();
  TrBdf2 alone(links[0].problem, links[0].start, 0, fixed(0.02), tight(1e-8));
  chain.advance(1);
  alone.advance(1);
  CHECK(is_same(chain.value(0), alone.value()));
  CHECK(chain.ledger(0).amount("turned into alcohol") == alone.ledger().amount("loss"));
}

TEST_CASE("[law] ledgers close where values are clipped, sources fill and rates of turning move in time") {
  Skin ester, alcohol;
  const Layout& layout = ester.grid.layout();
  TimeProblem of_ester = ester.problem(), of_alcohol = alcohol.problem();
  of_ester.at = [&](double t, Transmissibilities& matrix) {
    matrix = Transmissibilities(ester.grid, ester.medium);
    matrix.add_top(ester.grid, ester.medium, 1e-6, 1, 1);
    add_turning(Field("rate", "1/s", layout, 1e-3 * std::exp(-t / 600)), k_turned, matrix);
    return true;
  };
  of_alcohol.source = [](double, Field& source) { source.fill(1e-20); };
  of_ester.at(0, ester.matrix);
  StepSettings step;
  step.first = 60;
  step.rtol = 0.1;
  step.atol = 0.05;
  TrBdf2Chain chain({{of_ester, Field("ester", "1", layout), k_turned}, {of_alcohol, Field("alcohol", "1", layout)}}, 0,
                    step, tight(1e-3));
  chain.add_event({500, [](double, const std::vector<Field*>& fields) {
                     (*fields[0])(2, 3, 4) += 5;
                     (*fields[1])(7, 3, 4) += 5;
                   }});
  chain.add_event({900, [](double, const std::vector<Field*>& fields) { fields[0]->fill(-0.02); }});
  chain.advance(1800);
  const double turned = chain.ledger(1).amount("turned from ester");
  CHECK(chain.count(0).clipped_cells > 0);
  CHECK(chain.ledger(0).amount("clipped") > 0);
  CHECK(std::abs(chain.ledger(0).amount("turned into alcohol") + turned) <= 1e-13 * turned);
  CHECK(chain.ledger(1).amount("source") == doctest::Approx(1800 * 1e-20 * static_cast<double>(layout.cells())));
  CHECK(chain.ledger(1).amount("events") > 0);
  for (std::size_t n = 0; n < 2; ++n) CHECK(std::abs(chain.ledger(n).mismatch()) <= 1e-12 * chain.ledger(0).now);
}

TEST_CASE("[law] who goes on from checkpoints does as who never stopped, bit for bit; outputs see all fields") {
  for (const bool is_saturable : {false, true}) {
    CAPTURE(is_saturable);
    Ester whole(is_saturable), before(is_saturable), after(is_saturable);
    StepSettings step;
    step.first = 1e-3;
    step.atol = 1e-5;
    TrBdf2Chain one(whole.links(), 0, step, tight(1e-6)), two(before.links(), 0, step, tight(1e-6)),
        three(after.links(), 0, step, tight(1e-6));
    std::vector<double> seen;
    one.set_output({{0.25, 0.75}, [&](double t, const std::vector<const Field*>& fields) {
                      seen.push_back(t);
                      CHECK(fields.size() == 3);
                      CHECK((*fields[2])(0, 0, 3) > 0);
                    }});
    one.advance(0.5);
    two.advance(0.5);
    three.restore(two.checkpoint());
    one.advance(1);
    three.advance(1);
    CHECK(seen == std::vector<double>{0.25, 0.75});
    for (std::size_t n = 0; n < 3; ++n) {
      CHECK(is_same(one.value(n), three.value(n)));
      CHECK(one.ledger(n).now == three.ledger(n).now);
    }
    CHECK_THROWS_AS(three.restore({}), InputError);
  }
}

TEST_CASE("[unit] each field has a tolerance of its own") {
  const auto steps = [](double atol) {
    Ester of(false);
    std::vector<ChainLink> links = of.links();
    links[2].atol = atol;
    StepSettings step;
    step.first = 1e-3;
    step.atol = 1e-3;
    TrBdf2Chain chain(std::move(links), 0, step, tight(1e-8));
    chain.advance(1);
    return chain.count().accepted;
  };
  CHECK(steps(1e-7) > steps(1e-3));
}

TEST_CASE("[unit] chains that cannot be are refused") {
  const auto refused = [](const std::function<void(Ester&, std::vector<ChainLink>&)>& spoil) {
    Ester of(false);
    std::vector<ChainLink> links = of.links();
    spoil(of, links);
    CHECK_THROWS_AS(TrBdf2Chain(links, 0, fixed(0.1), tight()), InputError);
  };
  refused([](Ester&, std::vector<ChainLink>& links) { links.clear(); });
  refused([](Ester&, std::vector<ChainLink>& links) { links[2].start = links[1].start; });
  refused([](Ester&, std::vector<ChainLink>& links) { links[2].problem.matrix = links[0].problem.matrix; });
  refused([](Ester&, std::vector<ChainLink>& links) { links[1].start = Field("other", "1", {1, 1, 9}); });
  refused([](Ester& of, std::vector<ChainLink>&) { of.alcohol.matrix.hold({{3 * 32, 1, 9}}); });
}
