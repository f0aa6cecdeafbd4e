#pragma once

#include <vector>

#include "percuta/insertion/needle/needle_rest.hpp"

namespace percuta::insertion {

/// Needles of all thresholds pushed in together from their first touch: what they take on average, tabulated against
/// their protrusion, straight between.
class NeedleCurve {
 public:
  /// Up to the protrusion `longest` [m].
  NeedleCurve(const NeedleRest& rest, double longest);

  double force(double protrusion) const;  ///< mean on a needle [N]
  double depth(double protrusion) const;  ///< mean; of one that does not pierce 0 [m]
  double work(double protrusion) const;   ///< spent on the way there, of the force over the protrusion [J]
  /// How far needles driven by `force` each go: to where they are first resisted by as much; `longest` if never [m].
  double protrusion_under(double force) const;
  double most_force_to(double protrusion) const;  ///< that it takes to come there: the largest on the way [N]
  /// The protrusion at which the mean depth is first reached; k_undefined if never [m].
  double protrusion_for(double depth) const;
  double longest() const;  ///< [m]

 private:
  double between(const std::vector<double>& values, double protrusion) const;

  double step_ = 0;  ///< [m]
  std::vector<double> force_, depth_, work_;
};

}  // namespace percuta::insertion
