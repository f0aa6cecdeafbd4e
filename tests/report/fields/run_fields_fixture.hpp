#pragma once

#include <bit>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "percuta/report/fields/run_fields.hpp"

/// A small run with two rooms on grids of their own, one of which keeps two quantities, one of them less often, and
/// where it stands: with doubles that are easily lost.
namespace percuta::report {

inline numerics::Layout small_layout() {
  return {5, 3, 4, true, false};
}

inline numerics::Field odd_values(const std::string& name, const std::string& unit, double offset) {
  numerics::Field field(name, unit, small_layout());
  double value = offset;
  numerics::for_each_cell(small_layout(), [&](numerics::Index i, numerics::Index j, numerics::Index k) {
    field(i, j, k) = value = 1 / (value + 0.1);
  });
  field(0, 0, 0) = -0.0;
  field(1, 0, 0) = std::numeric_limits<double>::denorm_min();
  field(2, 1, 3) = std::numeric_limits<double>::max();
  field(4, 2, 3) = -std::numeric_limits<double>::infinity();
  return field;
}

inline numerics::TimeCheckpoint small_checkpoint() {
  numerics::TimeLedger ledger{{{"top", 0.1}, {"", -0.0}, {"stratum corneum \xC2\xB5", 5e-324}}, 1.0 / 3, 2.0 / 3};
  return {0.1, 1e-3, {12, 3, 456, 7}, {odd_values("c", "kg/m3", 1), odd_values("rate", "", 2)}, {ledger, {}}};
}

inline RunFields small_run() {
  numerics::Grid grid(small_layout(), 1e-4 / 3, 1e-4 / 7, {0, 1e-5, 3e-5, 7e-5, 1.5e-4});
  RoomState state{{small_checkpoint(), small_checkpoint()}, {odd_values("held", "mol", 3)}, {}, {}};
  state.numbers = {{"booked.000", {0.1, -0.0, 5e-324}}, {"place", {1}}};
  state.words = {{"under_way", "ascorbic-acid"}};
  const std::vector<FieldSeries> series = {
      {{0, 0.1, 60}, {odd_values("T", "K", 300), odd_values("T", "K", 301), odd_values("T", "K", 302)}},
      {{60}, {odd_values("c", "kg/m3", 0)}}};
  const numerics::Grid coarse({1, 2, 2}, 1e-3, 1e-3, {-1e-5, 0, 1e-3});
  return {"9f3c", {{"heat", coarse, {}, std::nullopt}, {"transport", grid, series, state}}};
}

inline std::uint64_t bits(double value) {
  return std::bit_cast<std::uint64_t>(value);
}

inline bool are_same(const numerics::Field& a, const numerics::Field& b) {
  bool is_same = a.name() == b.name() && a.unit() == b.unit() && a.layout() == b.layout();
  if (!is_same) return false;
  numerics::for_each_cell(a.layout(), [&](numerics::Index i, numerics::Index j, numerics::Index k) {
    is_same = is_same && bits(a(i, j, k)) == bits(b(i, j, k));
  });
  return is_same;
}

inline bool are_same(const std::vector<numerics::Field>& a, const std::vector<numerics::Field>& b) {
  bool is_same = a.size() == b.size();
  for (std::size_t n = 0; is_same && n < a.size(); ++n) is_same = are_same(a[n], b[n]);
  return is_same;
}

inline bool are_same(const numerics::TimeLedger& a, const numerics::TimeLedger& b) {
  bool is_same = a.rows.size() == b.rows.size() && bits(a.start) == bits(b.start) && bits(a.now) == bits(b.now);
  for (std::size_t n = 0; is_same && n < a.rows.size(); ++n) {
    is_same = a.rows[n].name == b.rows[n].name && bits(a.rows[n].amount) == bits(b.rows[n].amount);
  }
  return is_same;
}

inline bool are_same(const numerics::TimeCheckpoint& a, const numerics::TimeCheckpoint& b) {
  bool is_same = bits(a.time) == bits(b.time) && bits(a.step) == bits(b.step) && a.count.accepted == b.count.accepted &&
                 a.count.rejected == b.count.rejected && a.count.iterations == b.count.iterations &&
                 a.count.clipped_cells == b.count.clipped_cells && are_same(a.fields, b.fields) &&
                 a.ledgers.size() == b.ledgers.size();
  for (std::size_t n = 0; is_same && n < a.ledgers.size(); ++n) is_same = are_same(a.ledgers[n], b.ledgers[n]);
  return is_same;
}

inline bool are_same(const RoomState& a, const RoomState& b) {
  bool is_same = a.walks.size() == b.walks.size() && are_same(a.fields, b.fields) && a.words == b.words &&
                 a.numbers.size() == b.numbers.size();
  for (std::size_t n = 0; is_same && n < a.walks.size(); ++n) is_same = are_same(a.walks[n], b.walks[n]);
  for (auto one = a.numbers.begin(), other = b.numbers.begin(); is_same && one != a.numbers.end(); ++one, ++other) {
    is_same = one->first == other->first && one->second.size() == other->second.size();
    for (std::size_t i = 0; is_same && i < one->second.size(); ++i) {
      is_same = bits(one->second[i]) == bits(other->second[i]);
    }
  }
  return is_same;
}

inline bool are_same(const RoomFields& a, const RoomFields& b) {
  bool is_same = a.room == b.room && a.grid.layout() == b.grid.layout() && a.grid.dx() == b.grid.dx() &&
                 a.grid.dy() == b.grid.dy() && a.grid.z_edges() == b.grid.z_edges() &&
                 a.series.size() == b.series.size() && a.state.has_value() == b.state.has_value();
  for (std::size_t n = 0; is_same && n < a.series.size(); ++n) {
    is_same = a.series[n].times == b.series[n].times && are_same(a.series[n].values, b.series[n].values);
  }
  return is_same && (!a.state || are_same(*a.state, *b.state));
}

inline bool are_same(const RunFields& a, const RunFields& b) {
  bool is_same = a.inputs_hash == b.inputs_hash && a.rooms.size() == b.rooms.size();
  for (std::size_t n = 0; is_same && n < a.rooms.size(); ++n) is_same = are_same(a.rooms[n], b.rooms[n]);
  return is_same;
}

}  // namespace percuta::report
