#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "percuta/base/text/number.hpp"
#include "percuta/run/record_parts.hpp"

namespace percuta::run {

namespace {

/// How many members have such a number there, in any session.
template <class Is>
std::size_t count_members_with(const ResultTable& table, const std::string& key, Is is) {
  std::vector<char> has(table.members());
  for (const ResultColumn& column : table.columns()) {
    if (column.key() != key) continue;
    const std::vector<double> values = table.values(key, column.session);
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (is(values[i])) has[i] = 1;
    }
  }
  return static_cast<std::size_t>(std::count(has.begin(), has.end(), 1));
}

std::size_t count_members(const ResultTable& table, const std::string& key) {
  return count_members_with(table, key, [](double number) { return number > 0; });
}

/// A treatment of which nothing meets the window is told before anything else.
void add_for_nothing_landed(Record& record) {
  const ResultTable& table = record.table;
  if (!table.has("coverage.density")) return;
  record.has_landed = count_members(table, "coverage.density") > 0;
  const std::size_t missed = count_members_with(table, "coverage.density", [](double density) { return density == 0; });
  if (missed == 0) return;
  const char* where = record.sessions.size() > 1 ? " in at least one session" : "";
  record.warnings.insert(
      record.warnings.begin(),
      record.has_landed
          ? fmt::format("In {} of {} ensemble members no needle lands in the treated window{}.", missed,
                        table.members(), where)
          : std::string("No needle lands in the treated window: the results are those of untouched skin."));
}

void add_for_closed_holes(Record& record) {
  const std::size_t count =
      count_members_with(record.table, "insertion.residual_depth", [](double depth) { return depth == 0; });
  if (count == 0) return;
  record.warnings.push_back(fmt::format(
      "In {} of {} ensemble members no hole stays when the needles are out: its depth and width are 0 there, and there "
      "is nothing to close.",
      count, record.table.members()));
}

/// What is left out of the results, by reason.
void add_for_undefined(Record& record) {
  std::vector<std::pair<std::string, std::vector<std::string>>> by_reason;
  for (const UndefinedResult& one : record.undefined) {
    auto same =
        std::find_if(by_reason.begin(), by_reason.end(), [&](const auto& row) { return row.first == one.reason; });
    if (same == by_reason.end()) same = by_reason.insert(same, {one.reason, {}});
    const std::string name = record.sessions.size() > 1 && one.session > 0
                                 ? fmt::format("{} of session {}", one.name, one.session)
                                 : one.name;
    same->second.push_back(name);
  }
  std::string list;
  for (const auto& [reason, names] : by_reason) {
    list += fmt::format("{}{} ({})", list.empty() ? "" : "; ", fmt::join(names, ", "), reason);
  }
  if (!list.empty()) record.warnings.push_back(fmt::format("Not defined here, so left out: {}.", list));
}

void add_for_nothing_pierced(const Units& units, Record& record) {
  const course::Session& first = record.median_run.sessions.front();
  if (!(first.reach.pierced_share == 0)) return;  // undefined where nothing lands in the window
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

/// Members whose course stays off what its trial observed, for either room that sets sizes by trials.
void add_for_references(Record& record) {
  const auto add = [&](const char* key, const char* words) {
    if (!record.table.has(key)) return;
    if (const std::size_t count = count_members(record.table, key); count > 0) {
      record.warnings.push_back(fmt::format("In {} of {} ensemble members {}", count, record.table.members(), words));
    }
  };
  add("healing.is_reference_unmet",
      "no rate of making within its bounds gives the collagen that the reference trial saw, within 2 %: they are kept "
      "as near to it as they come.");
  add("endpoints.are_sizes_unmet",
      "a size of an endpoint cannot be set so that the reference trial's change comes out: they are kept as near to it "
      "as they come.");
}

/// A receptor that is told as if it held nothing back.
void add_for_full_receptor(const study::Model& model, Record& record) {
  constexpr int k_sink = 10;  // a receptor counts as empty below a tenth of what dissolves
  if (!model.experiment.is_cell()) return;
  for (const transport::NamedActive& active : model.inputs.actives) {
    const std::string key = "transport." + active.name + ".receptor_peak";
    const double most = active.active.solubility / k_sink;
    if (!record.table.has(key) || !(most > 0)) continue;
    const std::size_t count = count_members_with(record.table, key, [most](double peak) { return peak > most; });
    if (count == 0) continue;
    record.warnings.push_back(
        fmt::format("In {} of {} ensemble members {} comes above a tenth of its solubility in the receptor, where it "
                    "would slow what follows: take a larger receptor or sample more often.",
                    count, record.table.members(), active.name));
  }
}

/// A next session on crusts of the last.
void add_for_crust(const study::Model& model, const Units& units, Record& record) {
  const course::CoursePlan& plan = model.inputs.plan;
  if (plan.sessions < 2 || !record.table.has("endpoints.crust")) return;
  if (record.table.defined("endpoints.crust").empty()) return;  // told of as undefined: crusts outlast the horizon
  const Interval crust = record.table.interval("endpoints.crust");
  if (!(crust.value > plan.interval)) return;
  const auto days = [&](double seconds) { return short_text(units.from_si(seconds, "day")); };
  record.warnings.push_back(fmt::format(
      "Sessions follow each other after {} days, while crusts of the last are seen until day {} ({} to {}): "
      "wait that long, or expect needles on crusts.",
      days(plan.interval), days(crust.value), days(crust.low), days(crust.high)));
}

}  // namespace

/// What the drawn run finds of what is put on.
void add_for_uptake(Record& record) {
  std::vector<std::string> saturated;
  for (const course::Session& session : record.median_run.sessions) {
    for (const transport::ActiveCourse& one : session.uptake.actives) {
      const bool is_told = std::find(saturated.begin(), saturated.end(), one.name) != saturated.end();
      if (one.is_saturated && !is_told) saturated.push_back(one.name);
    }
  }
  const std::vector<course::Session>& sessions = record.median_run.sessions;
  const auto tells = [](const course::Session& session) { return !session.uptake.is_empty(); };
  if (std::any_of(sessions.begin(), sessions.end(), tells) && !std::all_of(sessions.begin(), sessions.end(), tells)) {
    record.warnings.emplace_back(
        "What gets in is told of the first session, and of those that differ from it: sessions alike repeat it, each "
        "on "
        "skin that holds nothing of it yet.");
  }
  if (saturated.empty()) return;
  record.warnings.push_back(fmt::format(
      "Part of what is put on lies undissolved on the skin: {} stand{} at {} solubility there, and more would bring no "
      "more in.",
      fmt::join(saturated, ", "), saturated.size() == 1 ? "s" : "", saturated.size() == 1 ? "its" : "their"));
}

/// How many holes a patch resolves; it stands for the window as far as they are as dense in it.
void add_for_patch(Record& record) {
  constexpr double k_cm2 = 1e-4;  // [m2]
  for (const course::Session& session : record.median_run.sessions) {
    if (!session.uptake.patch) continue;
    const transport::PatchOutcome& patch = *session.uptake.patch;
    const double density = static_cast<double>(patch.holes) * k_cm2 / (patch.plan.side * patch.plan.side);
    record.warnings.push_back(
        patch.holes == 0
            ? fmt::format(
                  "No hole of the median run lies in the patch: it tells of skin without one; in the window {:.3g} "
                  "stay per cm2. A larger patch.side holds some.",
                  session.holes.density * k_cm2)
            : fmt::format(
                  "The patch of the median run holds {} hole{}, {:.3g} per cm2; in the window {:.3g} stay per cm2.",
                  patch.holes, patch.holes == 1 ? "" : "s", density, session.holes.density * k_cm2));
    return;
  }
}

void add_run_warnings(const study::Model& model, const Units& units, Record& record) {
  add_for_nothing_landed(record);
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
  add_for_closed_holes(record);
  add_for_references(record);
  add_for_full_receptor(model, record);
  add_for_crust(model, units, record);
  add_for_uptake(record);
  add_for_patch(record);
  add_for_undefined(record);
}

}  // namespace percuta::run
