#include "percuta/punctures/roller_kinematics.hpp"

#include <algorithm>
#include <cmath>

namespace percuta::punctures {
namespace {

/// x(p) is odd and turns back where cos p = rolling / tip circle: the widest of turning point and entry counts, both
/// ways.
double sweep(double rolling, double tip_circle, double entry_angle) {
  const auto aside = [&](double angle) { return std::abs(rolling * angle - tip_circle * std::sin(angle)); };
  const double turning_point = std::acos(std::min(1.0, rolling / tip_circle));
  return 2 * std::max(aside(entry_angle), aside(std::min(turning_point, entry_angle)));
}

}  // namespace

RollerKinematics roller_kinematics(const device::Device& device) {
  const double drum = 0.5 * device.drum.diameter;
  const double tip_circle = drum + device.needle.length;
  RollerKinematics kinematics;
  kinematics.rolling_radius = drum + device.drum.rolling_share * device.needle.length;
  kinematics.entry_angle = std::acos(drum / tip_circle);
  kinematics.entry_lead =
      tip_circle * std::sin(kinematics.entry_angle) - kinematics.rolling_radius * kinematics.entry_angle;
  kinematics.entry_speed = tip_circle / kinematics.rolling_radius * std::sin(kinematics.entry_angle);
  kinematics.tip_sweep = sweep(kinematics.rolling_radius, tip_circle, kinematics.entry_angle);
  return kinematics;
}

Slitting slitting(const RollerKinematics& kinematics, double lateral_compliance) {
  const double slit = std::max(0.0, kinematics.tip_sweep - lateral_compliance);
  return {slit, slit > 0 ? kinematics.entry_angle * slit / kinematics.tip_sweep : 0};
}

}  // namespace percuta::punctures
