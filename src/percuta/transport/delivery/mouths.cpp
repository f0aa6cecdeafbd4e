#include "percuta/transport/delivery/mouths.hpp"

#include <algorithm>
#include <limits>
#include <numbers>

namespace percuta::transport {
namespace {

using numerics::Axis;
using numerics::Index;

constexpr double k_tolerance = 1e-6;  // of the steady solves

template <class Each>
void for_mouths(const Site& site, Index i, const Each& each) {
  for (Index j = 0; j < site.rings.inside(); ++j) each(numerics::RingFace{Axis::z, i, j, site.strata.film});
}

/// Of a tube through the stratum corneum and of the mouth behind it, as closure counts a leak; 0 of a hole so shallow
/// that it ends on what lets nothing pass [s/m].
double own_resistance(const Site& site, Index i, const numerics::Transmissibilities& open) {
  const std::vector<double>& edges = site.strata.edges;
  const auto below = static_cast<std::size_t>(site.strata.film) + 1;  // a face inside the hole
  const double height = 0.5 * (edges[below + 1] - edges[below - 1]);
  const double conductivity =
      open.conductance(Axis::z, i, 0, static_cast<Index>(below)) * height / site.rings.area(i, 0);
  if (!(conductivity > 0)) return 0;
  const numerics::ChannelClass& hole = site.holes.classes[static_cast<std::size_t>(i)];
  const double corneum = edges[static_cast<std::size_t>(site.strata.first[1])] - site.strata.surface();
  return (std::min(hole.depth, corneum) + std::numbers::pi * hole.radius / 4) / conductivity;
}

}  // namespace

std::vector<double> halving_resistances(const Site& site, const numerics::Transmissibilities& open) {
  numerics::Transmissibilities shut = open;
  for (Index i = 0; i < site.classes(); ++i) {
    for_mouths(site, i,
               [&](const numerics::RingFace& face) { shut.set_conductance(face.axis, face.i, face.j, face.k, 0); });
  }
  const numerics::Field with = lacking(site, open, k_tolerance), without = lacking(site, shut, k_tolerance);
  std::vector<double> halving(static_cast<std::size_t>(site.classes()), 0.0);
  for (Index i = 0; i < site.classes(); ++i) {
    if (!site.has_channel(i)) continue;
    double flow = 0, drop = 0;
    for_mouths(site, i, [&](const numerics::RingFace& face) {
      flow += open.conductance(face.axis, face.i, face.j, face.k) * with(face.i, face.j, face.k);
      drop += site.rings.area(face) * without(face.i, face.j, face.k);
    });
    const double own = own_resistance(site, i, open);
    double mouth = 0;
    for_mouths(site, i, [&](const numerics::RingFace& face) { mouth += site.rings.area(face); });
    const bool is_taken = own > 0 && flow * own > k_least_flow * mouth;
    halving[static_cast<std::size_t>(i)] = is_taken ? drop / flow : own;
  }
  return halving;
}

void set_mouths(const Site& site, const std::vector<double>& halving, double share,
                const numerics::Transmissibilities& open, numerics::Transmissibilities& matrix) {
  for (Index i = 0; i < site.classes(); ++i) {
    if (!site.has_channel(i)) continue;
    const double half = halving[static_cast<std::size_t>(i)];
    const double resistance = share > 0 ? half * (1 / share - 1) : std::numeric_limits<double>::infinity();
    for_mouths(site, i, [&](const numerics::RingFace& face) { site.rings.resist(face, resistance, open, matrix); });
  }
}

}  // namespace percuta::transport
