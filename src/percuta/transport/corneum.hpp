#pragma once

#include "percuta/transport/transport.hpp"

/// Two paths side by side through the stratum corneum.
namespace percuta::transport {

/// D K of the stratum corneum against concentrations in water of that pH: lipids and the cells between them in series,
/// the path by water beside both.
///   k = w s [1 / (1 / k_lipid + 1 / k_cell) + k_water]
///   k_lipid = a f Kow^b 10^(-m (M - M_ref)),  k_cell = c f 10^(-m (M - M_ref)),  k_water = e D H (f + f+ g+ + f- g-)
/// f are the shares by charge, w wetness, s the substance against the law. A measured permeability takes the law's
/// place at the tissue's pH; another pH changes it as it changes the law. [m2/s]
double corneum_conductivity(const Active& active, const Rates& rates, double ph, double wetness);

/// All that it holds over the concentration in water of that pH: lipids, water, keratin [1].
double corneum_partition(const Active& active, const Rates& rates, double ph, double wetness);

}  // namespace percuta::transport
