#pragma once

#include <cmath>
#include <cstdint>
#include <string>

#include "percuta/base/text/number.hpp"
#include "percuta/run/run.hpp"

/// Values of a Record as JSON, for the two files that know the JSON library (`Json` keeps its keys in order).
namespace percuta::report {

inline constexpr double k_largest_exact_integer = 9007199254740992;  // 2^53

/// 6 significant digits in their shortest form: 2, not 2.0; null when not finite.
template <class Json>
Json json_number(double value) {
  const double result = rounded(value);
  const bool is_integer = std::abs(result) < k_largest_exact_integer && result == std::floor(result);
  return is_integer ? Json(static_cast<std::int64_t>(result)) : Json(result);
}

template <class Json>
void put_interval(Json& object, const Interval& interval) {
  object["value"] = json_number<Json>(interval.value);
  object["low"] = json_number<Json>(interval.low);
  object["high"] = json_number<Json>(interval.high);
}

/// The inputs that a result follows, the strongest first; nothing where none stands out.
template <class Json>
void put_drivers(Json& object, const std::vector<run::Driver>& drivers) {
  for (const run::Driver& driver : drivers) {
    constexpr int k_steps = 100;  // a correlation of some members is no sharper
    object["driven_by"].push_back(
        {{"key", driver.key},
         {"meaning", driver.meaning},
         {"correlation", json_number<Json>(std::round(driver.correlation * k_steps) / k_steps)}});
  }
}

template <class Json>
Json json_ledger(const run::Record& record) {
  Json rows = Json::array();
  for (const run::LedgerRow& row : record.ledger) {
    rows.push_back({{"name", row.name}, {"value", json_number<Json>(row.value)}, {"unit", row.unit}});
  }
  return rows;
}

/// Each limit with its word, what is left up to it and the sentence for people; those past or near a limit first.
template <class Json>
Json json_limits(const run::Record& record) {
  Json rows = Json::array();
  for (const safety::JudgedLimit& one : record.limits) {
    Json row = Json::object();
    row["quantity"] = one.quantity;
    row["meaning"] = one.meaning;
    row["verdict"] = to_word(one.nearness);
    put_interval(row, one.value);
    if (one.nearness != safety::Nearness::no_limit) {
      row[one.is_at_most ? "at_most" : "at_least"] = json_number<Json>(one.bound);
      row["distance"] = json_number<Json>(one.distance);
    }
    row["unit"] = one.unit;
    row["where"] = one.where;
    row["reason"] = one.reason;
    row["source"] = one.is_our_rule() ? "our rule" : one.source;
    if (record.sessions.size() > 1) row["session"] = one.session;
    row["words"] = sentence_of(one);
    rows.push_back(std::move(row));
  }
  return rows;
}

template <class Json>
Json json_not_built(const run::Record& record) {
  Json rows = Json::array();
  for (const study::NotBuilt& row : record.not_built) rows.push_back({{"room", row.room}, {"reason", row.reason}});
  return rows;
}

template <class Json>
std::string text_of(const Json& json, int indent) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

}  // namespace percuta::report
