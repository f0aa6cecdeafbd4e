#include <algorithm>
#include <numbers>

#include "percuta/numerics/statistics/nearest_neighbour.hpp"
#include "percuta/strokes/strokes.hpp"

namespace percuta::strokes {

double reach_around(const Technique& technique, const InjectionPatterns& patterns, const device::Device& device) {
  if (device::manner_of(device.kind) == device::Manner::inject) {
    return as_asked(technique, patterns).spacing / std::numbers::sqrt2;
  }
  if (device::body_of(device.kind) == "drum") {
    const double round = std::numbers::pi * device.drum.diameter / static_cast<double>(device.drum.columns);
    return 0.5 * std::max(round, device.drum.width / static_cast<double>(device.drum.rows));
  }
  const std::vector<numerics::Point> needles = device::layout(device);
  if (needles.size() < 2) {
    const double spacing = technique.spacing;
    return (spacing > 0 ? spacing : device::working_width(device)) / std::numbers::sqrt2;
  }
  return 0.5 * numerics::mean_nearest_neighbour(needles, std::vector<bool>(needles.size(), true));
}

}  // namespace percuta::strokes
