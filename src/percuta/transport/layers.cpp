#include "percuta/transport/layers.hpp"

#include <algorithm>
#include <utility>

#include "percuta/transport/corneum.hpp"
#include "percuta/transport/molecule.hpp"
#include "percuta/transport/tissue.hpp"

namespace percuta::transport {
namespace {

/// D of what is there and K, so that D K of the two is the conductivity against water of `ph`.
void set_corneum(LayerProperties& layer, const Active& active, const Rates& rates, const Surroundings& around,
                 double drive) {
  const double held = corneum_partition(active, rates, around.ph, around.wetness);
  layer.diffusivity = corneum_conductivity(active, rates, around.ph, around.wetness) / held;
  layer.partition = held / drive;
  layer.unbound = 1 / held;
}

void set_living(LayerProperties& layer, const Active& active, const Rates& rates, const Quantity& measured) {
  const double bound = binding(active, rates);
  layer.diffusivity = is_given(measured) ? measured : tissue_diffusivity(active, rates) / bound;
  layer.partition = partition_in_tissue(active, rates);
  layer.unbound = 1 / bound;
}

bool acts_in(const Conversion& conversion, const std::string& layer) {
  return std::any_of(conversion.layers.begin(), conversion.layers.end(),
                     [&](const std::string& name) { return name == layer || (layer == "dermis" && is_dermis(name)); });
}

/// How much more strongly the skin answers to the vehicle's water than to water of its own pH: what is neutral passes
/// by lipids, what is charged by water alone.
double drive_of(const Active& active, const Rates& rates, const Surroundings& around) {
  const double outside = corneum_conductivity(active, rates, around.ph, around.wetness);
  const double inside = corneum_conductivity(active, rates, rates.tissue.ph, around.wetness);
  return inside > 0 ? outside / inside : 1;
}

/// Whatever it turns into, first order in all that is there.
double conversion_of(const std::string& layer, const Active& active) {
  double rate = 0;
  for (const Conversion& one : active.conversion) {
    if (acts_in(one, layer)) rate += one.rate;
  }
  return rate;
}

}  // namespace

bool is_dermis(std::string_view layer) {
  return layer == "papillary_dermis" || layer == "reticular_dermis" || layer == "dermis";
}

bool is_passed(std::string_view layer) {
  return layer == "stratum_corneum" || layer == "viable_epidermis" || is_dermis(layer);
}

std::vector<double> passed_thicknesses(const skin::Skin& skin) {
  std::vector<double> thicknesses;
  for (const skin::Layer& layer : skin.layers) {
    if (is_passed(layer.name)) thicknesses.push_back(layer.thickness());
  }
  return thicknesses;
}

double conversion_in(const std::string& layer, const Active& active, const std::string& to) {
  double rate = 0;
  for (const Conversion& one : active.conversion) {
    if (one.to == to && acts_in(one, layer)) rate += one.rate;
  }
  return rate;
}

SkinProperties layer_properties(const Active& active, const skin::Skin& skin, const Rates& rates,
                                const Surroundings& around) {
  SkinProperties properties;
  properties.drive = drive_of(active, rates, around);
  for (const skin::Layer& place : skin.layers) {
    LayerProperties layer{.name = place.name, .thickness = place.thickness()};
    layer.conversion = conversion_of(place.name, active);
    const bool is_on_epidermis = !properties.layers.empty() && properties.layers.back().name == "viable_epidermis";
    if (place.name == "stratum_corneum") {
      set_corneum(layer, active, rates, around, properties.drive);
    } else if (place.name == "viable_epidermis") {
      set_living(layer, active, rates, active.epidermis_diffusivity);
    } else if (is_dermis(place.name)) {
      set_living(layer, active, rates, active.dermis_diffusivity);
      if (around.is_living) layer.clearance = vessel_clearance(active, rates) * layer.unbound;
      if (is_on_epidermis) layer.resistance = junction_resistance(active, rates);
    } else {
      continue;
    }
    properties.layers.push_back(std::move(layer));
  }
  return properties;
}

}  // namespace percuta::transport
