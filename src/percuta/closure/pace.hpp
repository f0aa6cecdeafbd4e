#pragma once

#include "percuta/closure/closure.hpp"

/// Progress at one rate in the open and another under a cover.
namespace percuta::closure {

struct Pace {
  double dry = 0, covered = 0;  ///< rates, above 0 [1/s]
  Care care;

  /// Progress made by `t`: the rate's integral from 0 [1].
  double done(double t) const;

  /// When that much is done [s]: the inverse of `done`.
  double time_of(double progress) const;
};

/// New epidermis along the wall: nothing during the lag, then at the pace of the care, faster while that soothes.
struct Lining {
  Pace pace;          ///< 1 in the open
  double lag = 0;     ///< [s] in the open
  double factor = 1;  ///< above 0, while soothed
  double until = 0;   ///< soothed [s]
  double held = 0;    ///< nothing is done before [s]

  double done(double t) const;  ///< by `t`, in seconds of the open, unsoothed pace
  double time_of(double progress) const;
};
/// Of clocks whose lag, factors and care stand.
Lining lining_of(const Clocks& clocks);

}  // namespace percuta::closure
