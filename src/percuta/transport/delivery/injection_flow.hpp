#pragma once

#include <vector>

/// What an injection does to tissue while it runs: fluid pushed into a porous solid that gives way.
/// Model    Darcy's law with k = k0 exp(m e) around the tip; of an elastic solid the strain of volume follows the
///          pressure, e = p / H, so that de/dt = div(k0 H / mu exp(m e) grad e)
/// In       tissue, volume, time, bore                    Out  pressure at the tip, how far the fluid came (SI)
/// Holds    tissue wide against the depot; strains told as of a small one
/// Source   Shrestha2020, Weir2023                        Checked  tests/transport/delivery
namespace percuta::transport {

/// A porous solid full of fluid.
struct PorousTissue {
  double permeability = 0;  ///< k0, at rest [m2]
  double exponent = 0;      ///< m, of the strain of volume [1]
  double modulus = 0;       ///< H, pressure over the strain of volume that it makes where nothing gives sideways [Pa]
  double viscosity = 0;     ///< of the fluid [Pa s]
  double porosity = 0;      ///< share of fluid at rest [1]
};

/// Steady flow from a sphere of radius a at `pressure` to one of radius b at 0 [m3/s]:
///     q = 4 pi k0 / mu (H / m) (exp(m p / H) - 1) / (1 / a - 1 / b);     m = 0: 4 pi k0 / mu p / (1 / a - 1 / b)
double steady_flow(const PorousTissue& tissue, double a, double b, double pressure);

/// So much fluid, evenly through a time, out of a sphere as wide as the bore.
struct Infusion {
  double volume = 0;    ///< [m3]
  double duration = 0;  ///< [s]
  double radius = 0;    ///< of the opening [m]
  double reach = 0;     ///< where tissue stands at rest [m]; 0 = beyond all that is felt
};

/// At the end of it, shell by shell.
struct Infused {
  std::vector<double> radius;  ///< of the shells' middles [m]
  std::vector<double> strain;  ///< of volume [1]
  double pressure = 0;         ///< at the opening [Pa]
  double depot = 0;            ///< how far what was infused has come, all that was there pushed ahead of it [m]
  double taken = 0;            ///< by the tissue within reach, over what was infused [1]
};

/// In `shells` of finite volumes, each wider than the last by one factor, and as many steps in time, each longer.
Infused infuse(const PorousTissue& tissue, const Infusion& infusion, int shells = 160);

}  // namespace percuta::transport
