#include "percuta/strokes/strokes.hpp"

#include <cmath>

namespace percuta::strokes {

Pose pose_at(const Stroke& stroke, double s) {
  const double share = stroke.length > 0 ? s / stroke.length : 0;
  const double aside = 4 * stroke.bow * share * (1 - share);
  const double slope = stroke.length > 0 ? 4 * stroke.bow * (1 - 2 * share) / stroke.length : 0;
  const double along_x = std::cos(stroke.heading), along_y = std::sin(stroke.heading);
  return {{stroke.start.x + s * along_x - aside * along_y, stroke.start.y + s * along_y + aside * along_x},
          stroke.heading + std::atan(slope)};
}

}  // namespace percuta::strokes
