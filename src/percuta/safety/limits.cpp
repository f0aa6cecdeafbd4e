#include "percuta/safety/limits.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "percuta/base/text/number.hpp"
#include "percuta/course/bench.hpp"

namespace percuta::safety {

namespace {

bool names(const std::vector<std::string>& places, const std::string& place) {
  return places.empty() || std::find(places.begin(), places.end(), place) != places.end();
}

/// The applying row with the tightest bound, at most or at least; nullptr without one.
const Limit* tightest(const std::vector<Limit>& limits, const LimitPlace& place, const std::string& quantity,
                      bool is_at_most) {
  const Limit* found = nullptr;
  for (const Limit& limit : limits) {
    if (limit.quantity != quantity || limit.is_at_most() != is_at_most || !applies(limit, place)) continue;
    const bool is_tighter =
        found == nullptr || (is_at_most ? limit.bound() < found->bound().value : limit.bound() > found->bound().value);
    if (is_tighter) found = &limit;
  }
  return found;
}

const LimitedQuantity& quantity_named(const std::string& name) {
  const auto& all = limited_quantities();
  const auto found = std::find_if(all.begin(), all.end(), [&](const LimitedQuantity& one) { return one.name == name; });
  if (found == all.end()) std::abort();  // rows are read against the list
  return *found;
}

std::string setting_in_words(const std::string& setting) {
  if (setting == "home") return "at home";
  return setting == "institute" ? "in an institute" : "in a clinic";
}

std::string in_lower_case(std::string title) {
  if (!title.empty() && title[0] >= 'A' && title[0] <= 'Z') title[0] = static_cast<char>(title[0] - 'A' + 'a');
  return title;
}

/// What the row names of the place.
std::string where_of(const Limit& limit, const LimitPlace& place) {
  std::string where = limit.sites.empty() ? "" : in_lower_case(place.site_title);
  if (limit.settings.empty()) return where;
  return fmt::format("{}{}{}", where, where.empty() ? "" : ", ", setting_in_words(place.setting));
}

JudgedLimit unlimited(const Measured& measured, const Units& units) {
  const LimitedQuantity& quantity = quantity_named(measured.quantity);
  JudgedLimit judged;
  judged.quantity = quantity.name;
  judged.unit = quantity.unit;
  judged.meaning = quantity.meaning;
  const auto shown = [&](double si) { return units.from_si(si, quantity.unit); };
  judged.value = {shown(measured.si.value), shown(measured.si.low), shown(measured.si.high)};
  return judged;
}

JudgedLimit held_against(const Limit& limit, const LimitPlace& place, const Measured& measured, const Units& units) {
  JudgedLimit judged = unlimited(measured, units);
  judged.is_at_most = limit.is_at_most();
  judged.nearness = nearness_of(measured.si, limit.bound(), judged.is_at_most);
  judged.bound = units.from_si(limit.bound(), judged.unit);
  judged.distance = (judged.is_at_most ? 1 : -1) * (judged.bound - judged.value.value);
  judged.source = limit.bound().source;
  judged.reason = limit.reason;
  judged.where = where_of(limit, place);
  return judged;
}

std::string number_with_unit(double value, const std::string& unit) {
  const std::string shown = unit == "1/cm2" ? "per cm2" : unit;
  return unit == "1" ? short_text(value) : fmt::format("{} {}", short_text(value), shown);
}

}  // namespace

const std::vector<LimitedQuantity>& limited_quantities() {
  static const std::vector<LimitedQuantity> all = [] {
    std::vector<LimitedQuantity> list{{std::string(k_reach), "mm", "How far the needles can reach"}};
    for (const ResultColumn& column : course::course_quantities()) {
      list.push_back({column.key(), column.unit, column.meaning.substr(0, column.meaning.find(';'))});
    }
    return list;
  }();
  return all;
}

bool applies(const Limit& limit, const LimitPlace& place) {
  return names(limit.sites, place.site) && names(limit.settings, place.setting) && names(limit.kinds, place.kind);
}

std::string to_word(Nearness nearness) {
  switch (nearness) {
    case Nearness::inside:
      return "inside";
    case Nearness::near:
      return "near";
    case Nearness::beyond:
      return "beyond";
    case Nearness::no_limit:
      return "no published limit";
  }
  std::abort();
}

Nearness nearness_of(const Interval& interval, double bound, bool is_at_most) {
  const auto is_past = [&](double value) { return is_at_most ? value > bound : value < bound; };
  if (is_past(interval.value)) return Nearness::beyond;
  return is_past(is_at_most ? interval.high : interval.low) ? Nearness::near : Nearness::inside;
}

std::vector<JudgedLimit> judge(const std::vector<Limit>& limits, const LimitPlace& place,
                               const std::vector<Measured>& measured, const Units& units) {
  std::vector<std::string> quantities;
  for (const Limit& limit : limits) {
    if (std::find(quantities.begin(), quantities.end(), limit.quantity) == quantities.end()) {
      quantities.push_back(limit.quantity);
    }
  }
  std::vector<JudgedLimit> all;
  for (const std::string& quantity : quantities) {
    const auto found =
        std::find_if(measured.begin(), measured.end(), [&](const Measured& one) { return one.quantity == quantity; });
    if (found == measured.end()) continue;
    const std::size_t before = all.size();
    for (const bool is_at_most : {true, false}) {
      const Limit* limit = tightest(limits, place, quantity, is_at_most);
      if (limit != nullptr) all.push_back(held_against(*limit, place, *found, units));
    }
    if (all.size() == before) all.push_back(unlimited(*found, units));
  }
  return all;
}

std::vector<JudgedLimit> nearest_of(const std::vector<JudgedLimit>& all) {
  std::vector<JudgedLimit> nearest;
  for (const JudgedLimit& one : all) {
    const auto same = std::find_if(nearest.begin(), nearest.end(), [&](const JudgedLimit& other) {
      const bool is_same_kind = (one.nearness == Nearness::no_limit) == (other.nearness == Nearness::no_limit);
      return is_same_kind && one.quantity == other.quantity && one.is_at_most == other.is_at_most;
    });
    if (same == nearest.end()) {
      nearest.push_back(one);
    } else if (one.nearness != Nearness::no_limit && one.distance < same->distance) {
      *same = one;
    }
  }
  std::stable_sort(nearest.begin(), nearest.end(),
                   [](const JudgedLimit& a, const JudgedLimit& b) { return a.nearness < b.nearness; });
  return nearest;
}

std::string sentence_of(const JudgedLimit& judged) {
  const Interval& value = judged.value;
  std::string said = fmt::format("{}: {}", judged.meaning, number_with_unit(value.value, judged.unit));
  if (value.low < value.high) said += fmt::format(" [{}, {}]", short_text(value.low), short_text(value.high));
  if (judged.nearness == Nearness::no_limit) return said + "; no published limit here is known to us.";
  const std::string where = judged.where.empty() ? "" : fmt::format(" ({})", judged.where);
  said += fmt::format("; {} {}{}: ", judged.is_at_most ? "at most" : "at least",
                      number_with_unit(judged.bound, judged.unit), where);
  const double off = judged.distance < 0 ? -judged.distance : judged.distance;
  if (judged.nearness == Nearness::beyond) said += fmt::format("beyond by {}", number_with_unit(off, judged.unit));
  if (judged.nearness == Nearness::near) said += "near, the interval reaches past it";
  if (judged.nearness == Nearness::inside) said += fmt::format("inside, {} left", number_with_unit(off, judged.unit));
  return fmt::format("{}. {} ({}).", said, judged.reason, judged.is_our_rule() ? "our rule" : judged.source);
}

}  // namespace percuta::safety
