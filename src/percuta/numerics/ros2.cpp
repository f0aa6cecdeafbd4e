#include "percuta/numerics/ros2.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

#include "percuta/base/error.hpp"
#include "percuta/numerics/ros2_mover.hpp"

namespace percuta::numerics {
namespace {

constexpr double k_gamma = 1 - std::numbers::sqrt2 / 2;
constexpr double k_first = 1.5, k_second = 0.5;  // weights of the stages
constexpr int k_error_order = 2;
constexpr double k_same_time = 1e-12;  // of a step: nearer than that is there

}  // namespace

Ros2::~Ros2() = default;

Ros2::Ros2(std::vector<ReactingField> fields, Reaction reaction, double t, const StepSettings& step,
           const SolveSettings& solve)
    : reaction_(std::move(reaction)), step_(step), t_(t), dt_(step.first) {
  if (fields.empty()) throw InputError("nothing reacts: a reaction needs at least one field");
  layout_ = fields.front().start.layout();
  ranges_ = slab_ranges(layout_, solve.threads);
  for (ReactingField& field : fields) {
    State state;
    const Field empty(field.start.name(), field.start.unit(), layout_);
    state.value = std::move(field.start);
    for (Field* each : {&state.first, &state.second, &state.flow, &state.trial}) *each = empty;
    state.matrix = field.matrix;
    if (field.matrix != nullptr) state.labels = field.matrix->row_names(std::move(field.labels));
    state.atol = step.atol;
    if (field.matrix != nullptr)
      state.mover = std::make_unique<Mover>(*field.matrix, solve, field.is_stiff, empty.name());
    state.ledger.start = state.ledger.now = content(state, state.value);
    fields_.push_back(std::move(state));
  }
}

/// Amount of a field in all cells [unit m3]; one a cell where it does not move.
double Ros2::content(const State& state, const Field& field) const {
  if (state.matrix == nullptr) return total(ranges_, field);
  return sum_over_cells(ranges_, [&](Index j) {
    double sum = 0;
    for (Index k = 0; k < layout_.nz; ++k) {
      for (Index c = layout_.at(0, j, k); c < layout_.at(layout_.nx, j, k); ++c) {
        sum += state.matrix->mass_of(c) * field.cells()[c];
      }
    }
    return sum;
  });
}

/// What exchanges and neighbours make of a value, per time.
void Ros2::set_flow(State& state, Field& value) {
  if (state.matrix == nullptr) return state.flow.fill(0);
  state.mover->set_flow(value, state.flow);
}

/// Turns k (the cells' answer v) into the stage's k; books what came through the exchanges with the weight 1/2 that
/// both stages have: of value + gamma dt k, or of `trial` + gamma dt k in the second.
void Ros2::diffuse(State& state, double dt, Field& k, const Field* other) {
  const double weight = 0.5 * dt;
  const double given = content(state, k) + (other != nullptr ? 2 * content(state, *other) : 0);
  state.gains.push_back({"reaction", weight * (given - content(state, state.flow))});
  if (state.matrix == nullptr) return;
  count_.iterations += state.mover->solve(k, 1 / (k_gamma * dt));
  const Field& base = other != nullptr ? state.trial : state.value;
  for (const auto& [label, name] : state.labels) {
    const double out = state.matrix->outflow(label, base) + k_gamma * dt * state.mover->outflow_of_change(label, k);
    state.gains.push_back({name, -weight * out});
  }
  if (state.mover->is_stiff) {
    state.gains.push_back({"reaction", -weight * k_gamma * dt * state.mover->decayed(k)});
  }
  const double sunk = state.matrix->sunk(base) + k_gamma * dt * state.matrix->sunk(k);
  state.gains.push_back({"sink", -weight * sunk});
}

bool Ros2::try_step(double dt) {
  for (State& state : fields_) {
    state.gains.clear();
    set_flow(state, state.value);
  }
  if (!react(t_, dt, false)) return false;
  for (State& state : fields_) {
    diffuse(state, dt, state.first, nullptr);
    combine(ranges_, state.trial, {{1, &state.value}, {dt, &state.first}});
    set_flow(state, state.trial);
  }
  if (!react(t_ + dt, dt, true)) return false;
  bool is_sound = true;
  for (State& state : fields_) {
    diffuse(state, dt, state.second, &state.first);
    combine(ranges_, state.trial, {{1, &state.value}, {k_first * dt, &state.first}, {k_second * dt, &state.second}});
    const bool is_negative = step_.must_stay_positive && !step_.is_fixed && state.trial.least() < -state.atol;
    is_sound = is_sound && !is_negative;
  }
  return is_sound;
}

/// Root mean square of what the second stage changed, over what is tolerated.
double Ros2::error(const State& state, double dt) const {
  const double square = sum_over_cells(ranges_, [&](Index j) {
    double sum = 0;
    for (Index k = 0; k < layout_.nz; ++k) {
      for (Index c = layout_.at(0, j, k); c < layout_.at(layout_.nx, j, k); ++c) {
        const double size = std::max(std::abs(state.value.cells()[c]), std::abs(state.trial.cells()[c]));
        const double part =
            0.5 * dt * (state.first.cells()[c] + state.second.cells()[c]) / (state.atol + step_.rtol * size);
        sum += part * part;
      }
    }
    return sum;
  });
  return std::sqrt(square / static_cast<double>(layout_.cells()));
}

void Ros2::accept(double dt) {
  write_outputs(dt);
  for (State& state : fields_) {
    for (const TimeLedger::Row& row : state.gains) state.ledger.add(row.name, row.amount);
    std::swap(state.value, state.trial);
    if (step_.must_stay_positive) {
      const double before = content(state, state.value);
      Index clipped = 0;
      for_each_cell(layout_, [&](Index i, Index j, Index k) {
        double& value = state.value(i, j, k);
        if (value >= 0 || value < -state.atol) return;
        value = 0;
        ++clipped;
      });
      count_.clipped_cells += clipped;
      if (clipped > 0) state.ledger.add("clipped", content(state, state.value) - before);
    }
    state.ledger.now = content(state, state.value);
  }
  ++count_.accepted;
}

/// The parabola through both ends with the slope of the first stage.
void Ros2::write_outputs(double dt) {
  for (; next_output_ < output_.times.size(); ++next_output_) {
    if (output_.times[next_output_] <= done_until_) continue;
    const double at = (output_.times[next_output_] - t_) / dt;
    if (at > 1 + k_same_time) return;
    const double s = std::min(at, 1.0);
    std::vector<const Field*> seen;
    for (State& state : fields_) {
      combine(ranges_, state.flow,
              {{1 - s * s, &state.value}, {s * s, &state.trial}, {(s - s * s) * dt, &state.first}});
      seen.push_back(&state.flow);
    }
    if (output_.take) output_.take(output_.times[next_output_], seen);
  }
}

void Ros2::add_event(TimeEvent event) {
  const auto later = [](const TimeEvent& a, const TimeEvent& b) { return a.time < b.time; };
  events_.insert(std::upper_bound(events_.begin(), events_.end(), event, later), std::move(event));
}

void Ros2::act_on_events() {
  while (!events_.empty() && events_.front().time <= t_) {
    const TimeEvent event = std::move(events_.front());
    events_.erase(events_.begin());
    if (event.time <= done_until_) continue;
    std::vector<Field*> values;
    values.reserve(fields_.size());
    for (State& state : fields_) values.push_back(&state.value);
    if (event.act) event.act(t_, values);
    for (State& state : fields_) {
      const double now = content(state, state.value);
      state.ledger.add("events", now - state.ledger.now);
      state.ledger.now = now;
      if (state.mover) state.mover->refresh();
    }
    dt_ = step_.first;
  }
}

void Ros2::give_up(double dt) const {
  throw SolverError(
      fmt::format("the reaction step at {:.6g} s had to become shorter than {:.3g} s and was still too long; try a "
                  "larger tolerance "
                  "(rtol {:.3g}) or rate laws that change less abruptly",
                  t_, dt, step_.rtol));
}

void Ros2::advance(double t_end) {
  act_on_events();
  while (t_ < t_end) {
    const double stop = events_.empty() ? t_end : std::min(t_end, events_.front().time), left = stop - t_;
    const bool is_last = dt_ >= left * (1 - k_same_time);
    const double even = step_.is_fixed ? dt_ : std::max(0.5 * left, left - dt_);  // no sliver at the end
    const double dt = is_last ? left : std::min(dt_, even);
    NextStep next{false, 0.5 * dt};
    if (try_step(dt)) {
      double worst = 0;
      for (const State& state : fields_) worst = std::max(worst, step_.is_fixed ? 0 : error(state, dt));
      next = next_step(worst, dt, k_error_order, step_);
    }
    if (!next.is_accepted) {
      if (next.length < step_.least) give_up(next.length);
      ++count_.rejected;
      dt_ = next.length;
      continue;
    }
    accept(dt);
    t_ = is_last ? stop : t_ + dt;
    if (!step_.is_fixed && (!is_last || next.length < dt_)) dt_ = next.length;
    act_on_events();
  }
}

}  // namespace percuta::numerics
