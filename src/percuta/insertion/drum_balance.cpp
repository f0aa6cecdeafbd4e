#include "percuta/insertion/drum_balance.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "percuta/insertion/needle_balance.hpp"

namespace percuta::insertion {
namespace {

constexpr std::size_t k_standoffs = 256;  // steps of the table
constexpr std::size_t k_protrusions = 1024;
constexpr std::size_t k_angles = 256;

/// Force of one needle against its protrusion, tabulated.
struct NeedleCurve {
  double step = 0;
  std::vector<double> force;

  double operator()(double protrusion) const {
    const double place = std::clamp(protrusion / step, 0.0, static_cast<double>(force.size() - 1));
    const auto i = std::min(static_cast<std::size_t>(place), force.size() - 2);
    return force[i] + (force[i + 1] - force[i]) * (place - static_cast<double>(i));
  }
};

NeedleCurve needle_curve(const NeedleLaw& law, double longest, numerics::KernelClone clone) {
  NeedleCurve curve{longest / k_protrusions, std::vector<double>(k_protrusions + 1)};
  std::vector<double> protrusion(curve.force.size()), depth(curve.force.size());
  for (std::size_t i = 0; i < protrusion.size(); ++i) protrusion[i] = static_cast<double>(i) * curve.step;
  solve_needles(law, {protrusion.data(), depth.data(), curve.force.data(), protrusion.size()}, clone);
  return curve;
}

/// Integral of the needle's force over the entering angle, through u = tan(angle / 2): cos = (1 - u^2) / (1 + u^2).
/// No cosine is called, so that the sum is the same on every processor.
double force_over_angle(const NeedleCurve& curve, double tip_circle, double height) {
  const double last = std::sqrt(std::max(0.0, (tip_circle - height) / (tip_circle + height)));
  const double du = last / k_angles;
  double sum = 0;
  for (std::size_t i = 0; i < k_angles; ++i) {
    const double u = (static_cast<double>(i) + 0.5) * du;
    const double protrusion = tip_circle * ((1 - u * u) / (1 + u * u)) - height;
    sum += curve(protrusion) * (2 / (1 + u * u)) * du;
  }
  return sum;
}

}  // namespace

DrumBalance::DrumBalance(const device::Device& device, const NeedleLaw& law, numerics::KernelClone clone) {
  const double length = device.needle.length;
  const double drum = 0.5 * device.drum.diameter;
  const NeedleCurve curve = needle_curve(law, length, clone);
  const double per_angle = static_cast<double>(device::needle_count(device)) / (2 * std::numbers::pi);
  step_ = length / k_standoffs;
  force_at_.resize(k_standoffs + 1);
  for (std::size_t i = 0; i < k_standoffs; ++i) {
    force_at_[i] = per_angle * force_over_angle(curve, drum + length, drum + static_cast<double>(i) * step_);
  }
  force_at_[k_standoffs] = 0;
  // The needle's force may drop when it pierces; what the drum can rest on never shrinks while it sinks.
  for (std::size_t i = k_standoffs; i-- > 0;) force_at_[i] = std::max(force_at_[i], force_at_[i + 1]);
}

double DrumBalance::standoff(double force) const {
  if (force >= force_at_.front()) return 0;
  const auto above = std::partition_point(force_at_.begin(), force_at_.end(), [force](double f) { return f > force; });
  const auto i = static_cast<std::size_t>(above - force_at_.begin());  // force_at_[i - 1] > force >= force_at_[i]
  const double share = (force_at_[i - 1] - force) / (force_at_[i - 1] - force_at_[i]);
  return step_ * (static_cast<double>(i - 1) + share);
}

double DrumBalance::full_force() const {
  return force_at_.front();
}

}  // namespace percuta::insertion
