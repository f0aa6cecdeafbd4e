#pragma once

#include "percuta/transport/transport.hpp"

/// What an active is by itself: its size, its charge, how fast it moves in tissue water.
namespace percuta::transport {

/// Shares of an active by its charge; they add up to 1.
struct Charge {
  double neutral = 1, plus = 0, minus = 0;  ///< [1]
};
/// Acid: neutral = 1 / (1 + 10^(pH - pKa)); base: 1 / (1 + 10^(pKa - pH)). A zwitterion counts as neutral.
Charge charge_of(const Active& active, double ph);

/// Kow within what the laws cover; 0 where log Kow is not given [1].
double kow_of(const Active& active, const Rates& rates);

/// r = (3 M v / (4 pi N))^(1/3) [m]
double radius_of(const Active& active, const Rates& rates);

/// Of a sphere in a round pore, against free diffusion; 0 where it does not fit:
/// H = (1 - x)^2 (1 - 2.104 x + 2.09 x^3 - 0.95 x^5), x = radius / pore radius (Renkin 1954) [1]
double hindrance(double radius, double pore_radius);

/// Unbound, in the water of living tissue: D = D_ref (M / M_ref)^-n [m2/s]
double tissue_diffusivity(const Active& active, const Rates& rates);

}  // namespace percuta::transport
