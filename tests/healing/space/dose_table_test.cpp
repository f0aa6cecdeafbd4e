#include "percuta/healing/space/dose_table.hpp"

#include <doctest/doctest.h>

#include "healing/rates_fixture.hpp"
#include "percuta/healing/space/line_alarm.hpp"

using namespace percuta;
using namespace percuta::healing;

TEST_CASE("[law] between its rows the table holds what a hole of that depth raises") {
  const Rates rates = tests::healing_rates();
  const auto radius = [](double height) { return 10e-6 + 0.05 * height; };
  const DoseSetting setting = dose_setting(rates, 0.1e-3, radius, {0.15e-3, 0.4e-3, 0.9e-3});
  const auto hole = [](double depth) { return Hole{0, 0, depth, Hole::Kind::pierced}; };
  const DoseTable table(setting, {{hole(0.3e-3), hole(1.4e-3)}});
  for (const double depth : {0.3e-3, 0.5e-3, 0.8123e-3, 1.4e-3}) {
    for (const double distance : {0.1e-3, 0.25e-3, 0.6e-3}) {
      double found[3] = {};
      table.add(distance, hole(depth), 1, found);
      const LineAlarm line(distance / setting.reach);
      for (std::size_t k = 0; k < 3; ++k) {
        const auto seen = [&](double end) {
          return line((end - setting.depths[k]) / setting.reach) + line((end + setting.depths[k]) / setting.reach);
        };
        const double heard = seen(depth) - (1 - setting.epidermal_share) * seen(setting.dermis_top);
        const double exact = setting.strength / (setting.reach * setting.reach) *
                             killed_section(setting, hole(depth), setting.depths[k]) * heard;
        CHECK(found[k] == doctest::Approx(exact).epsilon(0.03));
      }
    }
  }
}

TEST_CASE("[unit] a table of no holes is sound") {
  const Rates rates = tests::healing_rates();
  const DoseSetting setting = dose_setting(rates, 0.1e-3, [](double) { return 1e-5; }, {0.2e-3});
  CHECK(DoseTable(setting, {{}}).cutoff() == doctest::Approx(6 * rates.signal_reach));
}
