#pragma once

#include <vector>

#include "percuta/transport/delivery/site.hpp"

/// How holes close: a resistance in each mouth, so that what a hole adds to the steady passage falls as closure says.
namespace percuta::transport {

inline constexpr double k_least_flow = 1e-4;  ///< into a hole, of what its own resistance lets in: less is nothing

/// Of each class, the resistance in its mouth that halves what its hole adds to the steady passage from a film above;
/// 0 of a class without a hole. Seen from the mouth the rest is one resistance b, as of any network with two poles, so
/// that with R in the mouth the hole adds b / (b + R) of what it adds open. `open` has no resistance there. Over tissue
/// that takes nothing at rest there is no b: the hole's own resistance, its tube and mouth, stands for it. [s/m]
std::vector<double> halving_resistances(const Site& site, const numerics::Transmissibilities& open);

/// Sets every mouth so that `share` of what an open hole adds is left.
void set_mouths(const Site& site, const std::vector<double>& halving, double share,
                const numerics::Transmissibilities& open, numerics::Transmissibilities& matrix);

}  // namespace percuta::transport
