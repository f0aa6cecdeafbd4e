#include "percuta/punctures/drum_contact.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace percuta::punctures {

std::vector<double> row_loads(const device::Drum& drum, const Guidance& guidance) {
  const auto rows = static_cast<std::size_t>(drum.rows);
  std::vector<double> loads(rows, 1);
  if (guidance.skin_radius <= 0) return loads;
  const double pitch = drum.width / static_cast<double>(drum.rows);
  const double half = 0.5 * static_cast<double>(drum.rows - 1);
  const double nearest = (half - std::floor(half)) * pitch;  // of the middle rows
  const double squared = std::max(2 * guidance.skin_radius * guidance.skin_give, 4 * nearest * nearest);
  for (std::size_t row = 0; row < rows; ++row) {
    const double aside = (static_cast<double>(row) - half) * pitch;
    loads[row] = squared > 0 ? std::max(0.0, 1 - aside * aside / squared) : (aside == 0 ? 1 : 0);
  }
  const double mean = std::accumulate(loads.begin(), loads.end(), 0.0) / static_cast<double>(rows);
  for (double& load : loads) load /= mean;
  return loads;
}

}  // namespace percuta::punctures
