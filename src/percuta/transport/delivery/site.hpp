#pragma once

#include <vector>

#include "percuta/numerics/rings/ring_cells.hpp"
#include "percuta/transport/delivery/film.hpp"
#include "percuta/transport/delivery/hole_classes.hpp"

/// The cells of a window: a film on top, then the layers, around the holes of each class; and what one active makes of
/// them.
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

struct Site {
  Strata strata;
  HoleClasses holes;
  numerics::RingCells rings;

  Site(Strata cells, HoleClasses sorted, const numerics::RingCount& count);
  numerics::Index classes() const { return rings.grid().layout().nx; }
  bool has_channel(numerics::Index i) const { return holes.classes[static_cast<std::size_t>(i)].depth > 0; }
};

/// What one active does in the conditions of a phase. Concentrations are those in water of its own pH: of the product's
/// in film, holes and stratum corneum, of the tissue's below, which pass through a hole are taken as equal.
struct Substance {
  std::vector<LayerProperties> layers;
  double film_conductivity = 0;  ///< D K; 0 = bare skin [m2/s]
  double film_capacity = 1;      ///< K, over the whole thickness of its cells [1]
  double hole_conductivity = 0, hole_capacity = 1;
  double follicle_share = 0;  ///< of what passes stratum corneum at rest [1]
  bool has_receptor = false;  ///< under the last layer, kept empty; else nothing passes there
};

inline constexpr int k_receptor = 3;  ///< the label of what passes into it

/// What fills the holes, and on what the film lies.
struct Ground {
  double film_thickness = 0;  ///< of the cells [m]
  double product_share = 0;   ///< of the holes that product fills [1]
  bool is_living = true;
};

Substance substance_of(const Active& active, const skin::Skin& skin, const Rates& rates, const Composition& composition,
                       const Phase& phase, const Ground& ground);

/// Conductances, capacities, clearance and receptor of an active with all mouths open; no holes where the phase has
/// none.
numerics::Transmissibilities matrix_of(const Site& site, const Substance& substance, const Phase& phase);

/// How much of what a cell holds is in a hole [1].
double share_in_hole(const Site& site, const Substance& substance, const Phase& phase, numerics::Index i,
                     numerics::Index j, numerics::Index k);

}  // namespace percuta::transport
