#pragma once

#include "percuta/base/parameters.hpp"

/// How skin resists a needle.
namespace percuta::skin {

/// data/skin/mechanics.toml: how skin resists a needle.
struct Mechanics {
  Quantity indentation_modulus;             ///< stratum corneum and epidermis, perpendicular, slow [Pa]
  Quantity dermis_modulus;                  ///< under a needle's load, slow [Pa]
  Quantity fat_modulus;                     ///< slow [Pa]
  Quantity muscle_modulus, bone_modulus;    ///< of what lies beneath [Pa]
  Quantity tension;                         ///< in the plane of the resting skin [N/m]
  Quantity relaxation_time;                 ///< [s]
  Quantity relaxed_share;                   ///< slow modulus over the instantaneous one [1]
  Quantity density;                         ///< [kg/m3]
  Quantity strength;                        ///< stress at which the skin under a tip fails [Pa]
  Quantity cutting_energy;                  ///< energy per new surface at a tip's rim, at insertion speed [J/m2]
  Quantity opening_pressure;                ///< of a hole widened by a needle, on its projected area [Pa]
  Quantity friction_stress;                 ///< on the buried flank [Pa]
  Quantity tested_tip_min, tested_tip_max;  ///< tip diameters behind the cutting energy [m]; optional, 0 = not known
};
void describe(Mechanics& mechanics, Visitor& visitor);

}  // namespace percuta::skin
