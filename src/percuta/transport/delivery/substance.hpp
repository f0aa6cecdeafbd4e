#pragma once

#include <vector>

#include "percuta/transport/delivery/film.hpp"

namespace percuta::transport {

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

}  // namespace percuta::transport
