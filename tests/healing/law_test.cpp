#include "percuta/healing/law.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

#include "healing/rates_fixture.hpp"
#include "percuta/base/random.hpp"

using namespace percuta;
using namespace percuta::healing;
using numerics::CellRun;

namespace {

constexpr std::size_t k_with_sums = FieldSet{true, true}.count();

/// Rates and slopes of one cell.
struct Point {
  std::vector<double> rates, jacobian;
};

Point at(const Law& law, const std::vector<double>& u) {
  const std::size_t fields = u.size();
  Point point{std::vector<double>(fields), std::vector<double>(fields * fields)};
  std::vector<const double*> values;
  std::vector<double*> rates, slopes;
  for (std::size_t i = 0; i < fields; ++i) {
    values.push_back(&u[i]);
    rates.push_back(&point.rates[i]);
  }
  for (double& slope : point.jacobian) slopes.push_back(&slope);
  const FieldSet set{fields != k_needle_fields, fields == k_with_sums};
  const numerics::Reaction reaction = reaction_of(law, set);
  const CellRun run{0, 0, 1, values.data()};
  reaction.rate(run, rates.data());
  reaction.jacobian(run, slopes.data());
  return point;
}

std::vector<double> some_state(Stream& stream, bool has_sums) {
  std::vector<double> u(has_sums ? k_with_sums : std::size_t{k_needle_fields});
  for (double& value : u) value = 0.05 + stream.uniform();
  if (has_sums) u[k_coagulated] *= 0.2;
  u[k_one] *= 0.3;
  return u;
}

}  // namespace

TEST_CASE("[law] sound skin does not change") {
  std::vector<double> sound(k_with_sums);
  sound[k_fibroblasts] = sound[k_mature] = 1;
  for (std::uint32_t member = 0; member < 20; ++member) {
    for (const double rate : at(tests::healthy_law(tests::drawn_rates(member)), sound).rates) CHECK(rate == 0);
  }
}

TEST_CASE("[law] the slopes are those of the rates") {
  const Law law = tests::healthy_law(tests::healing_rates());
  Stream stream({5, 0, 0, 0, "states"});
  for (int trial = 0; trial < 20; ++trial) {
    const std::vector<double> u = some_state(stream, trial % 2 == 0);
    const Point here = at(law, u);
    for (std::size_t column = 0; column < u.size(); ++column) {
      std::vector<double> up = u, down = u;
      constexpr double k_nudge = 1e-7;
      up[column] += k_nudge;
      down[column] -= k_nudge;
      const Point above = at(law, up), below = at(law, down);
      for (std::size_t row = 0; row < u.size(); ++row) {
        const double slope = (above.rates[row] - below.rates[row]) / (2 * k_nudge);
        CHECK(here.jacobian[row * u.size() + column] * tests::k_day ==
              doctest::Approx(slope * tests::k_day).epsilon(1e-4));
      }
    }
  }
}

TEST_CASE("[law] what the ledger sums up is what collagen gains and loses") {
  const Law law = tests::healthy_law(tests::healing_rates());
  Stream stream({6, 0, 0, 0, "states"});
  for (int trial = 0; trial < 20; ++trial) {
    const std::vector<double> rates = at(law, some_state(stream, true)).rates;
    const double change = rates[k_mature] + rates[k_three] + rates[k_one];
    const double* const sum = rates.data() + k_tissue_fields;
    const double summed = sum[k_sum_made] - law.d3 * sum[k_sum_three] - sum[k_sum_one_lost] - sum[k_sum_cleared];
    CHECK(change == doctest::Approx(summed).epsilon(1e-12));
  }
}

TEST_CASE("[law] new collagen III turns to I and is lost as exponentials say") {
  Law law = tests::healthy_law(tests::healing_rates());
  law.d1 = 0;
  std::vector<double> u(k_tissue_fields);
  u[k_fibroblasts] = 1;
  u[k_mature] = 0.7;
  u[k_three] = 0.3;
  const std::vector<double> rates = at(law, u).rates;
  CHECK(rates[k_three] == doctest::Approx(-(law.k3 + law.d3) * 0.3));
  CHECK(rates[k_one] == doctest::Approx(law.k3 * 0.3));
}

TEST_CASE("[law] age, diabetes and keloids turn making, repair and what myofibroblasts feed on") {
  const Rates rates = tests::healing_rates();
  const Law young = law_of(rates, 25 * tests::k_year, {}), old = law_of(rates, 80 * tests::k_year, {});
  CHECK(young.g == 1);
  CHECK(old.g == doctest::Approx(rates.making_at_old_age).epsilon(1e-6));
  CHECK(young.making(Tissue{}) == doctest::Approx(1));
  const Law diabetic = law_of(rates, 25 * tests::k_year, {"diabetes"});
  CHECK(diabetic.g == doctest::Approx(rates.diabetic_making));
  CHECK(diabetic.kR == doctest::Approx(young.kR * rates.diabetic_late));
  const Law keloid = law_of(rates, 25 * tests::k_year, {"keloid"});
  CHECK(keloid.sY / young.sY == doctest::Approx(rates.fold_share_keloid / rates.fold_share));
}

TEST_CASE("[law] recruitment is half at dose 1 and rises with the dose") {
  const Law law = tests::healthy_law(tests::healing_rates());
  CHECK(law.recruitment(0) == 0);
  CHECK(law.recruitment(-1) == 0);
  CHECK(law.recruitment(1) == doctest::Approx(0.5));
  CHECK(law.recruitment(3) > law.recruitment(2));
}
