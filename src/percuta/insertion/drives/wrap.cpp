#include "percuta/insertion/drives/wrap.hpp"

#include <cmath>
#include <numbers>

namespace percuta::insertion {
namespace {

constexpr double k_widest = 1.2;  // of the drum's radius: beyond, the hand pushes skin aside, not down
constexpr int k_halvings = 40;

/// How deep a pad as long as the wrap and as wide as the drum dents the skin [m].
double dent_of(const device::Drum& drum, const Ground& ground, double force, double wrap) {
  const double radius = std::sqrt(2 * wrap * drum.width / std::numbers::pi);
  return force * layered_compliance(ground, radius, Bed{}).near;
}

}  // namespace

double wrap_of(const device::Drum& drum, const Ground& ground, double force) {
  const double radius = 0.5 * drum.diameter;
  double narrow = 0, wide = k_widest * radius;
  for (int i = 0; i < k_halvings; ++i) {
    const double wrap = 0.5 * (narrow + wide);
    (wrap * wrap < radius * dent_of(drum, ground, force, wrap) ? narrow : wide) = wrap;
  }
  return narrow;
}

}  // namespace percuta::insertion
