#pragma once

#include "percuta/skin/skin.hpp"

namespace percuta::insertion {

/// Energy per new surface at a tip that moves at `speed` [J/m2]:
///   G(v) = G(1 mm/s) (v / 1 mm/s)^-m   held between the slowest and the fastest speed of the law. Source  Meliga2017
double cutting_energy(const skin::Mechanics& mechanics, double speed);

/// What a tip needs to break through: the rim it cuts and the area it crushes,  F = 2 pi r G(v) + pi r^2 S [N].
/// S the skin's strength. Source  Roemgens2014 (G, tips 5 to 37 um across), Ottenio2015 (S)
double puncture_force(double tip_radius, double speed, const skin::Mechanics& mechanics);

/// Whether the tip lies outside the diameters that G was fitted to; never when those are not known.
bool is_extrapolated(double tip_radius, const skin::Mechanics& mechanics);

}  // namespace percuta::insertion
