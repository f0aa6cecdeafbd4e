#pragma once

#include <vector>

#include "percuta/healing/law.hpp"

namespace percuta::healing {

/// What one dose alone makes in the end, by the dose: classes of pieces keep its mean, so that a class makes what its
/// pieces would. In units of what the greatest dose makes; rises with the dose.
class DoseResponse {
 public:
  explicit DoseResponse(const Law& law);

  double of(double alarm) const;            ///< 0 .. 1
  double alarm_for(double response) const;  ///< the inverse

 private:
  std::vector<double> responses_;  ///< at doses in even steps of their logarithm
};

}  // namespace percuta::healing
