#pragma once

namespace percuta::insertion {

/// A tapered column, clamped at its wide end, its tip held sideways by the skin.
struct Column {
  double tip_radius = 0, base_radius = 0;  ///< [m]
  double length = 0;                       ///< [m]
  double bore_radius = 0;                  ///< [m]
  double modulus = 0;                      ///< Young's [Pa]
};

/// Axial force at which it buckles [N]. Of a solid cone's frustum, y = x (A sin(k/x) + B cos(k/x)) + C (x - x_tip) with
/// x from the cone's apex gives tan q = q for q = k (1/x_tip - 1/x_base), so that
///   P = q^2 E (pi / 4) r_tip^2 r_base^2 / L^2,   q = 4.493...
/// of a cylinder the textbook's. A bore takes its own pi / 4 b^4 off, as far as the wall is wider.
double buckling_load(const Column& column);

}  // namespace percuta::insertion
