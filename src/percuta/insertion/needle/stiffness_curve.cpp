#include "percuta/insertion/needle/stiffness_curve.hpp"

#include <algorithm>
#include <cmath>

namespace percuta::insertion {
namespace {

constexpr std::size_t k_steps = 128;

}  // namespace

StiffnessCurve::StiffnessCurve(const Ground& ground, const Bed& bed, Frame frame, double narrowest, double widest)
    : narrowest_(narrowest), span_(widest - narrowest), stiffness_(k_steps + 1) {
  for (std::size_t i = 0; i <= k_steps; ++i) {
    const double radius = radius_of(i);
    const Compliance compliance = layered_compliance(ground, radius, bed);
    const double least = 1 / (2 * ground.media.front().modulus * radius);  // of a half-space of the uppermost layer
    const double seen = compliance.near + (frame == Frame::undisturbed ? compliance.far : 0);
    stiffness_[i] = 1 / std::max(seen, least);
  }
}

double StiffnessCurve::at(double radius) const {
  const std::size_t i = step_of(radius);
  const double from = radius_of(i), to = radius_of(i + 1);
  return stiffness_[i] + (stiffness_[i + 1] - stiffness_[i]) * ((radius - from) / (to - from));
}

double StiffnessCurve::slope(double radius) const {
  const std::size_t i = step_of(radius);
  return (stiffness_[i + 1] - stiffness_[i]) / (radius_of(i + 1) - radius_of(i));
}

std::size_t StiffnessCurve::step_of(double radius) const {
  const double share = std::max(0.0, (radius - narrowest_) / span_);
  return std::min(static_cast<std::size_t>(std::sqrt(share) * k_steps), k_steps - 1);
}

double StiffnessCurve::radius_of(std::size_t step) const {
  const double share = static_cast<double>(step) / k_steps;
  return narrowest_ + span_ * share * share;
}

}  // namespace percuta::insertion
