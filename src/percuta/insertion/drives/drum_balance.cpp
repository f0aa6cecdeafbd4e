#include "percuta/insertion/drives/drum_balance.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "percuta/base/result_column.hpp"
#include "percuta/insertion/drives/standoff_table.hpp"
#include "percuta/insertion/drives/wrap.hpp"

namespace percuta::insertion {
namespace {

constexpr std::size_t k_standoffs = 256;  // steps of the table
constexpr std::size_t k_angles = 256;
constexpr std::size_t k_forces = 64;
constexpr double k_most_force = 1000;  // [N], more than any hand
constexpr int k_halvings = 40;

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

DrumBalance::DrumBalance(const device::Device& device, const Ground& ground, const NeedleCurve& curve)
    : drum_(device.drum),
      needles_(static_cast<double>(device::needle_count(device))),
      ground_(ground),
      step_(curve.longest() / k_standoffs),
      full_(k_standoffs + 1),
      entering_(k_standoffs + 1) {
  const double radius = 0.5 * drum_.diameter, length = curve.longest();
  for (std::size_t i = 0; i < k_standoffs; ++i) {
    const double standoff = static_cast<double>(i) * step_;
    full_[i] = curve.force(length - standoff);
    entering_[i] = needles_ / (2 * std::numbers::pi) * force_over_angle(curve, radius + length, radius + standoff);
  }
}

double DrumBalance::standoff(double force) const {
  const double in_wrap = needles_ * wrap_of(drum_, ground_, force) / (std::numbers::pi * 0.5 * drum_.diameter);
  std::vector<double> carried(full_.size());
  for (std::size_t i = 0; i < carried.size(); ++i) carried[i] = in_wrap * full_[i] + entering_[i];
  return StandoffTable(step_, std::move(carried)).standoff(force);
}

double DrumBalance::force_for(double protrusion) const {
  const double wanted = step_ * k_standoffs - protrusion;
  if (wanted < 0 || standoff(k_most_force) > wanted) return k_undefined;
  double little = 0, enough = k_most_force;
  for (int i = 0; i < k_halvings; ++i) {
    const double force = 0.5 * (little + enough);
    (standoff(force) > wanted ? little : enough) = force;
  }
  return enough;
}

StandoffByForce::StandoffByForce(const DrumBalance& balance, double most)
    : step_(most / k_forces), standoff_(k_forces + 1) {
  for (std::size_t i = 0; i <= k_forces; ++i) standoff_[i] = balance.standoff(static_cast<double>(i) * step_);
}

double StandoffByForce::operator()(double force) const {
  const double place = step_ > 0 ? std::clamp(force / step_, 0.0, static_cast<double>(k_forces)) : 0;
  const auto i = std::min(static_cast<std::size_t>(place), k_forces - 1);
  return standoff_[i] + (standoff_[i + 1] - standoff_[i]) * (place - static_cast<double>(i));
}

}  // namespace percuta::insertion
