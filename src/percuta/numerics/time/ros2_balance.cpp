#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "percuta/base/error.hpp"
#include "percuta/numerics/time/ros2_mover.hpp"

namespace percuta::numerics {
namespace {

constexpr int k_most_rounds = 40;
constexpr double k_rounding = 1e-14;  // of the cells' own terms: a residual below it is what sums leave

}  // namespace

bool Ros2::has_balance() const {
  return std::any_of(fields_.begin(), fields_.end(), [](const State& state) { return state.is_quasi_steady; });
}

/// Brings a field nearer to its balance with the others, by Newton with its own slope; true where it was there. The
/// first look says how near that is: each balance takes the solves' tolerance off what it finds, so that what rests
/// comes to rest to rounding.
bool Ros2::settle(std::size_t field, const Balance& at, double& wanted) {
  State& state = fields_[field];
  Field& value = at.moment == Moment::begin ? state.value : state.second;
  for (const Held& held : state.matrix->held()) value.cells()[held.cell] = held.value;  // no part of what is found
  weigh(field, at);
  const auto [left, whole] = room_->imbalance(*state.mover, value);
  if (!std::isfinite(left)) return false;
  const double rounding = k_rounding * whole;
  if (left <= rounding) return true;
  if (wanted < 0) wanted = room_->settings.tolerance * left;
  if (left <= wanted) {
    room_->spread(*state.mover, value, 0);
    return true;
  }
  try {
    count_.iterations += room_->solve_balance(*state.mover, value, 0.5 * std::max(wanted, rounding));
  } catch (const SolverError&) {
    refuse_balance(field, at,
                   "its linear problem cannot be solved as exactly as asked: see that all that is made can leave, or "
                   "try a looser tolerance");
  }
  if (!step_.must_stay_positive) return false;
  for_cells(room_->ranges, [&](Index j) {
    double* cells = value.cells() + j * layout_.slab();
    for (Index c = 0; c < layout_.slab(); ++c) cells[c] = std::max(cells[c], 0.0);  // there Newton begins anew
  });
  return false;
}

void Ros2::refuse_balance(std::size_t field, const Balance& at, const std::string& why) const {
  throw SolverError(
      fmt::format("the quasi-steady field '{}' found no balance at {:.6g} s; {}; or let it have its course "
                  "in time",
                  fields_[field].value.name(), at.t, why));
}

/// All quasi-steady fields, each with all others as they are; SolverError when that does not end.
void Ros2::strike(const Balance& at) {
  std::vector<double> wanted(fields_.size(), -1);
  std::size_t lacking = 0;
  for (int round = 0; round < k_most_rounds; ++round) {
    bool is_struck = true;
    for (std::size_t f = 0; f < fields_.size(); ++f) {
      if (!fields_[f].is_quasi_steady || settle(f, at, wanted[f])) continue;
      is_struck = false;
      lacking = f;
    }
    if (is_struck) return;
  }
  refuse_balance(
      lacking, at,
      fmt::format("it was still moving after {} rounds: try laws that take less where little is left, and no "
                  "other quasi-steady field that it turns into quickly",
                  k_most_rounds));
}

/// Within a step on trial: where there is no balance a shorter one may have it.
bool Ros2::can_strike(const Balance& at) {
  try {
    strike(at);
  } catch (const SolverError&) {
    return false;
  }
  return true;
}

/// At the start, and where an event has changed something.
void Ros2::balance_now() {
  if (has_balance()) strike({Moment::begin, t_, 0});
}

/// With what the others are after dt k1; k1 becomes what brings the field there.
bool Ros2::balance_stage(double dt) {
  if (!has_balance()) return true;
  for (State& state : fields_) {
    if (state.is_quasi_steady) combine(ranges_, state.second, {{1, &state.value}});
  }
  if (!can_strike({Moment::stage, t_ + dt, dt})) return false;
  for (State& state : fields_) {
    if (state.is_quasi_steady) combine(ranges_, state.first, {{1 / dt, &state.second}, {-1 / dt, &state.value}});
  }
  return true;
}

/// With the end of the others; as with those, the error is how far that is from the second stage.
bool Ros2::balance_end(double dt) {
  if (!has_balance()) return true;
  if (!can_strike({Moment::end, t_ + dt, dt})) return false;
  for (State& state : fields_) {
    if (!state.is_quasi_steady) continue;
    const double *begin = state.value.cells(), *first = state.first.cells(), *end = state.second.cells();
    state.end = {};
    state.end.error = sum_over_cells(ranges_, [&](Index j) {
      double sum = 0;
      for (Index k = 0; k < layout_.nz; ++k) {
        for (Index c = layout_.at(0, j, k); c < layout_.at(layout_.nx, j, k); ++c) {
          const double size = std::max(std::abs(begin[c]), std::abs(end[c]));
          const double part = (end[c] - (begin[c] + dt * first[c])) / (state.atol + step_.rtol * size);
          sum += part * part;
        }
      }
      return sum;
    });
  }
  return true;
}

/// Books what a field in balance makes, exchanges and loses; nothing of it stays, so what does not cancel is the
/// solver's.
void Ros2::book_balance(State& state, const Field& value, double weight) {
  const double made = state.matrix->mass_scale() * sum(state, &EndSums::content);
  double rest = made;
  state.gains.push_back({"reaction", weight * made});
  for (const auto& [label, name] : state.labels) {
    const double out = state.matrix->outflow(label, value);
    rest -= out;
    state.gains.push_back({name, -weight * out});
  }
  const double sunk = state.matrix->sunk(value);
  state.gains.push_back({"sink", -weight * sunk});
  state.gains.push_back({"solver", -weight * (rest - sunk)});
}

}  // namespace percuta::numerics
