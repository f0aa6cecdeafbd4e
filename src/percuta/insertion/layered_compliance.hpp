#pragma once

#include <limits>
#include <vector>

/// How far layered skin gives under needles. Load spreads downwards in a cone; a layer above another counts with its
/// equivalent thickness.
///   radius at the top of layer n   r = a + b sum over i < n of h_i (M_i / M_n)^(1/3),   b = 2 / pi, growing by b dz
///   area that carries one needle   A(r) = min(pi r^2, pi (R + r - a)^2 / needles)
///   compliance                     integral of dz / (M A):  1 / (2 M a) on a half-space, as under a flat punch
/// Source  Odemark's equivalent thickness; the cone's slope makes the half-space exact
namespace percuta::insertion {

inline constexpr double k_everywhere = std::numeric_limits<double>::infinity();

struct Medium {
  double modulus = 0;               ///< plane-strain [Pa]
  double thickness = k_everywhere;  ///< of the last one without end [m]
};

struct Ground {
  std::vector<Medium> media;
  double tension = 0;                    ///< of the sheet above the softest layer, which spans the hollow there [N/m]
  double yielding_depth = k_everywhere;  ///< what lies deeper has no time to give [m]
};

/// The array that presses, and what holds the skin round it.
struct Bed {
  double needles = 1;
  double footprint = 0;            ///< radius of the circle that they stand on [m]
  double aperture = k_everywhere;  ///< radius of a ring that holds the skin round them [m]
};

/// Per force on one needle, all loaded alike [m/N].
struct Compliance {
  double near =
      0;           ///< down to where the neighbours' loads merge: what a needle sinks relative to the skin between them
  double far = 0;  ///< the dent of the whole array
};

Compliance layered_compliance(const Ground& ground, double contact_radius, const Bed& bed);

}  // namespace percuta::insertion
