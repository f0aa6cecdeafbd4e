#pragma once

#include <cmath>

#include "percuta/numerics/time/tr_bdf2.hpp"

namespace percuta::tests {

/// Skin-like layers with a channel, a bath above, clearance in the depth.
struct Skin {
  numerics::Grid grid{
      {12, 10, 0}, 20e-6, 20e-6, numerics::graded_axis({{15e-6, 5e-6, 5e-6}, {485e-6, 15e-6, 60e-6}}).edges};
  numerics::Medium medium;
  numerics::Transmissibilities matrix;
  explicit Skin(double clearance = 1e-3) {
    const numerics::Layout& layout = grid.layout();
    medium.conductivity = numerics::Field("D", "m2/s", layout);
    medium.capacity = numerics::Field("K", "1", layout, 1);
    medium.sink = numerics::Field("clearance", "1/s", layout);
    medium.conductivity.fill(grid, [](double x, double y, double z) {
      const bool is_channel = std::hypot(x - 120e-6, y - 100e-6) < 40e-6 && z < 250e-6;
      return is_channel ? 5e-10 : z < 15e-6 ? 1e-13 : 1e-10;
    });
    medium.sink->fill(grid, [&](double, double, double z) { return z > 100e-6 ? clearance : 0; });
    matrix = numerics::Transmissibilities(grid, medium);
    matrix.add_top(grid, medium, 1e-6, 1, 1);
  }
  numerics::TimeProblem problem() { return {&matrix, {}, {}, {{1, "top"}}}; }
};

inline numerics::SolveSettings tight(double tolerance = 1e-12) {
  numerics::SolveSettings solve;
  solve.tolerance = tolerance;
  solve.threads = 1;
  return solve;
}

/// A stream through the skin from its top, which diffuses aside into what does not flow.
inline numerics::FaceFlow stream(const Skin& skin) {
  const numerics::Layout& layout = skin.grid.layout();
  numerics::FaceFlow flow(layout);
  numerics::for_each_cell(layout, [&](numerics::Index i, numerics::Index j, numerics::Index k) {
    const double through = std::hypot(skin.grid.x(i) - 120e-6, skin.grid.y(j) - 100e-6) < 40e-6 ? 4e-16 : 0;
    flow.set(numerics::Axis::z, i, j, k, through);
    if (k + 1 == layout.nz) flow.set(numerics::Axis::z, i, j, k + 1, through);
  });
  return flow;
}

}  // namespace percuta::tests
