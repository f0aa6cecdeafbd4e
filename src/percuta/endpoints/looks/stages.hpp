#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "percuta/endpoints/endpoints.hpp"
#include "percuta/endpoints/first_order.hpp"

/// From inflammation to pigment: four stages of equal length in a row, then fading.
namespace percuta::endpoints {

/// y1' = (u - y1) / tau, y2' = (y1 - y2) / tau, ... ; pigment' = y4 - fade pigment. Its grid is worked out once.
class PigmentStages {
 public:
  PigmentStages(const std::vector<double>& times, const PigmentMap& map);

  /// What feeds the first stage, of one moment of the papillary dermis [1].
  double feed(const healing::Moment& moment) const;
  /// Pigment at each time, for `feed` at each [s].
  std::vector<double> follow(const std::vector<double>& feed) const;

 private:
  /// A time of the finer grid: after which time of the course it comes, and how far on the way to the next.
  struct Place {
    std::size_t before;
    double way;
  };
  std::vector<Place> places_;
  std::vector<std::size_t> nodes_;  ///< where the times of the course stand in the finer grid
  double late_, fade_;
  std::vector<FirstOrder> rates_;  ///< of a stage, of fading
};

/// Risk of pigment for this phototype once it has been `most`, where half of types IV to VI get it at `threshold`.
double pigment_risk(double most, double threshold, std::int64_t phototype, const PigmentMap& map);

}  // namespace percuta::endpoints
