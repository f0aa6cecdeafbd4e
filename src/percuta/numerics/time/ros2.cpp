#include "percuta/numerics/time/ros2.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>
#include <ranges>
#include <set>
#include <unordered_set>
#include <utility>

#include "percuta/base/error.hpp"
#include "percuta/numerics/time/ros2_mover.hpp"

namespace percuta::numerics {
namespace {

constexpr double k_gamma = 1 - std::numbers::sqrt2 / 2;
constexpr int k_error_order = 2;
constexpr double k_same_time = 1e-12;  // of a step: nearer than that is there

/// Another grid; a balance of nothing that moves; or cells that hold nothing, which have no course in time.
void refuse_unfit(const ReactingField& field, const Layout& layout) {
  const std::string& name = field.start.name();
  if (!(field.start.layout() == layout) || (field.matrix != nullptr && !(field.matrix->layout() == layout))) {
    throw InputError(fmt::format("the field '{}' and what it moves by must be on the grid of the first", name));
  }
  if (field.matrix == nullptr && field.is_quasi_steady) {
    throw InputError(
        fmt::format("'{}' is quasi-steady but does not move: give it a matrix, or a course in time", name));
  }
  if (field.matrix == nullptr) return;
  std::unordered_set<Index> held;
  for (const Held& one : field.matrix->held()) held.insert(one.cell);
  for_each_cell(layout, [&](Index i, Index j, Index k) {
    const Index cell = layout.at(i, j, k);
    if (field.matrix->mass()[cell] > 0 || held.contains(cell)) return;
    throw InputError(fmt::format("'{}' moves through cells without capacity: give them one, hold or cut them", name));
  });
}

}  // namespace

Ros2::~Ros2() = default;

Ros2::Ros2(std::vector<ReactingField> fields, Reaction reaction, double t, const StepSettings& step,
           const SolveSettings& solve)
    : reaction_(std::move(reaction)), step_(step), t_(t), dt_(std::min(step.first, step.longest)) {
  if (fields.empty()) throw InputError("nothing reacts: a reaction needs at least one field");
  layout_ = fields.front().start.layout();
  room_ = std::make_unique<Room>(layout_, solve);
  ranges_ = room_->ranges;
  for (ReactingField& field : fields) {
    refuse_unfit(field, layout_);
    State state;
    state.value = std::move(field.start);
    const Field empty(state.value.name(), state.value.unit(), layout_);
    state.first = state.second = empty;
    state.matrix = field.matrix;
    state.atol = step.atol;
    state.by_slab.resize(static_cast<std::size_t>(layout_.ny));
    if (field.matrix != nullptr) {
      if (room_->work.bytes() == 0) room_->work = empty;
      state.labels = field.matrix->row_names(std::move(field.labels));
      state.is_quasi_steady = field.is_quasi_steady;
      state.mover = std::make_unique<Mover>(*field.matrix, field.is_stiff || field.is_quasi_steady);
    }
    state.ledger.start = state.ledger.now = content(state, state.value);
    fields_.push_back(std::move(state));
  }
  count_cells();
  balance_now();
}

std::size_t Ros2::bytes() const {
  std::size_t sum = room_->bytes();
  std::set<const Transmissibilities*> matrices;
  for (const State& state : fields_) {
    sum += state.value.bytes() + state.first.bytes() + state.second.bytes() + state.by_slab.size() * sizeof(EndSums);
    if (state.mover) sum += state.mover->bytes();
    if (state.matrix != nullptr && matrices.insert(state.matrix).second) sum += state.matrix->bytes();
  }
  return sum;
}

/// Amount of a field in all cells [unit m3]; one a cell where it does not move, nothing of what has no memory.
double Ros2::content(const State& state, const Field& field) const {
  if (state.is_quasi_steady) return 0;
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

/// Over slabs, in the order that does not know of threads.
double Ros2::sum(const State& state, double EndSums::* what) const {
  return sum_over_cells({{0, layout_.ny}}, [&](Index j) { return state.by_slab[static_cast<std::size_t>(j)].*what; });
}

/// What exchanges and neighbours make of the value, or of value + dt k1 once that is there, per time.
void Ros2::set_flow(State& state, double dt) {
  if (!state.mover || state.is_quasi_steady) return;
  if (dt == 0) return room_->set_flow(*state.mover, state.value, state.first);
  combine(ranges_, room_->work, {{1, &state.value}, {dt, &state.first}});
  room_->set_flow(*state.mover, room_->work, state.second);
}

/// Turns k (the cells' answer v) into the stage's k; books what came through the exchanges with the weight 1/2 that
/// both stages have: of value + gamma dt k, or of value + dt k1 + gamma dt k in the second.
void Ros2::diffuse(State& state, double dt, bool is_second) {
  const double weight = 0.5 * dt, own = k_gamma * dt, before = is_second ? dt : 0;
  const double reacted = sum(state, &EndSums::content);
  if (state.is_quasi_steady) return book_balance(state, is_second ? state.second : state.value, weight);
  if (!state.mover) return state.gains.push_back({"reaction", weight * reacted});
  Field& k = is_second ? state.second : state.first;
  const Room::Solved solved = room_->solve(*state.mover, k, 1 / own, is_second ? &state.first : nullptr);
  count_.iterations += solved.iterations;
  double made = state.matrix->mass_scale() * reacted;
  if (state.mover->is_stiff) made -= own * room_->decayed(*state.mover, k);
  state.gains.push_back({"reaction", weight * made});
  for (const auto& [label, name] : state.labels) {
    double out = state.matrix->outflow(label, state.value) + own * state.mover->outflow_of_change(label, k);
    if (is_second) out += before * state.mover->outflow_of_change(label, state.first);
    state.gains.push_back({name, -weight * out});
  }
  double sunk = state.matrix->sunk(state.value) + own * state.matrix->sunk(k);
  if (is_second) sunk += before * state.matrix->sunk(state.first);
  state.gains.push_back({"sink", -weight * sunk});
  state.gains.push_back({"solver", -weight * own * state.matrix->scale() * solved.rest});
}

/// One row of that, from a cell on; runs of cells that are left out are in no error and not the least.
void Ros2::end_row(State& state, double dt, Index at, EndSums& sums) const {
  const auto end = [&](Index from, Index n, EndSums& of) {
    const float* mass = state.mover ? state.matrix->mass() + from : nullptr;
    room_->kernels.end({n, dt, state.atol, step_.rtol, step_.must_stay_positive, mass, state.value.cells() + from,
                        state.first.cells() + from, state.second.cells() + from},
                       of);
  };
  if (state.mover || room_->left_out.empty()) return end(at, layout_.nx, sums);
  const unsigned char* left_out = room_->left_out.cells() + at;
  EndSums aside;
  for (Index i = 0, n = 1; i < layout_.nx; i += n, n = 1) {
    while (i + n < layout_.nx && left_out[i + n] == left_out[i]) ++n;
    end(at + i, n, left_out[i] != 0 ? aside : sums);
  }
  sums.content += aside.content;
  sums.added += aside.added;
  sums.clipped += aside.clipped;
}

/// Turns k2 into the end of the step, with its sums; false when that cannot stand.
bool Ros2::end_step(State& state, double dt) {
  for_cells(ranges_, [&](Index j) {
    EndSums sums;
    for (Index k = 0; k < layout_.nz; ++k) end_row(state, dt, layout_.at(0, j, k), sums);
    state.by_slab[static_cast<std::size_t>(j)] = sums;
  });
  const double scale = state.mover ? state.matrix->mass_scale() : 1;
  state.end = {sum(state, &EndSums::error), scale * sum(state, &EndSums::content), scale * sum(state, &EndSums::added),
               sum(state, &EndSums::clipped), 0};
  for (const EndSums& slab : state.by_slab) state.end.least = std::min(state.end.least, slab.least);
  const bool is_negative = step_.must_stay_positive && !step_.is_fixed && state.end.least < -state.atol;
  return !is_negative && std::isfinite(state.end.error);
}

bool Ros2::try_step(double dt) {
  for (State& state : fields_) {
    state.gains.clear();
    set_flow(state, 0);
  }
  if (std::none_of(fields_.begin(), fields_.end(), [](const State& state) { return state.mover != nullptr; })) {
    bool is_sound = react_alone(t_, dt);
    for (State& state : std::views::reverse(fields_)) is_sound = is_sound && end_step(state, dt);
    return is_sound;
  }
  if (!react(t_, dt, false)) return false;
  for (State& state : fields_) {
    diffuse(state, dt, false);
    set_flow(state, dt);
  }
  if (!balance_stage(dt) || !react(t_ + dt, dt, true)) return false;
  bool is_sound = true;
  for (State& state : std::views::reverse(fields_)) {  // the last field's matrix is still at hand
    diffuse(state, dt, true);
    if (!state.is_quasi_steady) is_sound = end_step(state, dt) && is_sound;
  }
  return is_sound && balance_end(dt);
}

/// Root mean square of what the second stage changed, over what is tolerated.
double Ros2::error(const State& state) const {
  return std::sqrt(state.end.error / static_cast<double>(std::max<Index>(1, state.cells)));
}

/// Cells that take part: of a field that moves those with a capacity, of others those that anything that moves has.
void Ros2::count_cells() {
  std::optional<std::unordered_set<Index>> cut;  // for all that moves
  for (const State& state : fields_) {
    if (!state.mover) continue;
    std::unordered_set<Index> mine;
    for (const Held& held : state.matrix->held()) {
      if (held.is_cut) mine.insert(held.cell);
    }
    if (cut) std::erase_if(mine, [&](Index cell) { return !cut->contains(cell); });
    cut = std::move(mine);
  }
  room_->leave_out(cut ? *cut : std::unordered_set<Index>());
  const Index still = layout_.cells() - (cut ? static_cast<Index>(cut->size()) : 0);
  for (State& state : fields_) state.cells = state.mover ? state.mover->cells : still;
}

void Ros2::accept(double dt) {
  write_outputs(dt);
  for (State& state : fields_) {
    for (const TimeLedger::Row& row : state.gains) state.ledger.add(row.name, row.amount);
    std::swap(state.value, state.second);
    count_.clipped_cells += static_cast<Index>(state.end.clipped);
    if (state.end.clipped > 0) state.ledger.add("clipped", state.end.added);
    state.ledger.now = state.end.content;
  }
  ++count_.accepted;
}

/// The parabola through both ends with the slope of the first stage, which the last asked for in a step overwrites.
void Ros2::write_outputs(double dt) {
  const auto place = [&](std::size_t output) { return (output_.times[output] - t_) / dt; };
  for (; next_output_ < output_.times.size(); ++next_output_) {
    if (output_.times[next_output_] <= done_until_ || output_.times[next_output_] < t_) continue;
    if (place(next_output_) > 1 + k_same_time) return;
    const double s = std::min(place(next_output_), 1.0);
    const bool is_last = next_output_ + 1 == output_.times.size() || place(next_output_ + 1) > 1 + k_same_time;
    std::vector<Field> copies(is_last ? 0 : fields_.size());
    std::vector<const Field*> seen;
    for (std::size_t f = 0; f < fields_.size(); ++f) {
      State& state = fields_[f];
      if (!is_last) copies[f] = state.first;
      Field& out = is_last ? state.first : copies[f];
      combine(ranges_, out, {{1 - s * s, &state.value}, {s * s, &state.second}, {(s - s * s) * dt, &state.first}});
      seen.push_back(&out);
    }
    if (output_.take) output_.take(output_.times[next_output_], seen);
  }
}

void Ros2::add_event(TimeEvent event) {
  const auto later = [](const TimeEvent& a, const TimeEvent& b) { return a.time < b.time; };
  events_.insert(std::upper_bound(events_.begin(), events_.end(), event, later), std::move(event));
}

/// After a matrix may have changed.
void Ros2::refresh(State& state) {
  if (!state.mover) return;
  state.mover->refresh();
  state.labels = state.matrix->row_names(std::move(state.labels));
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
      refresh(state);
    }
    room_->forget();
    count_cells();
    balance_now();
    dt_ = std::min(step_.first, step_.longest);
  }
}

void Ros2::give_up(double dt) const {
  throw SolverError(
      fmt::format("the reaction step at {:.6g} s had to become shorter than {:.3g} s and was still too long; try a "
                  "larger tolerance (rtol {:.3g}) or rate laws that change less abruptly{}",
                  t_, dt, step_.rtol, has_balance() ? ", and see that what is quasi-steady keeps a balance" : ""));
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
      for (const State& state : fields_) worst = std::max(worst, step_.is_fixed ? 0 : error(state));
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
