#include "percuta/healing/reference.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "healing/rates_fixture.hpp"

using namespace percuta;
using namespace percuta::healing;

namespace {

/// A member's roller course, solved.
struct Solved {
  Making making;
  double target;
};

Solved solved(const Rates& rates, std::uint32_t member) {
  const Member who{3, member, 8};
  const DoseResponse response(law_of(rates, rates.roller.age, {}));
  const ReferenceWalk roller(rates, rates.roller, tests::skin_of(), response, who, "healing.roller");
  return {making_that_gains(rates, roller), rates.reference_gain};
}

}  // namespace

TEST_CASE("[law] each member gains what was observed, or says that it does not") {
  for (std::uint32_t member = 0; member <= 4; ++member) {
    const Rates rates = tests::drawn_rates(member, 8);
    const Solved own = solved(rates, member);
    const double gain = own.making.roller.papillary.back().tissue.gain();
    CHECK(own.making.is_met == (std::abs(gain / own.target - 1) <= 0.02));
    CHECK(own.making.rate >= rates.making_least);
    CHECK(own.making.rate <= rates.making_most);
    if (!own.making.is_met) CHECK((own.making.rate == rates.making_least || own.making.rate == rates.making_most));
  }
}

TEST_CASE("[law] a greater observed gain asks for more making") {
  Rates rates = tests::healing_rates();
  rates.reference_gain = certain(0.45);
  const double less = solved(rates, 0).making.rate;
  rates.reference_gain = certain(0.6);
  CHECK(solved(rates, 0).making.rate > less);
}

TEST_CASE("[unit] a reference course ends when its trial was measured") {
  const Rates rates = tests::healing_rates();
  const Solved own = solved(rates, 0);
  CHECK(own.making.roller.times.back() == doctest::Approx(4 * rates.roller.interval.value + rates.roller.after.value));
}
