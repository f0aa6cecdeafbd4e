#include "percuta/run/findings.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "percuta/base/text/number.hpp"

namespace percuta::run {
namespace {

constexpr double k_percent = 100;

std::size_t count(const std::vector<double>& values, bool (*is)(double)) {
  return static_cast<std::size_t>(std::count_if(values.begin(), values.end(), is));
}

/// "0.19 N (0.07 to 2.94)".
std::string spoken(const Interval& interval, const std::string& unit, const Units& units) {
  return fmt::format("{} {} ({} to {})", short_text(units.from_si(interval.value, unit)), unit,
                     short_text(units.from_si(interval.low, unit)), short_text(units.from_si(interval.high, unit)));
}

std::string in_members(std::size_t some, std::size_t all) {
  return some == all ? "In every variant" : fmt::format("In {} of {} variants", some, all);
}

/// Needles that their own entry breaks: a tip that yields before the skin does is a fault of the device.
void add_for_weak_needles(const ResultTable& table, std::vector<std::string>& findings) {
  if (!table.has("insertion.fails_first")) return;
  const std::size_t weak = count(table.values("insertion.fails_first", 1), [](double v) { return v > 0; });
  if (weak == 0) return;
  findings.push_back(fmt::format(
      "{} needles yield, buckle or shear before they pierce: such a needle bends or blunts in place of going in.",
      in_members(weak, table.members())));
}

void add_for_pierced_share(const ResultTable& table, std::vector<std::string>& findings) {
  const std::vector<double> shares = table.defined("insertion.pierced_share");
  if (shares.empty()) return;
  const Interval share = interval_of(shares);
  findings.push_back(fmt::format("Of 100 strikes {:.0f} pierce the skin ({:.0f} to {:.0f}).", k_percent * share.value,
                                 k_percent * share.low, k_percent * share.high));
}

/// Whether a motor drives the needles and every variant's hand holds them down for what `forces` say.
bool is_driven_by_motor(const std::string& kind, const std::vector<double>& forces, const Quantity& pressed) {
  return device::manner_of(kind) == device::Manner::glide &&
         *std::max_element(forces.begin(), forces.end()) <= pressed.low;
}

/// What the hand would have to press with, beside what it does press with.
void add_for_dermis_force(const Record& record, const study::Model& model, const Units& units,
                          std::vector<std::string>& findings) {
  const ResultTable& table = record.table;
  if (!table.has("insertion.dermis_force")) return;
  const std::vector<double> forces = table.defined("insertion.dermis_force");
  const std::vector<double> strikes = table.defined("insertion.pierced_share");
  const std::size_t never = strikes.size() > forces.size() ? strikes.size() - forces.size() : 0;
  if (!forces.empty()) {
    const course::SessionInputs& session = model.inputs.sessions.front();
    const Quantity& pressed = session.technique.force;
    const auto needed = spoken(interval_of(forces), "N", units);
    const auto given = spoken({pressed.value, pressed.low, pressed.high}, "N", units);
    findings.push_back(
        is_driven_by_motor(session.device.kind, forces, pressed)
            ? fmt::format("The motor drives a typical needle to the dermis, and the hand's force does not limit it: "
                          "holding the head down takes {}; here the hand presses with {}.",
                          needed, given)
            : fmt::format(
                  "For a typical needle to come to the dermis the hand must press with {}; here it presses with {}.",
                  needed, given));
  }
  const bool is_asked = model.inputs.sessions.front().device.kind != "injector" &&
                        course::skin_of(model.inputs).find_layer("papillary_dermis") != nullptr;
  if (never > 0 && is_asked) {
    findings.push_back(fmt::format("{} no force of the hand brings a typical needle to the dermis.",
                                   in_members(never, strikes.size())));
  }
}

}  // namespace

std::vector<std::string> findings_of(const Record& record, const study::Model& model, const Units& units) {
  std::vector<std::string> findings;
  if (!record.has_landed || !record.table.has("insertion.pierced_share")) return findings;
  add_for_weak_needles(record.table, findings);
  add_for_pierced_share(record.table, findings);
  add_for_dermis_force(record, model, units, findings);
  return findings;
}

}  // namespace percuta::run
