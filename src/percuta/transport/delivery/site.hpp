#pragma once

#include <vector>

#include "percuta/numerics/rings/ring_cells.hpp"
#include "percuta/transport/delivery/cells.hpp"
#include "percuta/transport/delivery/hole_classes.hpp"

/// The cells of a window at map scale: a film on top, then the layers, around the holes of each class.
namespace percuta::transport {

struct Site : Cells {
  HoleClasses holes;
  numerics::RingCells rings;

  Site(Strata cells, HoleClasses sorted, const numerics::RingCount& count);
  numerics::Index classes() const { return rings.grid().layout().nx; }
  bool has_channel(numerics::Index i) const { return holes.classes[static_cast<std::size_t>(i)].depth > 0; }

  const numerics::Layout& layout() const override { return rings.grid().layout(); }
  double volume(numerics::Index i, numerics::Index j, numerics::Index k) const override {
    return rings.volume(i, j, k);
  }
  double area(numerics::Index i, numerics::Index j) const override { return rings.area(i, j); }
  double hole_part(numerics::Index i, numerics::Index j, numerics::Index k) const override {
    return has_channel(i) ? rings.channel_part(i, j, k) : 0;
  }
  std::size_t pool_of(numerics::Index i, numerics::Index) const override { return static_cast<std::size_t>(i); }
  std::size_t pools() const override { return static_cast<std::size_t>(classes()); }
  numerics::Transmissibilities matrix(const Substance& substance, const Phase& phase) const override;
  Mouths mouths(const Substance& substance, const numerics::Transmissibilities& open) const override;
  void set_mouths(const Mouths& mouths, double share, numerics::Transmissibilities& matrix) const override;
  numerics::SolveSettings solve() const override;
};

/// Conductances, capacities, clearance and receptor of an active with all mouths open; no holes where the phase has
/// none.
numerics::Transmissibilities matrix_of(const Site& site, const Substance& substance, const Phase& phase);

}  // namespace percuta::transport
