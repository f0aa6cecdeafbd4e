#pragma once

#include <vector>

#include "percuta/endpoints/endpoints.hpp"

/// How the epidermis thickens along a course:  e' = (1 + response h + size gain - e) / renewal time.
namespace percuta::endpoints {

/// The equation is linear, so its answer is a sum of two, per time, less that of untouched skin [1].
struct Thickening {
  std::vector<double> by_response;  ///< to growth factor
  std::vector<double> by_gain;      ///< of papillary collagen, for a size of 1

  std::vector<double> with(double size) const;
};
Thickening thickening(const healing::Course& course, const EpidermisMap& map);

/// More cells made than in untouched skin, from growth factor alone, per time [1].
std::vector<double> more_cells(const healing::Course& course, const EpidermisMap& map);

}  // namespace percuta::endpoints
