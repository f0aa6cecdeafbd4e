#pragma once

#include <vector>

#include "percuta/insertion/layered_compliance.hpp"

namespace percuta::insertion {

/// Against what a needle's sinking is counted.
enum class Frame {
  skin_between,  ///< the skin between the needles, which a device driven by force follows down
  undisturbed,   ///< the skin at rest, where a device driven to a position stays
};

/// Force on a needle over the dimple under it, against the radius of the spot that it presses. Tabulated once a law,
/// closer together for narrow spots; straight between, and on along the last step beyond.
class StiffnessCurve {
 public:
  StiffnessCurve() = default;
  StiffnessCurve(const Ground& ground, const Bed& bed, Frame frame, double narrowest, double widest);  ///< radii [m]

  double at(double radius) const;     ///< [N/m]
  double slope(double radius) const;  ///< its growth with the radius [N/m2]

 private:
  std::size_t step_of(double radius) const;
  double radius_of(std::size_t step) const;

  double narrowest_ = 0, span_ = 0;  ///< [m]
  std::vector<double> stiffness_;
};

}  // namespace percuta::insertion
