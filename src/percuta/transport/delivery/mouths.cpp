#include "percuta/transport/delivery/mouths.hpp"

#include <limits>

namespace percuta::transport {
namespace {

using numerics::Axis;
using numerics::Index;

constexpr double k_tolerance = 1e-6;  // of the steady solves

template <class Each>
void for_mouths(const Site& site, Index i, const Each& each) {
  for (Index j = 0; j < site.rings.inside(); ++j) each(numerics::RingFace{Axis::z, i, j, site.strata.film});
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
    if (flow > 0) halving[static_cast<std::size_t>(i)] = drop / flow;
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
