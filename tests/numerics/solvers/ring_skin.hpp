#pragma once

#include <cmath>
#include <vector>

#include "percuta/numerics/rings/ring_cells.hpp"
#include "percuta/numerics/time/tr_bdf2.hpp"

namespace percuta::tests {

/// Skin-like layers as rings around channels that reach through a tight barrier and close, each class in its own time;
/// a bath above, clearance below the barrier.
struct RingSkin {
  numerics::RingCells rings;
  numerics::Medium medium;
  numerics::Transmissibilities open, matrix;

  explicit RingSkin(const std::vector<numerics::ChannelClass>& classes, const numerics::RingCount& count = {})
      : rings(classes, numerics::graded_axis({{15e-6, 2.5e-6, 2.5e-6}, {1185e-6, 4e-6, 92e-6}}).edges, count) {
    const numerics::Layout& layout = rings.grid().layout();
    medium.conductivity = numerics::Field("D K", "m2/s", layout);
    medium.capacity = numerics::Field("K", "1", layout);
    medium.sink = numerics::Field("clearance", "1/s", layout);
    numerics::for_each_cell(layout, [&](numerics::Index i, numerics::Index j, numerics::Index k) {
      const double z = rings.grid().z(k), part = rings.channel_part(i, j, k);
      const bool is_barrier = z < 15e-6;
      medium.conductivity(i, j, k) = part * 2.2e-10 + (1 - part) * (is_barrier ? 6e-14 : 0.7e-10);
      (*medium.capacity)(i, j, k) = part + (1 - part) * (is_barrier ? 3 : 0.7);
      (*medium.sink)(i, j, k) = (1 - part) * (is_barrier ? 0 : 2e-4);
    });
    open = rings.matrix(medium);
    rings.add_top(medium, 1e-5, 1, 1, open);
    matrix = open;
  }
  numerics::Field zero() const { return {"u", "1", rings.grid().layout()}; }
  /// Mouths close as the barrier's thickness of what fills them, more and more; class i in `times[i]` [s].
  numerics::TimeProblem closing(std::vector<double> times) {
    const auto at = [this, times = std::move(times)](double t, numerics::Transmissibilities& now) {
      for (std::size_t i = 0; i < times.size(); ++i) {
        for (numerics::Index j = 0; j < rings.inside(); ++j) {
          const double resistance = 15e-6 / 2.2e-10 * (std::exp(t / times[i]) - 1);
          rings.resist({numerics::Axis::z, static_cast<numerics::Index>(i), j, 1}, resistance, open, now);
        }
      }
      return true;
    };
    return {&matrix, at, {}, {{1, "top"}}};
  }
};

/// n classes of channels, no two alike.
inline std::vector<numerics::ChannelClass> channel_classes(numerics::Index n) {
  std::vector<numerics::ChannelClass> classes;
  classes.reserve(static_cast<std::size_t>(n));
  for (numerics::Index i = 0; i < n; ++i) {
    const double part = static_cast<double>(i * 37 % 101) / 101;
    classes.push_back({20e-6 + 30e-6 * part, 40e-6 + 300e-6 * (1 - part), 3e-7 + 3e-6 * part * part, 1 + 20 * part});
  }
  return classes;
}

}  // namespace percuta::tests
