#include "percuta/insertion/needle/needle_curve.hpp"

#include <algorithm>

#include "percuta/insertion/needle/needle_balance.hpp"

namespace percuta::insertion {
namespace {

constexpr std::size_t k_steps = 1024;

}  // namespace

NeedleCurve::NeedleCurve(const NeedleLaw& law, double longest, numerics::KernelClone clone)
    : step_(longest / k_steps), force_(k_steps + 1), work_(k_steps + 1) {
  std::vector<double> protrusion(force_.size()), depth(force_.size());
  for (std::size_t i = 0; i < protrusion.size(); ++i) protrusion[i] = static_cast<double>(i) * step_;
  solve_needles(law, {protrusion.data(), depth.data(), force_.data(), protrusion.size()}, clone);
  // The step in which it pierces begins with the whole force that piercing takes.
  if (law.puncture_dimple < longest) {
    const auto first = std::lower_bound(protrusion.begin(), protrusion.end(), law.puncture_dimple);
    force_[static_cast<std::size_t>(first - protrusion.begin()) - 1] = law.puncture_force;
  }
  for (std::size_t i = 1; i < work_.size(); ++i) work_[i] = work_[i - 1] + 0.5 * step_ * (force_[i - 1] + force_[i]);
}

double NeedleCurve::force(double protrusion) const {
  return between(force_, protrusion);
}

double NeedleCurve::work(double protrusion) const {
  return between(work_, protrusion);
}

double NeedleCurve::protrusion_under(double force) const {
  const auto above = std::find_if(force_.begin(), force_.end(), [force](double f) { return f >= force; });
  if (above == force_.begin()) return 0;
  if (above == force_.end()) return longest();
  const auto i = static_cast<std::size_t>(above - force_.begin());
  return step_ * (static_cast<double>(i - 1) + (force - force_[i - 1]) / (force_[i] - force_[i - 1]));
}

double NeedleCurve::longest() const {
  return step_ * k_steps;
}

double NeedleCurve::between(const std::vector<double>& values, double protrusion) const {
  const double place = std::clamp(protrusion / step_, 0.0, static_cast<double>(k_steps));
  const auto i = std::min(static_cast<std::size_t>(place), k_steps - 1);
  return values[i] + (values[i + 1] - values[i]) * (place - static_cast<double>(i));
}

}  // namespace percuta::insertion
