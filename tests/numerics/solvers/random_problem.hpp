#pragma once

#include <cmath>
#include <cstdlib>
#include <random>
#include <vector>

#include "percuta/numerics/operators/transmissibility.hpp"

namespace percuta::tests {

using numerics::Field;
using numerics::Index;

/// A random problem: conductivities that jump by up to 1e6, open, closed and periodic sides, held and cut cells.
struct RandomProblem {
  numerics::Grid grid;
  numerics::Medium medium;
  numerics::Transmissibilities matrix;
  Field source;
  double shift = 0;  ///< [1/s]; 0 = steady, where every pocket between cut cells drains somewhere
};

/// A hundred times as many in the long run of the tests.
inline unsigned in_the_long_run(unsigned n) {
  return std::getenv("PERCUTA_LONG") != nullptr ? 100 * n : n;
}

class Dice {
 public:
  explicit Dice(unsigned seed) : engine_(seed) {}
  double uniform(double low, double high) {
    return low + (high - low) * static_cast<double>(engine_()) / static_cast<double>(std::mt19937::max());
  }
  Index whole(Index low, Index high) {
    return low + static_cast<Index>(engine_() % static_cast<unsigned>(high - low + 1));
  }
  bool coin() { return engine_() % 2 == 0; }

 private:
  std::mt19937 engine_;
};

inline numerics::Grid random_grid(Dice& dice, Index least, Index most) {
  numerics::Layout layout{dice.whole(least, most), dice.whole(least, most), dice.whole(least, most), dice.coin(),
                          dice.coin()};
  std::vector<double> edges = {0};
  for (Index k = 0; k < layout.nz; ++k) edges.push_back(edges.back() + dice.uniform(2e-6, 50e-6));
  return {layout, dice.uniform(10e-6, 40e-6), dice.uniform(10e-6, 40e-6), edges};
}

inline numerics::Medium random_medium(Dice& dice, const numerics::Grid& grid) {
  const numerics::Layout& layout = grid.layout();
  numerics::Medium medium;
  medium.conductivity = Field("D", "m2/s", layout);
  medium.capacity = Field("K", "1", layout);
  const double decades = dice.uniform(0, 6);
  medium.conductivity.fill(grid,
                           [&](double, double, double) { return 1e-10 * std::pow(10, -dice.uniform(0, decades)); });
  medium.capacity->fill(grid, [&](double, double, double) { return dice.uniform(0.5, 3); });
  if (dice.coin()) {
    medium.sink = Field("clearance", "1/s", layout);
    medium.sink->fill(grid, [&](double, double, double) { return dice.uniform(0, 1e-3); });
  }
  if (layout.nz > 1 && dice.coin()) medium.resistances.push_back({dice.whole(1, layout.nz - 1), 1e5});
  if (layout.nz > 2 && dice.coin()) medium.resistances.push_back({dice.whole(1, layout.nz - 1), 1e9});
  if (dice.coin()) {
    medium.conductivity_z = medium.conductivity;
    medium.conductivity_z->fill(grid,
                                [&](double, double, double) { return 1e-10 * std::pow(10, -dice.uniform(0, 3)); });
  }
  return medium;
}

inline RandomProblem random_problem(unsigned seed, Index least, Index most) {
  Dice dice(seed);
  const numerics::Grid grid = random_grid(dice, least, most);
  const numerics::Layout& layout = grid.layout();
  numerics::Medium medium = random_medium(dice, grid);
  RandomProblem problem{grid, medium, numerics::Transmissibilities(grid, medium), Field("source", "m3/s", layout)};
  problem.matrix.add_top(grid, medium, dice.coin() ? 1e-6 : INFINITY, 1, 1);
  if (dice.coin()) problem.matrix.add_bottom(grid, medium, 1e-5, 0.2, 2);
  std::vector<numerics::Held> held;
  std::vector<Index> cut;
  const bool has_holes = dice.coin();
  numerics::for_each_cell(layout, [&](Index i, Index j, Index k) {
    problem.source(i, j, k) = dice.uniform(0, 1e-16);
    if (!has_holes || k == 0) return;
    const Index die = dice.whole(0, 30);
    if (die == 0) held.push_back({layout.at(i, j, k), dice.uniform(-2, 2), 3});
    if (die == 1) cut.push_back(layout.at(i, j, k));
  });
  problem.matrix.hold(held);
  if (dice.coin()) {  // something in the midst of it all
    const Index cell = layout.at(dice.whole(0, layout.nx - 1), dice.whole(0, layout.ny - 1), layout.nz - 1);
    problem.matrix.add_exchange({cell, 1e-16, dice.uniform(0, 2), 4});
  }
  problem.matrix.hold(held);
  problem.matrix.cut(cut);
  const bool drains = cut.empty() || medium.sink;
  problem.shift = drains && dice.coin() ? 0 : std::pow(10, dice.uniform(-4, 2));
  return problem;
}

/// f - (shift mass + A) u of one cell in stored units, every product and sum in T.
template <typename T>
T residual_of(const numerics::Transmissibilities& m, double shift, const Field& f, const Field& u, Index cell) {
  const numerics::Layout& l = m.layout();
  const Index j = cell / l.slab(), k = cell % l.slab() / l.stride(), i = cell % l.stride();
  const auto at = [&](Index x, Index y, Index z) { return static_cast<T>(u.cells()[l.at(x, y, z)]); };
  const T own = at(i, j, k), beta = static_cast<T>(shift * (m.mass_scale() / m.scale()));
  const auto face = [](float t) { return static_cast<T>(t); };
  T sum = static_cast<T>(f.cells()[cell]) - (beta * face(m.mass()[cell]) + face(m.sink()[cell])) * own;
  sum -= face(m.tx()[cell]) * (own - at((i + l.nx - 1) % l.nx, j, k));
  sum -= face(m.tx()[cell + 1]) * (own - at((i + 1) % l.nx, j, k));
  sum -= face(m.ty()[cell]) * (own - at(i, (j + l.ny - 1) % l.ny, k));
  sum -= face(m.ty()[cell + l.slab()]) * (own - at(i, (j + 1) % l.ny, k));
  if (k > 0) sum -= face(m.tz()[cell]) * (own - at(i, j, k - 1));
  if (k + 1 < l.nz) sum -= face(m.tz()[cell + l.stride()]) * (own - at(i, j, k + 1));
  return sum;
}

}  // namespace percuta::tests
