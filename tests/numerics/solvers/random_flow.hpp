#pragma once

#include <array>

#include "numerics/solvers/random_problem.hpp"
#include "percuta/numerics/operators/advection.hpp"

namespace percuta::tests {

/// A random problem with a flow through it: whirls and a stream from top to bottom, which create nothing, of up to
/// `peclet` times the greatest conductance; and a drift in a random potential.
struct RandomFlow {
  RandomProblem problem;
  numerics::FaceFlow flow;
};

inline void add_flow(numerics::FaceFlow& to, numerics::Axis axis, std::array<Index, 3> face, double flow) {
  to.set(axis, face[0], face[1], face[2], to.at(axis, face[0], face[1], face[2]) + flow);
}

/// Round every edge along y and along x, the flow that circles it.
inline void add_whirls(numerics::FaceFlow& flow, double size, Dice& dice) {
  using numerics::Axis;
  const numerics::Layout& layout = flow.layout();
  numerics::for_each_cell(layout, [&](Index i, Index j, Index k) {
    if (k == 0) return;
    const double round_y = size * dice.uniform(-1, 1), round_x = size * dice.uniform(-1, 1);
    if (i > 0) {
      add_flow(flow, Axis::x, {i, j, k}, round_y);
      add_flow(flow, Axis::z, {i, j, k}, -round_y);
      add_flow(flow, Axis::x, {i, j, k - 1}, -round_y);
      add_flow(flow, Axis::z, {i - 1, j, k}, round_y);
    }
    if (j > 0) {
      add_flow(flow, Axis::y, {i, j, k}, round_x);
      add_flow(flow, Axis::z, {i, j, k}, -round_x);
      add_flow(flow, Axis::y, {i, j, k - 1}, -round_x);
      add_flow(flow, Axis::z, {i, j - 1, k}, round_x);
    }
  });
}

inline RandomFlow random_flow(unsigned seed, Index least, Index most, double peclet) {
  using numerics::Axis;
  RandomFlow made{random_problem(seed, least, most), {}};
  const numerics::Layout& layout = made.problem.grid.layout();
  Dice dice(seed + 77);
  Field potential("z F phi / (R T)", "1", layout);
  potential.fill(made.problem.grid, [&](double, double, double) { return dice.uniform(-2, 2); });
  made.flow = numerics::flow_down(made.problem.matrix, potential, 1, 2);
  const double size = peclet * made.problem.matrix.scale();
  add_whirls(made.flow, size, dice);
  const double stream = size * dice.uniform(-1, 1);
  for (Index j = 0; j < layout.ny; ++j) {
    for (Index i = 0; i < layout.nx; ++i) {
      for (Index k = 0; k <= layout.nz; ++k) add_flow(made.flow, Axis::z, {i, j, k}, stream);
    }
  }
  return made;
}

}  // namespace percuta::tests
