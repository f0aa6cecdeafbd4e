#pragma once

#include "percuta/skin/skin.hpp"

namespace percuta::insertion {

/// What a tip needs to break through: the rim it cuts and the area it crushes,  F = 2 pi r G + pi r^2 S [N].
/// G energy per new surface, S the skin's strength. Source  Roemgens2014 (G, tips 5 to 37 um across), Ottenio2015 (S)
double puncture_force(double tip_radius, const skin::Mechanics& mechanics);

/// Whether the tip lies outside the diameters that G was fitted to; never when those are not known.
bool is_extrapolated(double tip_radius, const skin::Mechanics& mechanics);

}  // namespace percuta::insertion
