#pragma once

#include <vector>

#include "percuta/insertion/needle/needle_law.hpp"
#include "percuta/numerics/kernel_clone.hpp"

namespace percuta::insertion {

/// One needle pushed in from its first touch: what it takes, tabulated against its protrusion, straight between.
class NeedleCurve {
 public:
  /// Up to the protrusion `longest` [m].
  NeedleCurve(const NeedleLaw& law, double longest, numerics::KernelClone clone);

  double force(double protrusion) const;  ///< [N]
  double work(double protrusion) const;   ///< spent on the way there, of the force over the protrusion [J]
  /// How far a needle driven by `force` goes: to where it is first resisted by as much; `longest` if never [m].
  double protrusion_under(double force) const;
  double longest() const;  ///< [m]

 private:
  double between(const std::vector<double>& values, double protrusion) const;

  double step_ = 0;  ///< [m]
  std::vector<double> force_, work_;
};

}  // namespace percuta::insertion
