#include <algorithm>
#include <atomic>
#include <numbers>

#include "percuta/numerics/time/ros2_mover.hpp"

namespace percuta::numerics {
namespace {

constexpr double k_gamma = 1 - std::numbers::sqrt2 / 2;
constexpr std::size_t k_stages = 2;

}  // namespace

/// Room for the systems of one run of cells.
struct Ros2::Systems {
  explicit Systems(std::size_t fields)
      : jacobian(fields * fields * k_cells_at_once),
        rates(fields * k_cells_at_once),
        rest(fields * k_cells_at_once),
        trial(fields * k_cells_at_once),
        is_filled(fields * fields),
        moves(fields),
        entries(fields * fields),
        rate(fields),
        out(fields),
        value(fields),
        first(fields),
        mass(fields),
        decay(fields),
        decays(fields),
        sums(fields),
        nothing(k_cells_at_once),
        lost(k_cells_at_once),
        weightless(k_cells_at_once) {
    for (std::size_t e = 0; e < entries.size(); ++e) entries[e] = jacobian.data() + e * k_cells_at_once;
    for (std::size_t f = 0; f < fields; ++f) rate[f] = rates.data() + f * k_cells_at_once;
  }
  std::vector<double> jacobian, rates, rest, trial;
  std::vector<unsigned char> is_filled, moves;
  std::vector<double*> entries, rate, out;
  std::vector<const double*> value, first;
  std::vector<const float*> mass;
  std::vector<Decay> decay;
  std::vector<Decay*> decays;
  std::vector<double> sums, nothing, lost;
  std::vector<float> weightless;

  /// Makes the Jacobian 0 again: what the last solve left unfilled is.
  void clear_jacobian() {
    for (std::size_t e = 0; e < entries.size(); ++e) {
      if (is_filled[e] != 0) std::fill_n(entries[e], k_cells_at_once, 0.0);
    }
  }

