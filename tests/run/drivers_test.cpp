#include "percuta/run/drivers.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <set>

#include "run/run_fixture.hpp"

using namespace percuta;
using namespace percuta::study_test;

TEST_CASE("[law] ranks that rise together correlate by 1, that fall by -1, whatever the scale; a constant by 0") {
  const std::vector<double> x = {1, 2, 3, 4, 5};
  CHECK(run::rank_correlation(x, {1, 4, 9, 16, 1000}) == doctest::Approx(1));
  CHECK(run::rank_correlation(x, {5, 4, 3, 2, -7}) == doctest::Approx(-1));
  CHECK(run::rank_correlation(x, {2, 2, 2, 2, 2}) == 0);
  // Ranks 0.5, 0.5, 2, 3, 4 against 0..4.
  CHECK(run::rank_correlation(x, {1, 1, 2, 3, 4}) == doctest::Approx(9.5 / std::sqrt(10 * 9.5)));
}

TEST_CASE("[law] more members tell weaker drivers, more inputs fewer, and a handful of members none") {
  CHECK(run::telling_correlation(32, 200) == doctest::Approx(3.6623 / std::sqrt(31.0)).epsilon(1e-3));
  CHECK(run::telling_correlation(128, 200) < run::telling_correlation(32, 200));
  CHECK(run::telling_correlation(32, 20) < run::telling_correlation(32, 200));
  CHECK(std::isinf(run::telling_correlation(7, 1)));
}

TEST_CASE("[law] an input far wider than all others drives what rests on it, by its key, and nothing before it") {
  const auto wide = [](const std::string& low, const std::string& high) {
    const study::Overrides overrides{
        {"ensemble.members=24", "contact.recoil={value = 0.55, low = " + low + ", high = " + high +
                                    ", unit = \"1\", source = \"PercutaAssumption\", kind = \"assumed\"}"},
        {}};
    return run::run(load_text(small_study(), overrides), {}, own_units());
  };
  const auto drivers_of = [](const run::Record& record, const std::string& name) {
    for (const run::Result& one : record.results) {
      if (one.name == name) return one.drivers;
    }
    return std::vector<run::Driver>{{"no such result", "", 0}};
  };
  const run::Record record = wide("0.1", "0.9");
  const std::vector<run::Driver> found = drivers_of(record, "channel_width");
  REQUIRE_FALSE(found.empty());
  CHECK(found.front().key == "contact.recoil");
  CHECK(std::abs(found.front().correlation) > run::telling_correlation(24, 200));
  CHECK_FALSE(found.front().meaning.empty());
}

TEST_CASE("[law] sessions that are alike count an input once, and no later session drives the first") {
  const std::string often = small_study("[course]\nsessions = 3\ninterval = \"30 days\"\n");
  const run::Record record = run::run(load_text(often, {{"ensemble.members=24"}, {}}), {}, own_units());
  std::size_t told = 0;
  for (const run::Result& one : record.results) {
    std::set<std::string> keys;
    CHECK(one.drivers.size() <= 3);
    for (const run::Driver& driver : one.drivers) {
      CAPTURE(driver.key);
      CHECK(keys.insert(driver.key).second);
      CHECK_FALSE(driver.key.starts_with("session[]"));
      ++told;
    }
  }
  CHECK(told > 0);
}
