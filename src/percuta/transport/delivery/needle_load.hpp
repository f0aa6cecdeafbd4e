#pragma once

#include <string>
#include <vector>

#include "percuta/transport/transport.hpp"

/// Needles that stay in the skin, and how they give what they carry.
/// Model    what dissolves goes back at ds/dt = k_D (c_s - c) / rho (Noyes and Whitney), c what is dissolved beside it
///          and lost to tissue; a gel that swells leads from what lies behind it
/// In       outline of a needle, depth in place, [needle] of data/transport.toml        Out  what is left of it (SI)
/// Holds    slender needles, of which the flank dissolves         Checked  tests/transport/delivery
namespace percuta::transport {

/// A round needle: radii at even heights, from the tip to the base, straight between [m].
struct NeedleShape {
  double length = 0;
  std::vector<double> radii;
};

/// Of a needle between two heights above the tip, its flank worn off by `worn`: pi int max(0, r - worn)^2 [m3].
double volume_between(const NeedleShape& shape, double low, double high, double worn = 0);

/// The same of its flank: 2 pi int max(0, r - worn) [m2].
double flank_between(const NeedleShape& shape, double low, double high, double worn = 0);

enum class Release { nothing, dissolves, coated, swells };
/// Of a word of device::k_releases; anything else gives nothing.
Release release_of(const std::string& word);

/// Needles that stay, like one another, over a window.
struct NeedleLoad {
  Release release = Release::nothing;
  NeedleShape shape;
  double coating = 0;  ///< thickness of the dry coat [m]
  double worn = 0;     ///< until they are taken off with what is left of them [s]
  double needles = 0;  ///< over the window, those that did not go in among them

  bool is_wanted() const { return release != Release::nothing; }
  bool is_dissolving() const { return release == Release::dissolves || release == Release::coated; }
  /// Of what dissolves, on one needle, in the skin and above it [kg].
  double mass_of_each(const NeedleRates& rates) const;
};

/// One of them in place, and the tissue that is its share.
struct NeedleInSkin {
  double depth = 0;  ///< of the tip [m]
  double share = 0;  ///< of the surface [m2]
};

/// How far its flank has gone back at each of `times`, from 0 and rising [m]. What dissolves is lost to the tissue
/// around, G = 2 pi D w d / ln(e / r) with e = r + sqrt(pi D t), at most the share's rim:
///     ds/dt = k_D (c_s - c) / rho,     V dc/dt = k_D A(s) (c_s - c) - G c
/// A coat ends where it is through. Steps are `finer` times as close as usual: for studies of convergence.
std::vector<double> worn_off(const NeedleLoad& load, const NeedleInSkin& needle, const Rates& rates,
                             const std::vector<double>& times, double finer = 1);

/// Until when needles at that depth keep their holes open: until they are gone, or taken off [s].
double held_open(const NeedleLoad& load, const NeedleInSkin& needle, const Rates& rates);

}  // namespace percuta::transport
