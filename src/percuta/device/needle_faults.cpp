#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "percuta/base/error.hpp"
#include "percuta/device/needle_shape.hpp"
#include "percuta/device/soundness.hpp"

namespace percuta::device {

namespace {

constexpr int k_share = 10;  // two drawings of one needle may differ by a tenth

bool is_near(double value, const Quantity& told) {
  const double low = std::min(told.low, told.value), high = std::max(told.high, told.value);
  return value * k_share >= low * (k_share - 1) && value * k_share <= high * (k_share + 1);
}

/// Width of the drawn needle at its widest, as the file tells widths: of a pyramid the side of its square [m].
double drawn_width(const Needle& needle) {
  double radius = 0;
  for (const std::vector<double>& point : needle.profile) radius = std::max(radius, point[1]);
  return needle.shape == "pyramid" ? radius * std::sqrt(std::numbers::pi) : 2 * radius;
}

/// A profile against the length and the diameter that the file tells besides.
void compare_profile(const Needle& needle, Faults& faults) {
  const double height = needle.profile.back()[0], width = drawn_width(needle);
  if (height * k_share > std::max(needle.length.high, needle.length.value) * (k_share + 1)) {
    faults.push_back(
        {"needle.profile",
         fmt::format("needle.profile is {} high, and needle.length {}", in_mm(height), in_mm(needle.length)),
         "heights count from the tip, in mm; one of the two is wrong"});
  }
  if (!is_near(width, needle.diameter)) {
    faults.push_back(
        {"needle.profile",
         fmt::format("needle.profile is {} wide, and needle.diameter {}", in_mm(width), in_mm(needle.diameter)),
         "a profile lists radii, half of the widths, in mm; one of the two is wrong"});
  }
}

}  // namespace

void find_needle_faults(const Needle& needle, Faults& faults) {
  if (needle.release == "coated" && !(needle.coating > 0)) {
    faults.push_back({"needle.coating", "the needles are coated, and how thick the coat is is not told",
                      "give needle.coating, such as \"10 um\", or another needle.release"});
  }
  if (needle.bore >= needle.diameter) {
    faults.push_back({"needle.bore",
                      fmt::format("needle.bore is {}, and needle.diameter {}: it is not narrower", in_mm(needle.bore),
                                  in_mm(needle.diameter)),
                      "the bore is the inner diameter"});
  }
  if (needle.profile.empty()) {
    if (2 * needle.tip_radius > needle.diameter) {
      faults.push_back({"needle.tip_radius",
                        fmt::format("needle.tip_radius is {}, more than half of needle.diameter, {}",
                                    in_mm(needle.tip_radius), in_mm(needle.diameter)),
                        "a tip is no wider than its needle"});
    }
    return;
  }
  try {
    check_profile(needle);
    compare_profile(needle, faults);
  } catch (const InputError& error) {
    for (const Problem& problem : error.problems()) faults.push_back({"needle.profile", problem.message, problem.hint});
  }
}

}  // namespace percuta::device
