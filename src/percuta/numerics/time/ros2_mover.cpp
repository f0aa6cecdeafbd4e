#include "percuta/numerics/time/ros2_mover.hpp"

#include <algorithm>
#include <limits>

namespace percuta::numerics {

Ros2::Mover::Mover(Transmissibilities& from, bool stiff)
    : problem(from), is_stiff(stiff), with_decay(stiff ? PaddedArray<float>(from.layout()) : PaddedArray<float>()) {
  refresh();
}

void Ros2::Mover::refresh() {
  loads.clear();
  for (const Exchange& exchange : problem.exchanges()) {
    loads.push_back({exchange.cell, exchange.conductance / problem.scale() * exchange.outside});
  }
  std::stable_sort(loads.begin(), loads.end(), [](const Load& a, const Load& b) { return a.cell < b.cell; });
  std::size_t kept = 0;
  for (const Load load : loads) {
    if (kept > 0 && loads[kept - 1].cell == load.cell) {
      loads[kept - 1].amount += load.amount;
    } else {
      loads[kept++] = load;
    }
  }
  loads.resize(kept);
  if (is_stiff) std::copy_n(problem.sink() - problem.layout().first(), problem.layout().storage(), with_decay.begin());
  set_aside();
}

void Ros2::Mover::set_aside() {
  aside_over_mass = 0;
  cells = 0;
  const float *tx = problem.tx(), *ty = problem.ty(), *tz = problem.tz(), *mass = problem.mass();
  const Layout& layout = problem.layout();
  for_each_cell(layout, [&](Index i, Index j, Index k) {
    const Index c = layout.at(i, j, k);
    const double aside = static_cast<double>((tx[c] + tx[c + 1]) + (ty[c] + ty[c + layout.slab()]));
    const auto along = static_cast<double>(tz[c] + tz[c + layout.stride()]);
    cells += mass[c] > 0 ? 1 : 0;
    if (mass[c] > 0) aside_over_mass = std::max(aside_over_mass, aside / static_cast<double>(mass[c]));
    if (!(mass[c] > 0) && aside + along > 0) aside_over_mass = std::numeric_limits<double>::infinity();
  });
}

double Ros2::Mover::outflow_of_change(int label, const Field& k) const {
  double sum = 0;
  for (const Exchange& exchange : problem.exchanges()) {
    if (exchange.label == label) sum += exchange.conductance * k.cells()[exchange.cell];
  }
  return sum;
}

std::size_t Ros2::Mover::bytes() const {
  return with_decay.bytes() + loads.size() * sizeof(Load);
}

}  // namespace percuta::numerics
