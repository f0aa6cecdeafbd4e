#include "percuta/numerics/ros2_mover.hpp"

namespace percuta::numerics {

Ros2::Mover::Mover(Transmissibilities& from, const SolveSettings& settings, bool stiff, const std::string& name)
    : problem(from),
      is_stiff(stiff),
      with_decay(stiff ? from : Transmissibilities()),
      decay(stiff ? Field("decay", "1/s", from.layout()) : Field()),
      solver(stiff ? with_decay : problem, settings, name),
      load("load", "1", from.layout()),
      right("right side", "1", from.layout()) {}

void Ros2::Mover::refresh() {
  if (is_stiff) with_decay = problem;
  solver.refresh();
}

void Ros2::Mover::set_flow(Field& value, Field& flow) {
  problem.load(nullptr, load);
  solver.rate(load, value, flow, &problem);
  const Layout& layout = flow.layout();
  const double scale = problem.scale() / problem.mass_scale();
  for_cells(solver.ranges(), [&](Index j) {
    for (Index k = 0; k < layout.nz; ++k) {
      for (Index c = layout.at(0, j, k); c < layout.at(layout.nx, j, k); ++c) {
        const auto mass = static_cast<double>(problem.mass()[c]);
        flow.cells()[c] = mass > 0 ? flow.cells()[c] * scale / mass : 0;
      }
    }
  });
}

Index Ros2::Mover::solve(Field& k, double shift) {
  if (is_stiff) {
    with_decay.set_decay(problem, decay);
    solver.refresh();
  }
  solver.set_shift(shift);
  const Layout& layout = k.layout();
  const double beta = shift * problem.mass_scale() / problem.scale();
  for_cells(solver.ranges(), [&](Index j) {
    for (Index z = 0; z < layout.nz; ++z) {
      for (Index c = layout.at(0, j, z); c < layout.at(layout.nx, j, z); ++c) {
        right.cells()[c] = beta * static_cast<double>(problem.mass()[c]) * k.cells()[c];
      }
    }
  });
  const Index iterations = solver.solve(right, k).iterations;
  solver.spread(k, k);
  return iterations;
}

double Ros2::Mover::outflow_of_change(int label, const Field& k) const {
  double sum = 0;
  for (const Exchange& exchange : problem.exchanges()) {
    if (exchange.label == label) sum += exchange.conductance * k.cells()[exchange.cell];
  }
  return sum;
}

double Ros2::Mover::decayed(const Field& k) const {
  const Layout& layout = k.layout();
  return sum_over_cells(solver.ranges(), [&](Index j) {
    double sum = 0;
    for (Index z = 0; z < layout.nz; ++z) {
      for (Index c = layout.at(0, j, z); c < layout.at(layout.nx, j, z); ++c) {
        sum += problem.mass_of(c) * decay.cells()[c] * k.cells()[c];
      }
    }
    return sum;
  });
}

}  // namespace percuta::numerics
