#include "percuta/transport/delivery/cells.hpp"

namespace percuta::transport {

using numerics::Field;
using numerics::Index;

double part_in_hole(const Cells& cells, const Phase& phase, Index i, Index j, Index k) {
  return phase.has_holes && k >= cells.strata.film ? cells.hole_part(i, j, k) : 0;
}

double share_in_hole(const Cells& cells, const Substance& substance, const Phase& phase, Index i, Index j, Index k) {
  const double part = part_in_hole(cells, phase, i, j, k);
  if (!(part > 0)) return 0;
  const LayerProperties& layer = substance.layers[cells.strata.layer_of(k)];
  return part * substance.hole_capacity / (part * substance.hole_capacity + (1 - part) * layer.partition);
}

numerics::Medium medium_of(const Cells& cells, const Substance& substance, const Phase& phase) {
  const numerics::Layout& layout = cells.layout();
  numerics::Medium medium;
  medium.conductivity = Field("D K", "m2/s", layout);
  medium.capacity = Field("K", "1", layout);
  medium.sink = Field("clearance", "1/s", layout);
  numerics::for_each_cell(layout, [&](Index i, Index j, Index k) {
    if (k < cells.strata.film) {
      medium.conductivity(i, j, k) = substance.film_conductivity;
      (*medium.capacity)(i, j, k) = substance.film_capacity;
      return;
    }
    const LayerProperties& layer = substance.layers[cells.strata.layer_of(k)];
    const double part = part_in_hole(cells, phase, i, j, k), rest = 1 - part;
    const double own = layer.diffusivity * layer.partition;
    medium.conductivity(i, j, k) = part * substance.hole_conductivity + rest * own;
    (*medium.capacity)(i, j, k) = part * substance.hole_capacity + rest * layer.partition;
    (*medium.sink)(i, j, k) = rest * layer.partition * layer.clearance;
  });
  medium.conductivity_z = medium.conductivity;
  return medium;
}

Field lacking(const Cells& cells, numerics::Transmissibilities matrix, double tolerance) {
  const numerics::Layout& layout = cells.layout();
  std::vector<std::vector<numerics::Held>> held(static_cast<std::size_t>(cells.strata.film));
  Field taken("sinks at 1", "m3/s", layout);
  numerics::for_each_cell(layout, [&](Index i, Index j, Index k) {
    const Index cell = layout.at(i, j, k);
    taken(i, j, k) = static_cast<double>(matrix.sink()[cell]) * matrix.scale();
    if (k < cells.strata.film) held[static_cast<std::size_t>(k)].push_back({cell, 0, 0});
  });
  matrix.set_outside(k_receptor, 1);
  for (const std::vector<numerics::Held>& layer : held) matrix.hold(layer);  // exchanges of all at once take much room
  Field f("f", "1", layout), lack("lack", "1", layout);
  matrix.load(&taken, f);
  numerics::SolveSettings settings = cells.solve();
  settings.tolerance = tolerance;
  numerics::ColumnSolver(matrix, settings).solve(f, lack);
  return lack;
}

}  // namespace percuta::transport
