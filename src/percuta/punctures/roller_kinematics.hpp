#pragma once

#include "percuta/device/device.hpp"

/// How a drum carries its needles through flat, rigid skin that touches the drum's surface.
/// The drum turns by p while its middle moves on by rolling_radius * p; a tip is at x = rolling_radius p - (r + L) sin
/// p.
namespace percuta::punctures {

struct RollerKinematics {
  double rolling_radius = 0;  ///< r + share * L [m]
  double entry_angle = 0;     ///< off the normal, where the tip meets the surface: acos(r / (r + L)) [rad]
  double tip_sweep = 0;       ///< sideways travel of the tip while below the surface [m]
};

RollerKinematics roller_kinematics(const device::Device& device);

}  // namespace percuta::punctures
