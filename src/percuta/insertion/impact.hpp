#pragma once

#include "percuta/device/device.hpp"
#include "percuta/insertion/layered_compliance.hpp"
#include "percuta/insertion/needle/needle_curve.hpp"
#include "percuta/skin/skin.hpp"

namespace percuta::insertion {

/// A moving mass that is stopped by what its needles meet.
struct Impact {
  double mass = 0;       ///< [kg]
  double speed = 0;      ///< [m/s]
  double needles = 1;    ///< that share it evenly
  double backing = 0;    ///< compliance of the body behind them, per force on one needle [m/N]
  double dent = 0;       ///< of the array's dent, the same; 0 = rigid [m/N]
  double impedance = 0;  ///< what the dent pushes back with while it moves, over its speed, of the whole array [N s/m]
};

/// Of a mass behind these needles of a device; the dent gives slowly and moves as fast as its softest layer's inertia
/// lets it.
Impact impact_of(const device::Device& device, const skin::Skin& skin, const Bed& bed, double mass, double speed);

/// How far the needles are in when they go in no more: when the mass moves no faster than the skin that it dents, or
/// its body touches [m].
///   m y'' = -N f(t),   y = t + x + backing f(t),   N f(t) = N x / dent + impedance x'
/// t the needles' own way in, x the dent below them: however soft what lies beneath is, in the time of a blow it takes
/// no more than its inertia lets it.
double impact_protrusion(const NeedleCurve& curve, const Impact& impact);

}  // namespace percuta::insertion
