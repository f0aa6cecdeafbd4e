#pragma once

#include <vector>

#include "percuta/transport/delivery/injection_flow.hpp"
#include "percuta/transport/delivery/site.hpp"

/// Where what is injected at the points of a site lies when the injections are over.
namespace percuta::transport {

/// What an injection does while it runs: tissue as [injection] has it, as wide as it likes.
Infused infused(const InjectionLoad& load, const Rates& rates);

struct Depot {
  std::vector<numerics::Index> cells;  ///< that hold some of it
  std::vector<double> volume;          ///< of the product in each [m3]
  double below = 0;                    ///< of the product under the last layer, where nothing is followed [m3]
  double whole = 0;                    ///< all of it [m3]
};

/// A ball of that radius about the tip at the end of each hole, even but for what bounds it: nothing of it lies in
/// stratum corneum or above, which closes it upwards; what would reach beyond a point's share of the surface is its
/// neighbours' as theirs is its own.
Depot depot_in(const Site& site, const InjectionLoad& load, double radius);

/// How finely rings are cut round a depot, which is no narrow hole.
numerics::RingCount depot_rings();

}  // namespace percuta::transport
