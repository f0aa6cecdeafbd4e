#pragma once

#include "percuta/base/parameters.hpp"

/// How skin resists a needle.
namespace percuta::skin {

/// data/skin/mechanics.toml: how skin resists a needle. Moduli are plane-strain, after a load of one second; the
/// cutting energy is that of a needle at 1 mm/s. Both follow power laws, held at the ends of where the laws were seen.
struct Mechanics {
  Quantity corneum_modulus, epidermis_modulus, dermis_modulus, fat_modulus;  ///< under a needle's load [Pa]
  Quantity muscle_modulus, bone_modulus;                                     ///< of what lies beneath [Pa]
  Quantity relaxation_exponent;                                              ///< modulus ~ time^-exponent [1]
  Quantity relaxation_from, relaxation_until;                                ///< times between which it relaxes [s]
  Quantity tension;                                                          ///< in the plane of the resting skin [N/m]
  Quantity density;                                                          ///< [kg/m3]
  Quantity strength;                        ///< stress at which the skin under a tip fails [Pa]
  Quantity cutting_energy;                  ///< energy per new surface at a tip's rim, at 1 mm/s [J/m2]
  Quantity cutting_rate_exponent;           ///< cutting energy ~ speed^-exponent [1]
  Quantity cutting_from, cutting_until;     ///< speeds between which it falls [m/s]
  Quantity corneum_share;                   ///< of the puncture force at which the stratum corneum opens [1]
  Quantity snap_depth;                      ///< of the tip when the puncture force is reached and it snaps on [m]
  Quantity threshold_spread;                ///< of the logarithm of the puncture force from strike to strike [1]
  Quantity cutting_retained;                ///< share of the surface's energy and strength that cutting on takes [1]
  Quantity opening_pressure;                ///< of a hole widened by a needle, on its projected area [Pa]
  Quantity friction_stress;                 ///< on the buried flank [Pa]
  Quantity tested_tip_min, tested_tip_max;  ///< tip diameters behind the cutting energy [m]; optional, 0 = not known
};
void describe(Mechanics& mechanics, Visitor& visitor);

}  // namespace percuta::skin