  /// A field in balance answers the others at once: its row says only that what they change and its own decay and sinks
  /// cancel, where those are faster than the stage. Gives the sum of its mass x rate.
  double answer_at_once(std::size_t field, const Transmissibilities& matrix, const CellRun& cells, double stage) {
    const float *m = matrix.mass() + cells.first, *sink = matrix.sink() + cells.first;
    const double ratio = matrix.mass_scale() / matrix.scale();
    double* own = entries[field * (rate.size() + 1)];
    double sum = 0;
    for (Index i = 0; i < cells.n; ++i) {
      sum += static_cast<double>(m[i]) * rate[field][i];
      const double sunk = m[i] > 0 ? static_cast<double>(sink[i]) / (ratio * static_cast<double>(m[i])) : 0;
      own[i] = std::min(0.0, 1 / stage + own[i] - sunk);
      rate[field][i] = 0;
    }
    return sum;
  }
};

/// Points the systems of a run at their cells.
void Ros2::aim(Index first_cell, bool is_second, Systems& systems) {
  for (std::size_t f = 0; f < fields_.size(); ++f) {
    State& state = fields_[f];
    systems.value[f] = state.value.cells() + first_cell;
    systems.first[f] = state.first.cells() + first_cell;
    systems.out[f] = (is_second ? state.second : state.first).cells() + first_cell;
    systems.moves[f] = state.mover ? 1 : 0;
    systems.mass[f] = state.mover ? state.matrix->mass() + first_cell : nullptr;
    systems.decays[f] = nullptr;
    if (state.is_quasi_steady) {
      systems.out[f] = systems.lost.data();
      systems.moves[f] = 0;
      systems.mass[f] = systems.weightless.data();
      continue;
    }
    if (!state.mover || !state.mover->is_stiff) continue;
    float* sinks = state.mover->with_decay.cells() + first_cell;  // both stages have the same
    systems.decay[f] = {state.matrix->sink() + first_cell, systems.mass[f], is_second ? nullptr : sinks,
                        state.matrix->mass_scale() / state.matrix->scale()};
    systems.decays[f] = &systems.decay[f];
  }
}

/// Points the systems at value + dt k1.
void Ros2::take_trial(const CellRun& cells, double dt, Systems& systems) const {
  for (std::size_t f = 0; f < fields_.size(); ++f) {
    double* trial = systems.trial.data() + f * k_cells_at_once;
    for (Index i = 0; i < cells.n; ++i) trial[i] = systems.value[f][i] + dt * systems.first[f][i];
    systems.value[f] = trial;
  }
}

bool Ros2::react_run(CellRun cells, double dt, bool is_second, Systems& systems) {
  aim(cells.first, is_second, systems);
  std::fill(systems.jacobian.begin(), systems.jacobian.end(), 0.0);
  std::fill(systems.rates.begin(), systems.rates.end(), 0.0);
  cells.value = systems.value.data();
  reaction_.jacobian(cells, systems.entries.data());  // both stages use that of the step's beginning
  if (is_second) take_trial(cells, dt, systems);
  reaction_.rate(cells, systems.rate.data());
  for (std::size_t f = 0; f < fields_.size(); ++f) {
    if (!fields_[f].is_quasi_steady) continue;
    systems.sums[f] += systems.answer_at_once(f, *fields_[f].matrix, cells, k_gamma * dt);
    systems.first[f] = systems.nothing.data();
  }
  return room_->kernels.solve_stage(
      {static_cast<Index>(fields_.size()), cells.n, k_gamma * dt, systems.jacobian.data(), systems.rates.data(),
       systems.rest.data(), systems.is_filled.data(), systems.out.data(), is_second ? systems.first.data() : nullptr,
       systems.moves.data(), systems.mass.data(), systems.decays.data(), systems.sums.data()});
}

/// Both stages of cells that nothing moves through, one after the other, with one and the same factors. Adds what the
/// reaction made to `made`, one list a stage.
bool Ros2::react_run_alone(CellRun cells, double dt, Systems& systems, std::vector<double>* made) {
  systems.clear_jacobian();
  bool is_sound = true;
  for (const bool is_second : {false, true}) {
    aim(cells.first, is_second, systems);
    std::fill(systems.rates.begin(), systems.rates.end(), 0.0);
    cells.value = systems.value.data();
    if (is_second) take_trial(cells, dt, systems);
    if (!is_second && reaction_.both) {
      reaction_.both(cells, systems.rate.data(), systems.entries.data());
    } else {
      if (!is_second) reaction_.jacobian(cells, systems.entries.data());
      reaction_.rate(cells, systems.rate.data());
    }
    StageRun run{static_cast<Index>(fields_.size()),
                 cells.n,
                 k_gamma * dt,
                 systems.jacobian.data(),
                 systems.rates.data(),
                 systems.rest.data(),
                 systems.is_filled.data(),
                 systems.out.data(),
                 is_second ? systems.first.data() : nullptr,
                 systems.moves.data(),
                 systems.mass.data(),
                 systems.decays.data(),
                 made[is_second ? 1 : 0].data()};
    run.is_factored = is_second;
    is_sound = room_->kernels.solve_stage(run) && is_sound;
    cells.t += dt;
  }
  return is_sound;
}

/// Every cell's two stages where nothing moves; books what the reaction made.
bool Ros2::react_alone(double t, double dt) {
  std::atomic<bool> is_sound{true};
  std::vector<std::vector<double>> made[k_stages];  // [slab][field]
  for (auto& stage : made) stage.assign(static_cast<std::size_t>(layout_.ny), std::vector<double>(fields_.size()));
  if (systems_.empty()) {
    for (std::size_t r = 0; r < ranges_.size(); ++r) systems_.push_back(std::make_shared<Systems>(fields_.size()));
  }
  for_columns(ranges_, 1, [&](int, SlabRange range) {
    std::size_t number = 0;
    while (ranges_[number].first != range.first) ++number;
    Systems& systems = *systems_[number];
    for (Index j = range.first; j < range.last; ++j) {
      std::vector<double> sums[k_stages];
      for (std::vector<double>& stage : sums) stage.resize(fields_.size());
      for (Index row = j * layout_.nz; row < (j + 1) * layout_.nz; ++row) {
        for (Index i = 0; i < layout_.nx; i += k_cells_at_once) {
          const CellRun cells{t, row * layout_.stride() + i, std::min(k_cells_at_once, layout_.nx - i), nullptr};
          if (!react_run_alone(cells, dt, systems, sums)) is_sound = false;
        }
      }
      for (std::size_t stage = 0; stage < k_stages; ++stage) made[stage][static_cast<std::size_t>(j)] = sums[stage];
    }
  });
  for (std::size_t f = 0; f < fields_.size(); ++f) {
    for (const auto& stage : made) {
      const auto of_slab = [&](Index j) { return stage[static_cast<std::size_t>(j)][f]; };
      fields_[f].gains.push_back({"reaction", 0.5 * dt * sum_over_cells({{0, layout_.ny}}, of_slab)});
    }
  }
  return is_sound;
}

/// Every cell's stage: (1 - gamma dt J) v = rate + flow - 2 k1 (that only in the second), v to first or second, where
/// the flow stood. Sums up what the reaction made.
bool Ros2::react(double t, double dt, bool is_second) {
  std::atomic<bool> is_sound{true};
  for_columns(ranges_, 1, [&](int, SlabRange range) {
    Systems systems(fields_.size());
    for (Index j = range.first; j < range.last; ++j) {
      std::fill(systems.sums.begin(), systems.sums.end(), 0.0);
      for (Index row = j * layout_.nz; row < (j + 1) * layout_.nz; ++row) {
        for (Index i = 0; i < layout_.nx; i += k_cells_at_once) {
          const CellRun cells{t, row * layout_.stride() + i, std::min(k_cells_at_once, layout_.nx - i), nullptr};
          if (!react_run(cells, dt, is_second, systems)) is_sound = false;
        }
      }
      for (std::size_t f = 0; f < fields_.size(); ++f)
        fields_[f].by_slab[static_cast<std::size_t>(j)].content = systems.sums[f];
    }
  });
  if (!is_second) room_->forget();  // decay has changed
  return is_sound;
}

/// Points the systems of a run at the values of a moment, but for what a stage makes of those that are not in balance.
void Ros2::look_at(Index first_cell, Moment moment, Systems& systems) const {
  for (std::size_t f = 0; f < fields_.size(); ++f) {
    const State& state = fields_[f];
    const bool has_moved = moment == Moment::end || (moment == Moment::stage && state.is_quasi_steady);
    systems.value[f] = (has_moved ? state.second : state.value).cells() + first_cell;
    systems.first[f] = state.first.cells() + first_cell;
  }
}

void Ros2::weigh_run(std::size_t field, CellRun cells, const Balance& at, Systems& systems) {
  look_at(cells.first, at.moment, systems);
  for (std::size_t f = 0; f < fields_.size() && at.moment == Moment::stage; ++f) {
    if (fields_[f].is_quasi_steady) continue;
    double* trial = systems.trial.data() + f * k_cells_at_once;
    for (Index i = 0; i < cells.n; ++i) trial[i] = systems.value[f][i] + at.dt * systems.first[f][i];
    systems.value[f] = trial;
  }
  std::fill(systems.jacobian.begin(), systems.jacobian.end(), 0.0);
  std::fill(systems.rates.begin(), systems.rates.end(), 0.0);
  cells.value = systems.value.data();
  reaction_.jacobian(cells, systems.entries.data());
  reaction_.rate(cells, systems.rate.data());
  const Transmissibilities& matrix = *fields_[field].matrix;
  const float *sink = matrix.sink() + cells.first, *mass = matrix.mass() + cells.first;
  float* sinks = fields_[field].mover->with_decay.cells() + cells.first;
  double* right = room_->work.cells() + cells.first;
  const double *own = systems.entries[field * (fields_.size() + 1)], *rate = systems.rate[field];
  const double ratio = matrix.mass_scale() / matrix.scale();
  for (Index i = 0; i < cells.n; ++i) {
    const auto all = static_cast<double>(sink[i]), m = static_cast<double>(mass[i]);
    sinks[i] = static_cast<float>(all + ratio * std::max(0.0, -own[i]) * m);
    right[i] = ratio * m * rate[i] + (static_cast<double>(sinks[i]) - all) * systems.value[field][i];
  }
}

/// Writes the linear problem that is tangent to the balance of a field: its decay among the sinks, what else it makes
/// and what comes from outside to the room's work.
void Ros2::weigh(std::size_t field, const Balance& at) {
  for_columns(room_->ranges, 1, [&](int, SlabRange range) {
    Systems systems(fields_.size());
    for (Index row = range.first * layout_.nz; row < range.last * layout_.nz; ++row) {
      for (Index i = 0; i < layout_.nx; i += k_cells_at_once) {
        const CellRun cells{at.t, row * layout_.stride() + i, std::min(k_cells_at_once, layout_.nx - i), nullptr};
        weigh_run(field, cells, at, systems);
      }
    }
  });
  double* right = room_->work.cells();
  for (const Mover::Load& load : fields_[field].mover->loads) right[load.cell] += load.amount;
  for (const Held& held : fields_[field].matrix->held()) right[held.cell] = held.value;
}

}  // namespace percuta::numerics
