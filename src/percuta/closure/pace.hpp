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

}  // namespace percuta::closure
