#pragma once
// The four test problems of the skin solver, shared by the benchmarks that time it and its rivals. a: constant; b:
// layers of 1e-14 to 2e-10 m2/s; c: the same with conical channels; d: potential of needles at +-30 V with insulated
// shafts.
#include <cmath>
#include <cstdint>
#include <vector>

#include "percuta/numerics/operators/transmissibility.hpp"

namespace percuta::benchmark {

using namespace numerics;

inline constexpr double k_side = 20e-6;
inline constexpr double k_channels_per_area = 100e4;  // 100 per cm2

struct Channel {
  double x, y, radius, depth;
};

inline std::vector<double> skin_edges() {
  return graded_axis({{15e-6, 2.5e-6, 2.5e-6}, {85e-6, 3e-6, 8e-6}, {1170e-6, 9e-6, 73e-6}}).edges;
}

/// Conical channels, the same for the same grid.
inline std::vector<Channel> channels(double width) {
  std::vector<Channel> all(static_cast<std::size_t>(std::lround(k_channels_per_area * width * width)));
  std::uint32_t state = 12345;
  const auto next = [&] {
    state = state * 1664525U + 1013904223U;
    return static_cast<double>(state >> 8) / 16777216.0;
  };
  for (Channel& channel : all)
    channel = {next() * width, next() * width, 30e-6 + 40e-6 * next(), 0.5e-3 + 0.45e-3 * next()};
  return all;
}

inline void open_channels(const Grid& grid, Field& conductivity) {
  const Layout& layout = grid.layout();
  for (const Channel& channel : channels(grid.dx() * static_cast<double>(layout.nx))) {
    const auto middle_i = static_cast<Index>(channel.x / k_side), middle_j = static_cast<Index>(channel.y / k_side);
    for (Index j = middle_j - 4; j <= middle_j + 4; ++j) {
      for (Index i = middle_i - 4; i <= middle_i + 4; ++i) {
        if (i < 0 || j < 0 || i >= layout.nx || j >= layout.ny) continue;
        const double away = std::hypot(grid.x(i) - channel.x, grid.y(j) - channel.y);
        for (Index k = 0; k < layout.nz && grid.z(k) < channel.depth; ++k) {
          if (away < channel.radius * (1 - grid.z(k) / channel.depth)) conductivity(i, j, k) = 1e-9;
        }
      }
    }
  }
}

/// Insulated shafts with bare tips at +-30 V, a needle a millimetre.
inline void place_needles(const Grid& grid, Transmissibilities& matrix) {
  std::vector<Held> tips;
  std::vector<Index> shafts;
  for_each_cell(grid.layout(), [&](Index i, Index j, Index k) {
    const double x = std::fmod(grid.x(i), 1e-3) - 0.5e-3, y = std::fmod(grid.y(j), 1e-3) - 0.5e-3, z = grid.z(k);
    if (std::hypot(x, y) > 100e-6 || z > 0.9e-3) return;
    const int sign = (static_cast<int>(grid.x(i) / 1e-3) + static_cast<int>(grid.y(j) / 1e-3)) % 2;
    const Index cell = grid.layout().at(i, j, k);
    if (z > 0.6e-3) {
      tips.push_back({cell, sign == 0 ? 30.0 : -30.0, sign});
    } else {
      shafts.push_back(cell);
    }
  });
  matrix.hold(tips);
  matrix.cut(shafts);
}

/// Which is one of a, b, c, d.
inline Transmissibilities problem(char which, const Grid& grid) {
  Medium medium;
  medium.conductivity = Field("D", "m2/s", grid.layout(), 1e-10);
  if (which == 'b' || which == 'c') {
    medium.conductivity.fill(grid, [](double, double, double z) {
      return z < 15e-6 ? 1e-14 : z < 100e-6 ? 1e-10 : 2e-10;
    });
  }
  if (which == 'c') open_channels(grid, medium.conductivity);
  if (which == 'd') {
    medium.conductivity.fill(grid, [](double, double, double z) { return z < 15e-6 ? 1e-3 : z < 100e-6 ? 0.1 : 0.25; });
  }
  medium.capacity = Field("K", "1", grid.layout(), 1);
  Transmissibilities matrix(grid, medium);
  if (which == 'd') {
    place_needles(grid, matrix);
  } else {
    matrix.add_top(grid, medium, 1e-6, 1, 1);
    matrix.add_bottom(grid, medium, 1e-6, 0, 2);
  }
  return matrix;
}

}  // namespace percuta::benchmark
