#include "percuta/transport/tissue.hpp"

#include <algorithm>
#include <cmath>

#include "percuta/transport/molecule.hpp"

namespace percuta::transport {

double binding(const Active& active, const Rates& rates) {
  const TissueRates& tissue = rates.tissue;
  if (is_given(active.tissue_partition)) return std::max(1.0, active.tissue_partition / tissue.water_share);
  const double unbound = is_given(active.unbound) ? active.unbound.value : 1;
  const double kow = kow_of(active, rates);
  const double oily = kow > 0 ? charge_of(active, tissue.ph).neutral * std::pow(kow, tissue.binding_exponent) : 0;
  return tissue.binding_base + tissue.binding_protein / unbound + tissue.binding_lipid * oily;
}

double partition_in_tissue(const Active& active, const Rates& rates) {
  if (is_given(active.tissue_partition)) return active.tissue_partition;
  return rates.tissue.water_share * binding(active, rates);
}

double vessel_clearance(const Active& active, const Rates& rates) {
  if (is_given(active.clearance)) return active.clearance;
  const VesselRates& vessels = rates.vessels;
  const double kow = kow_of(active, rates), neutral = charge_of(active, rates.tissue.ph).neutral;
  const double oily = kow > 0 ? neutral * std::pow(kow, vessels.lipid_exponent) : 0;
  const double by_lipids = vessels.lipid_permeability * oily * std::pow(10, -vessels.mass_decay * active.molar_mass);
  const double by_water = vessels.pore_density * tissue_diffusivity(active, rates) *
                          hindrance(radius_of(active, rates), vessels.pore_radius);
  const double wall = (by_lipids + by_water) * vessels.capillary_area;
  const double taken = wall > 0 ? 1 / (1 / wall + 1 / vessels.blood_flow) : 0;
  return taken + vessels.lymph;
}

double junction_resistance(const Active& active, const Rates& rates) {
  const TissueRates& tissue = rates.tissue;
  const double D = is_given(active.junction_diffusivity)
                       ? active.junction_diffusivity
                       : tissue.junction_share * tissue_diffusivity(active, rates) / binding(active, rates);
  return tissue.junction_thickness / (D * partition_in_tissue(active, rates));
}

}  // namespace percuta::transport
