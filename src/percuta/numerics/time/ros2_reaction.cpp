#include <algorithm>
#include <atomic>
#include <numbers>

#include "percuta/numerics/time/ros2_mover.hpp"

namespace percuta::numerics {
namespace {

constexpr double k_gamma = 1 - std::numbers::sqrt2 / 2;

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
        sums(fields) {
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
  std::vector<double> sums;
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
    if (!state.mover || !state.mover->is_stiff) continue;
    float* sinks = state.mover->with_decay.cells() + first_cell;  // both stages have the same
    systems.decay[f] = {state.matrix->sink() + first_cell, systems.mass[f], is_second ? nullptr : sinks,
                        state.matrix->mass_scale() / state.matrix->scale()};
    systems.decays[f] = &systems.decay[f];
  }
}

bool Ros2::react_run(CellRun cells, double dt, bool is_second, Systems& systems) {
  aim(cells.first, is_second, systems);
  std::fill(systems.jacobian.begin(), systems.jacobian.end(), 0.0);
  std::fill(systems.rates.begin(), systems.rates.end(), 0.0);
  cells.value = systems.value.data();
  reaction_.jacobian(cells, systems.entries.data());  // both stages use that of the step's beginning
  for (std::size_t f = 0; f < fields_.size() && is_second; ++f) {
    double* trial = systems.trial.data() + f * k_cells_at_once;
    for (Index i = 0; i < cells.n; ++i) trial[i] = systems.value[f][i] + dt * systems.first[f][i];
    systems.value[f] = trial;
  }
  reaction_.rate(cells, systems.rate.data());
  return room_->kernels.solve_stage(
      {static_cast<Index>(fields_.size()), cells.n, k_gamma * dt, systems.jacobian.data(), systems.rates.data(),
       systems.rest.data(), systems.is_filled.data(), systems.out.data(), is_second ? systems.first.data() : nullptr,
       systems.moves.data(), systems.mass.data(), systems.decays.data(), systems.sums.data()});
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

}  // namespace percuta::numerics
