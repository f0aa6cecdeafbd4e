#include "percuta/numerics/operators/dissipation.hpp"

namespace percuta::numerics {

Field dissipation(const Transmissibilities& matrix, Field& u, const std::set<int>& give_all) {
  const Layout& layout = matrix.layout();
  Field heat("dissipation", "1", layout);
  exchange(layout, u.cells());
  const auto half = [&](float face, double difference) {
    return 0.5 * matrix.scale() * static_cast<double>(face) * difference * difference;
  };
  for_each_cell(layout, [&](Index i, Index j, Index k) {
    const Index c = layout.at(i, j, k);
    const double own = u.cells()[c];
    double sum = half(matrix.tx()[c], own - u.cells()[c - 1]) + half(matrix.tx()[c + 1], own - u.cells()[c + 1]);
    sum += half(matrix.ty()[c], own - u.cells()[c - layout.slab()]);
    sum += half(matrix.ty()[c + layout.slab()], own - u.cells()[c + layout.slab()]);
    sum += half(matrix.tz()[c], own - u.cells()[c - layout.stride()]);
    sum += half(matrix.tz()[c + layout.stride()], own - u.cells()[c + layout.stride()]);
    heat.cells()[c] = sum;
  });
  for (const Exchange& exchange : matrix.exchanges()) {
    const double difference = u.cells()[exchange.cell] - exchange.outside;
    const double share = give_all.contains(exchange.label) ? 1 : 0.5;
    heat.cells()[exchange.cell] += share * exchange.conductance * difference * difference;
  }
  return heat;
}

}  // namespace percuta::numerics
