#include "percuta/device/needle_shape.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "percuta/base/error.hpp"

namespace percuta::device {

namespace {

/// Straight lines between the measured points, level beyond them.
double measured_radius(const std::vector<std::vector<double>>& profile, double z) {
  if (z <= profile.front()[0]) return profile.front()[1];
  for (std::size_t i = 1; i < profile.size(); ++i) {
    if (z > profile[i][0]) continue;
    const double share = (z - profile[i - 1][0]) / (profile[i][0] - profile[i - 1][0]);
    return profile[i - 1][1] + share * (profile[i][1] - profile[i - 1][1]);
  }
  return profile.back()[1];
}

/// Radius of the circle as large as the part of a disc of radius 1 below a chord; `height` 0 .. 1 of the disc.
double cut_disc_radius(double height) {
  const double cosine = 1 - 2 * height;
  return std::sqrt((std::acos(cosine) - cosine * std::sqrt(1 - cosine * cosine)) / std::numbers::pi);
}

}  // namespace

void check_profile(const Needle& needle) {
  const auto& profile = needle.profile;
  if (profile.empty()) return;
  if (profile.size() < 2) throw InputError("needle.profile has a single point", "list at least tip and base");
  for (std::size_t i = 0; i < profile.size(); ++i) {
    if (profile[i][1] <= 0) {
      throw InputError("a radius of needle.profile is 0", "a tip has a radius too; sharp ones have about 0.001 mm");
    }
    if (i > 0 && profile[i][0] <= profile[i - 1][0]) {
      throw InputError("the heights of needle.profile do not rise from point to point",
                       "list the points from the tip up, each height once");
    }
  }
}

double radius_at(const Needle& needle, double z) {
  if (!needle.profile.empty()) {
    check_profile(needle);
    return measured_radius(needle.profile, z);
  }
  const bool is_square = needle.shape == "pyramid";
  const double base = needle.diameter * (is_square ? 1 / std::sqrt(std::numbers::pi) : 0.5);
  const double tip = std::min(needle.tip_radius.value, base);
  const double share = std::clamp(z / (needle.taper_share * needle.length), 0.0, 1.0);
  if (needle.shape == "bevel") return std::max(tip, base * cut_disc_radius(share));
  return tip + (base - tip) * share;
}

}  // namespace percuta::device
