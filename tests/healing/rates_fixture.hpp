#pragma once

#include "percuta/base/files/data_folder.hpp"
#include "percuta/base/reader.hpp"
#include "percuta/healing/walk.hpp"
#include "skin/skin_fixture.hpp"
#include "source_folder.hpp"

namespace percuta::tests {

inline constexpr double k_day = 86400;  // [s]

/// As data/healing.toml says.
inline healing::Rates healing_rates() {
  const std::string path = std::string(source_folder()) + "/data/healing.toml";
  const DataFolder data({std::string(source_folder()) + "/data"});
  return read_struct<healing::Rates>(data.document(path), nullptr, Units());
}

/// Of a member's draws; 0 = the medians.
inline healing::Rates drawn_rates(std::uint32_t member, std::uint32_t members = 1000) {
  healing::Rates rates = healing_rates();
  draw([&](Visitor& visitor) { describe(rates, visitor); }, {3, member, members}, "healing.");
  return rates;
}

inline healing::Law healthy_law(const healing::Rates& rates) {
  healing::Law law = healing::law_of(rates, 30 * k_year, {});
  law.p3 = 0.03 / k_day;
  return law;
}

/// One piece after one blow, told at `days`.
inline std::vector<healing::Tissue> after_blow(const healing::Law& law, const healing::Blow& blow,
                                               std::vector<double> days, double rtol = 1e-3) {
  healing::Walk walk;
  walk.sessions = {0};
  walk.blows = {{blow}};
  for (const double day : days) walk.times.push_back(day * k_day);
  walk.rtol = rtol;
  std::vector<healing::Tissue> tissue;
  for (const auto& row : healing::walk(law, walk).tissue) tissue.push_back(row[0]);
  return tissue;
}

}  // namespace percuta::tests
