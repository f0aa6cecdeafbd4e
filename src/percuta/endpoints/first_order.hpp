#pragma once

#include <vector>

/// What follows a driver at one rate, exactly where the driver is linear between times.
namespace percuta::endpoints {

/// x' = rate (u - x) on a grid of times: its steps are worked out once, for any number of drivers.
class FirstOrder {
 public:
  FirstOrder(const std::vector<double>& times, double rate);  ///< rate above 0 [1/s]

  /// x at each time, from 0 on, for `input` u at each time.
  std::vector<double> follow(const std::vector<double>& input) const;

 private:
  /// x at the end of a step = keep x + first u(start) + last u(end).
  struct Step {
    double keep, first, last;
  };
  std::vector<Step> steps_;
};

}  // namespace percuta::endpoints
