#include "percuta/insertion/drives/drum_balance.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace percuta::insertion {
namespace {

constexpr std::size_t k_standoffs = 256;  // steps of the table
constexpr std::size_t k_angles = 256;

/// Integral of the needle's force over the entering angle, through u = tan(angle / 2): cos = (1 - u^2) / (1 + u^2).
/// No cosine is called, so that the sum is the same on every processor.
double force_over_angle(const NeedleCurve& curve, double tip_circle, double height) {
  const double last = std::sqrt(std::max(0.0, (tip_circle - height) / (tip_circle + height)));
  const double du = last / k_angles;
  double sum = 0;
  for (std::size_t i = 0; i < k_angles; ++i) {
    const double u = (static_cast<double>(i) + 0.5) * du;
    const double protrusion = tip_circle * ((1 - u * u) / (1 + u * u)) - height;
    sum += curve.force(protrusion) * (2 / (1 + u * u)) * du;
  }
  return sum;
}

}  // namespace

StandoffTable drum_balance(const device::Device& device, const NeedleCurve& curve) {
  const double length = device.needle.length;
  const double drum = 0.5 * device.drum.diameter;
  const double per_angle = static_cast<double>(device::needle_count(device)) / (2 * std::numbers::pi);
  const double step = length / k_standoffs;
  std::vector<double> force_at(k_standoffs + 1, 0.0);
  for (std::size_t i = 0; i < k_standoffs; ++i) {
    force_at[i] = per_angle * force_over_angle(curve, drum + length, drum + static_cast<double>(i) * step);
  }
  return {step, std::move(force_at)};
}

}  // namespace percuta::insertion
