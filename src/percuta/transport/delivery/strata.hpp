#pragma once

#include <cstddef>
#include <vector>

#include "percuta/numerics/fields/layout.hpp"

namespace percuta::transport {

/// Cells in depth.
struct Strata {
  std::vector<double> edges;           ///< from the top of the film [m]
  numerics::Index film = 0;            ///< cells of the film, the first ones
  std::vector<numerics::Index> first;  ///< cell of each layer, and one past the last

  double surface() const { return edges[static_cast<std::size_t>(film)]; }  ///< of the skin [m]
  /// Which layer a cell below the film is in.
  std::size_t layer_of(numerics::Index k) const;
};

/// A film of that thickness over layers of those thicknesses; `finer` times as many cells as usual.
Strata strata_of(double film_thickness, const std::vector<double>& layers, double finer);

}  // namespace percuta::transport
