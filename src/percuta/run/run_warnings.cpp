#include <fmt/format.h>

#include <algorithm>

#include "percuta/run/record_parts.hpp"

namespace percuta::run {

namespace {

/// How many members have a number above 0 there, in any session.
std::size_t count_members(const ResultTable& table, const std::string& key) {
  std::vector<char> has(table.members());
  for (const ResultColumn& column : table.columns()) {
    if (column.key() != key) continue;
    const std::vector<double> values = table.values(key, column.session);
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (values[i] > 0) has[i] = 1;
    }
  }
  return static_cast<std::size_t>(std::count(has.begin(), has.end(), 1));
}

void add_for_nothing_pierced(const Units& units, Record& record) {
  const course::Session& first = record.median_run.sessions.front();
  if (first.reach.pierced_share > 0) return;
  const double force = first.channels.puncture_force;
  if (record.experiment.kind.empty() && !first.punctures.all.empty()) {
    record.warnings.push_back(fmt::format(
        "With every input at its median no needle pierces: each tip needs {:.3g} mN and {:.3g} mm of give before it "
        "cuts.",
        units.from_si(force, "mN"), units.from_si(first.channels.puncture_dimple, "mm")));
  } else if (record.table.has("insertion.puncture_force")) {
    record.warnings.push_back(
        fmt::format("With every input at its median no needle pierces: each tip needs {:.3g} N.", force));
  }
}

}  // namespace

void add_run_warnings(const Units& units, Record& record) {
  const std::size_t members = record.table.members();
  if (const std::size_t count = count_members(record.table, "insertion.is_extrapolated"); count > 0) {
    record.warnings.push_back(fmt::format(
        "In {} of {} ensemble members the needle's tip lies outside the sizes whose puncture force was measured: "
        "there the force is extrapolated.",
        count, members));
  }
  if (const std::size_t count = count_members(record.table, "coverage.slit"); count > 0) {
    record.warnings.push_back(
        fmt::format("In {} of {} ensemble members the tips sweep further sideways than the skin travels "
                    "with them: expect slits there, not round holes.",
                    count, members));
  }
  add_for_nothing_pierced(units, record);
}

}  // namespace percuta::run
