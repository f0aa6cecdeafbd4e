#include "percuta/run/ledger.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace percuta::run {

namespace {

constexpr double k_collagen_closed = 1e-9;  // of the dermis' collagen: rounding of thousands of steps

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

/// Of the whole dermis, in units of its collagen before; each row from its own rate. None where nothing healed.
std::vector<LedgerRow> collagen_rows(const course::Course& course) {
  const healing::State& healed = course.healing;
  if (healed.course.times.empty()) return {};
  const healing::CollagenLedger& own = healed.ledger;
  if (!(std::abs(own.mismatch) <= k_collagen_closed)) {
    throw SolverError(fmt::format(
        "the ledger of collagen is open by {:g}: made {:g}, lost {:g}, cleared {:g}, destroyed {:g}; this is "
        "a fault of the program, please report it with the study",
        own.mismatch, own.made, own.lost_three + own.lost_one, own.cleared, own.destroyed));
  }
  const auto row = [](const char* name, double value) { return LedgerRow{name, value, "1"}; };
  return {row("collagen.made", own.made),
          row("collagen.matured", own.matured),
          row("collagen.lost_new_three", own.lost_three),
          row("collagen.lost_new_one", own.lost_one),
          row("collagen.cleared", own.cleared),
          row("collagen.destroyed", own.destroyed),
          row("collagen.change", own.change),
          row("collagen.mismatch", own.mismatch)};
}

constexpr double k_mass_closed = 1e-9;  // of an active's dose
constexpr double k_ug_cm2 = 1e5;        // in a kg/m2

/// Of each active in each session that tells it, per area [kg/m2]: what was put on or turned into it, where it is at
/// the end, and the mismatch, which is over what was put in.
std::vector<LedgerRow> uptake_rows(const course::Course& course) {
  std::vector<LedgerRow> rows;
  for (std::size_t s = 0; s < course.sessions.size(); ++s) {
    const transport::Uptake& uptake = course.sessions[s].uptake;
    for (const transport::ActiveCourse& one : uptake.actives) {
      if (one.given.empty()) continue;
      if (!(one.mismatch <= k_mass_closed)) {
        throw SolverError(
            fmt::format("the ledger of {} is open by {:g} of what was put on; this is a fault of the "
                        "program, please report it with the study",
                        one.name, one.mismatch));
      }
      const std::string name =
          s == 0 ? fmt::format("uptake.{}", one.name) : fmt::format("uptake.session_{}.{}", s + 1, one.name);
      const auto row = [&](const std::string& what, double value, const char* unit) {
        rows.push_back({fmt::format("{}.{}", name, what), value, unit});
      };
      row("given", k_ug_cm2 * one.given.back(), "ug/cm2");
      row("gained", k_ug_cm2 * one.gained.back(), "ug/cm2");
      row("solver", k_ug_cm2 * one.solved, "ug/cm2");
      for (std::size_t place = 0; place < uptake.places.size(); ++place) {
        row(uptake.places[place], k_ug_cm2 * one.amount[place].back(), "ug/cm2");
      }
      row("closed_over", k_ug_cm2 * one.closed.back(), "ug/cm2");  // of what is in the layers
      row("mismatch", one.mismatch, "1");
    }
  }
  return rows;
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
  std::vector<LedgerRow> rows = {
      row("punctures.struck", sum.struck),           row("punctures.outside_site", sum.outside),
      row("punctures.new_holes", sum.holes),         row("punctures.reentries", sum.reentries),
      row("punctures.mismatch", landing_mismatch),   row("insertion.pierced", sum.pierced),
      row("insertion.not_pierced", sum.not_pierced), row("insertion.mismatch", insertion_mismatch)};
  for (LedgerRow& one : uptake_rows(course)) rows.push_back(std::move(one));
  for (LedgerRow& one : collagen_rows(course)) rows.push_back(std::move(one));
  return rows;
}

}  // namespace percuta::run
