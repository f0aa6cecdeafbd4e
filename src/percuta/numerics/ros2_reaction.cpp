#include <algorithm>
#include <atomic>
#include <numbers>

#include "percuta/numerics/cell_solve.hpp"
#include "percuta/numerics/ros2.hpp"
#include "percuta/numerics/ros2_mover.hpp"

namespace percuta::numerics {
namespace {

constexpr double k_gamma = 1 - std::numbers::sqrt2 / 2;

}  // namespace

/// Room for the systems of one run of cells.
struct Ros2::Systems {
  explicit Systems(std::size_t fields)
      : jacobian(fields * fields * k_cells_at_once),
        right(fields * k_cells_at_once),
        entries(fields * fields),
        rates(fields),
        values(fields) {
    for (std::size_t e = 0; e < entries.size(); ++e) entries[e] = jacobian.data() + e * k_cells_at_once;
    for (std::size_t f = 0; f < fields; ++f) rates[f] = right.data() + f * k_cells_at_once;
  }
  std::vector<double> jacobian, right;
  std::vector<double*> entries, rates;
  std::vector<const double*> values;
};

bool Ros2::react_run(CellRun cells, double dt, bool is_second, Systems& systems) {
  const std::size_t n = fields_.size();
  cells.value = systems.values.data();
  const auto look_at = [&](bool trial) {
    for (std::size_t f = 0; f < n; ++f)
      systems.values[f] = (trial ? fields_[f].trial : fields_[f].value).cells() + cells.first;
  };
  look_at(false);  // both stages use the Jacobian of the step's beginning
  std::fill(systems.jacobian.begin(), systems.jacobian.end(), 0.0);
  reaction_.jacobian(cells, systems.entries.data());
  if (is_second) look_at(true);
  std::fill(systems.right.begin(), systems.right.end(), 0.0);
  reaction_.rate(cells, systems.rates.data());
  for (std::size_t row = 0; row < n; ++row) {
    State& state = fields_[row];
    double* own = systems.entries[row * n + row];
    for (Index i = 0; i < cells.n && state.mover && state.mover->is_stiff; ++i) {
      const double decay = std::max(0.0, -own[i]);
      state.mover->decay.cells()[cells.first + i] = decay;
      own[i] += decay;
    }
    for (std::size_t column = 0; column < n; ++column) {
      double* entry = systems.entries[row * n + column];
      for (Index i = 0; i < cells.n; ++i) entry[i] = (row == column ? 1 : 0) - k_gamma * dt * entry[i];
    }
    const double *flow = state.flow.cells() + cells.first, *first = state.first.cells() + cells.first;
    for (Index i = 0; i < cells.n; ++i) systems.rates[row][i] += is_second ? flow[i] - 2 * first[i] : flow[i];
  }
  const auto fields = static_cast<Index>(n);
  const bool is_sound = solve_cells(fields, cells.n, systems.jacobian.data(), systems.right.data());
  for (std::size_t f = 0; f < n; ++f) {
    Field& to = is_second ? fields_[f].second : fields_[f].first;
    std::copy_n(systems.rates[f], cells.n, to.cells() + cells.first);
  }
  return is_sound;
}

/// Every cell's stage: (1 - gamma dt J) v = rate + flow - 2 k1 (that only in the second), v to first or second.
bool Ros2::react(double t, double dt, bool is_second) {
  std::atomic<bool> is_sound{true};
  for_columns(ranges_, 1, [&](int, SlabRange range) {
    Systems systems(fields_.size());
    for (Index row = range.first * layout_.nz; row < range.last * layout_.nz; ++row) {
      for (Index i = 0; i < layout_.nx; i += k_cells_at_once) {
        const CellRun cells{t, row * layout_.stride() + i, std::min(k_cells_at_once, layout_.nx - i), nullptr};
        if (!react_run(cells, dt, is_second, systems)) is_sound = false;
      }
    }
  });
  return is_sound;
}

}  // namespace percuta::numerics
