#include "percuta/transport/delivery/substance.hpp"

#include <utility>

#include "percuta/transport/molecule.hpp"

namespace percuta::transport {

Substance substance_of(const Active& active, const skin::Skin& skin, const Rates& rates, const Composition& composition,
                       const Phase& phase, const Ground& ground) {
  const Vehicle& vehicle = composition.vehicle;
  const Surroundings around{vehicle.ph, phase.is_covered ? 1.0 : 0.0, ground.is_living};
  SkinProperties properties = layer_properties(active, skin, rates, around);
  Substance made;
  made.layers = std::move(properties.layers);
  made.has_receptor = !ground.is_living;
  made.follicle_share = rates.corneum.follicle_share;
  if (!made.layers.empty() && made.layers.front().name == "stratum_corneum") {
    // Told against the product's water, as the film and the holes beside it are.
    made.layers.front().partition *= properties.drive;
  }
  const double in_fluid = tissue_diffusivity(active, rates) * rates.channel.fluid;
  const double in_product = in_fluid * rates.surface.mobility;
  if (phase.film.mass() > 0) {
    made.film_capacity = holding(phase.film, active, vehicle, rates) / ground.film_thickness;
    made.film_conductivity = in_product * made.film_capacity;
  }
  const double held = vehicle_partition(active, vehicle, rates), share = ground.product_share;
  made.hole_capacity = share * held + (1 - share);
  made.hole_conductivity = share * held * in_product + (1 - share) * in_fluid;
  return made;
}

}  // namespace percuta::transport
