#include "percuta/insertion/needle/needle_curve.hpp"

#include <algorithm>
#include <cmath>

#include "percuta/base/result_column.hpp"

namespace percuta::insertion {
namespace {

constexpr std::size_t k_steps = 1024;

/// Where a curve first comes to `value`, in steps; k_undefined if never.
double place_of(const std::vector<double>& values, double value) {
  const auto above = std::find_if(values.begin(), values.end(), [value](double v) { return v >= value; });
  if (above == values.begin()) return 0;
  if (above == values.end()) return k_undefined;
  const auto i = static_cast<std::size_t>(above - values.begin());
  return static_cast<double>(i - 1) + (value - values[i - 1]) / (values[i] - values[i - 1]);
}

}  // namespace

NeedleCurve::NeedleCurve(const NeedleRest& rest, double longest)
    : step_(longest / k_steps), force_(k_steps + 1), depth_(k_steps + 1), work_(k_steps + 1) {
  const double share = 1 / static_cast<double>(rest.count());
  for (std::size_t i = 0; i <= k_steps; ++i) {
    for (std::size_t n = 0; n < rest.count(); ++n) {
      const NeedleRest::State state = rest.at(static_cast<double>(i) * step_, n);
      force_[i] += share * state.force;
      depth_[i] += share * state.depth;
    }
  }
  for (std::size_t i = 1; i < work_.size(); ++i) work_[i] = work_[i - 1] + 0.5 * step_ * (force_[i - 1] + force_[i]);
}

double NeedleCurve::force(double protrusion) const {
  return between(force_, protrusion);
}

double NeedleCurve::depth(double protrusion) const {
  return between(depth_, protrusion);
}

double NeedleCurve::work(double protrusion) const {
  return between(work_, protrusion);
}

double NeedleCurve::protrusion_under(double force) const {
  const double place = place_of(force_, force);
  return std::isnan(place) ? longest() : step_ * place;
}

double NeedleCurve::most_force_to(double protrusion) const {
  const auto steps = static_cast<std::ptrdiff_t>(std::clamp(protrusion / step_, 0.0, static_cast<double>(k_steps)));
  return std::max(force(protrusion), *std::max_element(force_.begin(), force_.begin() + steps + 1));
}

double NeedleCurve::protrusion_for(double depth) const {
  return step_ * place_of(depth_, depth);
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
