#include "percuta/run/ledger.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace percuta::run {

namespace {

/// Strikes of all sessions, each tally counted on its own.
struct Tally {
  std::int64_t struck = 0, landed = 0, outside = 0, holes = 0, reentries = 0, pierced = 0, not_pierced = 0;
};

Tally tally(const course::Course& course) {
  Tally sum;
  for (const course::Session& session : course.sessions) {
    const auto& all = session.punctures.all;
    sum.landed += static_cast<std::int64_t>(all.size());
    sum.struck += session.punctures.struck;
    sum.outside += session.punctures.outside;
    sum.holes += session.punctures.holes;
    sum.reentries += std::count_if(all.begin(), all.end(), [](const auto& p) { return p.is_reentry; });
    for (const insertion::Channel& channel : session.channels.all)
      ++(channel.depth > 0 ? sum.pierced : sum.not_pierced);
  }
  return sum;
}

}  // namespace

std::vector<LedgerRow> ledger_of(const course::Course& course) {
  const Tally sum = tally(course);
  const std::int64_t landing_mismatch = sum.struck - sum.outside - sum.holes - sum.reentries;
  const std::int64_t insertion_mismatch = sum.landed - sum.pierced - sum.not_pierced;
  if (landing_mismatch != 0 || insertion_mismatch != 0) {
    throw SolverError(
        fmt::format("the ledger of punctures is open: {} strikes, {} holes + {} re-entries, {} pierced + {} not; "
                    "this is a fault of the program, please report it with the study",
                    sum.struck, sum.holes, sum.reentries, sum.pierced, sum.not_pierced));
  }
  const auto row = [](const char* name, std::int64_t value) {
    return LedgerRow{name, static_cast<double>(value), "1"};
  };
  return {row("punctures.struck", sum.struck),           row("punctures.outside_site", sum.outside),
          row("punctures.new_holes", sum.holes),         row("punctures.reentries", sum.reentries),
          row("punctures.mismatch", landing_mismatch),   row("insertion.pierced", sum.pierced),
          row("insertion.not_pierced", sum.not_pierced), row("insertion.mismatch", insertion_mismatch)};
}

}  // namespace percuta::run
