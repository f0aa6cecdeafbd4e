#pragma once

#include <vector>

#include "percuta/device/device.hpp"
#include "percuta/insertion/layered_compliance.hpp"
#include "percuta/insertion/needle/needle_curve.hpp"

namespace percuta::insertion {

/// How far a rolling drum stays off the skin, which wraps it over +-a. The needles in the wrap stand in full depth, and
/// those on their way in beyond it carry what they meet:
///   F(standoff) = n (a / (pi R)) f(L - standoff) + n / (2 pi) * integral over the entering half of f(t(angle)) d angle
///   t(angle) = (R + L) cos(angle) - R - standoff
/// averaged over where the needle lines stand. At standoff 0 the drum's own surface touches.
class DrumBalance {
 public:
  DrumBalance(const device::Device& device, const Ground& ground, const NeedleCurve& curve);

  double standoff(double force) const;        ///< under the hand's force, above the skin between the needles [m]
  double force_for(double protrusion) const;  ///< at which needles come so far; k_undefined if never [N]

 private:
  device::Drum drum_;
  double needles_ = 0;
  Ground ground_;
  double step_ = 0;                      ///< of the tables' standoff [m]
  std::vector<double> full_, entering_;  ///< force on one needle of the wrap, and of all that enter beyond it [N]
};

/// The standoff against the hand's force, tabulated up to `most` [N], straight between.
class StandoffByForce {
 public:
  StandoffByForce(const DrumBalance& balance, double most);
  double operator()(double force) const;  ///< [m]

 private:
  double step_ = 0;  ///< [N]
  std::vector<double> standoff_;
};

}  // namespace percuta::insertion
