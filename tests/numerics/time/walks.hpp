#pragma once

#include <algorithm>
#include <cmath>
#include <cstring>

#include "numerics/field_distance.hpp"
#include "percuta/numerics/time/tr_bdf2.hpp"

/// What tests of walks through time share.
namespace percuta::tests {

inline numerics::StepSettings fixed(double dt) {
  numerics::StepSettings step;
  step.first = dt;
  step.is_fixed = true;
  return step;
}

/// Every bit, ghosts and padding too.
inline bool is_same(const numerics::Field& a, const numerics::Field& b) {
  const auto n = static_cast<std::size_t>(a.layout().slab() * a.layout().ny);
  return std::memcmp(a.cells(), b.cells(), sizeof(double) * n) == 0;
}

/// An even medium, 1 deep, of capacity 1.
struct Slab {
  numerics::Grid grid;
  numerics::Medium medium;
  numerics::Transmissibilities matrix;
  explicit Slab(numerics::Layout layout, double conductivity = 1)
      : grid(layout, 1, 1, numerics::even_edges(layout.nz, 1)) {
    medium.conductivity = numerics::Field("D", "1", grid.layout(), conductivity);
    medium.capacity = numerics::Field("K", "1", grid.layout(), 1);
    matrix = numerics::Transmissibilities(grid, medium);
  }
  numerics::TimeProblem problem() { return {&matrix, {}, {}, {{1, "top"}}}; }
};

}  // namespace percuta::tests
