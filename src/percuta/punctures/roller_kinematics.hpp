#pragma once

#include "percuta/device/device.hpp"

/// How a drum carries its needles through flat, rigid skin that touches the drum's surface.
/// The drum turns by p while its middle moves on by rolling_radius * p; a tip is at x = rolling_radius p - (r + L) sin
/// p. It goes in at -entry_angle and comes out at +entry_angle.
namespace percuta::punctures {

struct RollerKinematics {
  double rolling_radius = 0;  ///< r + share * L [m]
  double entry_angle = 0;     ///< off the normal, where the tip meets the surface: acos(r / (r + L)) [rad]
  double entry_lead = 0;      ///< from where it points straight down to where it met the surface, forwards [m]
  double entry_speed = 0;     ///< of the tip into the skin, as a share of the rolling speed [1]
  double tip_sweep = 0;       ///< sideways travel of the tip while below the surface [m]
};

RollerKinematics roller_kinematics(const device::Device& device);

/// What is left of the sweep when the skin travels along.
struct Slitting {
  double slit = 0;  ///< [m]
  double tilt = 0;  ///< off the normal, of the way through the skin [rad]
};

/// Skin that gives way by `lateral_compliance` [m] takes that much off the sweep; the tilt shrinks in the same measure.
Slitting slitting(const RollerKinematics& kinematics, double lateral_compliance);

}  // namespace percuta::punctures
