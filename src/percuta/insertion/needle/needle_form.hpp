#pragma once

#include "percuta/device/device.hpp"

namespace percuta::insertion {

/// A needle as round pieces, each a straight taper, from the tip up; plain numbers for the kernel. It never narrows
/// towards its base: what a wider part has opened stays open.
struct NeedleForm {
  struct Piece {
    double start = 0;   ///< height above the tip [m]
    double length = 0;  ///< [m]
    double radius = 0;  ///< at its start [m]
    double slope = 0;   ///< growth of the radius with height [1]
    double slant = 1;   ///< flank length over height [1]
  };
  static constexpr int k_most_pieces = 8;
  Piece pieces[k_most_pieces];
  int count = 0;           ///< of pieces; the last is the shaft, without end
  double tip_radius = 0;   ///< [m]
  double base_radius = 0;  ///< [m]
  double taper = 0;        ///< height at which the needle is as wide as its base [m]
};

/// A cone, a pyramid and a measured profile of up to seven tapers exactly; a bevel and longer profiles from even steps.
NeedleForm needle_form(const device::Needle& needle);

double radius_at(const NeedleForm& form, double height);     ///< [m]
double flank_to(const NeedleForm& form, double height);      ///< flank area up to there, tip face left out [m2]
double height_where(const NeedleForm& form, double radius);  ///< first as wide as that; infinite if never [m]

}  // namespace percuta::insertion
