#include "percuta/transport/corneum.hpp"

#include <cmath>

#include "percuta/transport/molecule.hpp"

namespace percuta::transport {
namespace {

double in_series(double one, double other) {
  return one > 0 && other > 0 ? 1 / (1 / one + 1 / other) : 0;
}

/// What the law says of wet stratum corneum [m2/s].
double lawful(const Active& active, const Rates& rates, double ph) {
  const CorneumRates& corneum = rates.corneum;
  const Charge charge = charge_of(active, ph);
  const double size = std::pow(10, -corneum.mass_decay * (active.molar_mass - rates.reference_mass));
  const double kow = kow_of(active, rates);
  const double lipid = corneum.lipid_conductivity * std::pow(kow, corneum.lipid_exponent) * size;
  const double through = kow > 0 ? in_series(lipid, corneum.cell_conductivity * size) : 0;
  const double pores = corneum.polar_share * tissue_diffusivity(active, rates) *
                       hindrance(radius_of(active, rates), corneum.pore_radius);
  const double by_water = charge.neutral + charge.plus * corneum.cation_factor + charge.minus * corneum.anion_factor;
  return through * charge.neutral + pores * by_water;
}

/// 1 when wet, `dry` in the open, evenly on a logarithmic scale between.
double between(double dry, double wetness) {
  return std::pow(dry, 1 - wetness);
}

}  // namespace

double corneum_conductivity(const Active& active, const Rates& rates, double ph, double wetness) {
  const CorneumRates& corneum = rates.corneum;
  const double wet = between(corneum.dry_factor, wetness), law = lawful(active, rates, ph);
  if (!is_given(active.permeability)) return wet * corneum.substance_factor * law;
  const double measured = active.permeability * corneum.reference_thickness;
  const double usual = lawful(active, rates, rates.tissue.ph);
  return wet * (usual > 0 ? measured * law / usual : measured);
}

double corneum_partition(const Active& active, const Rates& rates, double ph, double wetness) {
  const CorneumRates& corneum = rates.corneum;
  const double kow = charge_of(active, ph).neutral * kow_of(active, rates);
  const double lipid = std::pow(kow, corneum.uptake_exponent), keratin = std::pow(kow, corneum.uptake_keratin_exponent);
  const double wet = corneum.wet_uptake_lipid * lipid + corneum.wet_uptake_water + corneum.wet_uptake_keratin * keratin;
  const double dry = corneum.dry_uptake_lipid * lipid + corneum.dry_uptake_water + corneum.dry_uptake_keratin * keratin;
  return wetness * wet + (1 - wetness) * dry;
}

}  // namespace percuta::transport
