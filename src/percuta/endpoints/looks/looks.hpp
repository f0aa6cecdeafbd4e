#pragma once

#include "percuta/endpoints/basis.hpp"

/// What endpoints of scars lend to each other and to the map of places.
namespace percuta::endpoints {

/// Of mixed acne scars, by weight [1].
double mixed_tether(const ScarMap& map);

/// Depth over its first value of a scar held down by `tether`, per time; `share` of the effect is taken.
std::vector<double> scar_depth(const Basis& basis, double tether, double share);

/// Share of the holes that leave a scar where so much is killed.
double new_scar_share(double width, const NewScarMap& map);

/// The same of the holes near each place of the state; k_undefined where there is none.
std::vector<double> new_scar_shares(const healing::State& state, const NewScarMap& map);

}  // namespace percuta::endpoints
