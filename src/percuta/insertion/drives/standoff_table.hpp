#pragma once

#include <vector>

namespace percuta::insertion {

/// How far the body that carries the needles stays off the skin under the hand's force. Force beyond that at standoff 0
/// is carried by the body itself.
class StandoffTable {
 public:
  /// Force at standoff i * step [N]; the last is where no needle touches. Where the force drops on the way down, as
  /// when needles pierce, what the body can rest on is kept: a body that sinks does not rise again.
  StandoffTable(double step, std::vector<double> force_at);

  double standoff(double force) const;     ///< above the skin between the needles [m]
  double force_at(double standoff) const;  ///< that it takes to come so near [N]
  double full_force() const;               ///< at which the body comes to touch the skin [N]

 private:
  double step_ = 0;  ///< [m]
  std::vector<double> force_at_;
};

}  // namespace percuta::insertion
