#include "percuta/healing/space/line_alarm.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace percuta::healing {
namespace {

constexpr int k_steps = 48;       // of asinh(s / r), over all that counts
constexpr int k_fade = 40;        // reaches away exp(-R) is nothing to a double
constexpr int k_simpson_mid = 4;  // weight of a step's middle in Simpson's rule
constexpr int k_simpson_all = 6;

}  // namespace

LineAlarm::LineAlarm(double r) : r_(r) {
  const double last = std::acosh(std::max(2.0, k_fade / r));
  step_ = last / k_steps;
  const double scale = 1 / (4 * std::numbers::pi);
  const auto slope = [&](double v) { return scale * std::exp(-r * std::cosh(v)); };
  sums_.push_back(0);
  slopes_.push_back(slope(0));
  for (int i = 1; i <= k_steps; ++i) {
    slopes_.push_back(slope(i * step_));
    const double middle = slope((i - 0.5) * step_);
    sums_.push_back(sums_.back() +
                    step_ / k_simpson_all * (slopes_[slopes_.size() - 2] + k_simpson_mid * middle + slopes_.back()));
  }
}

double LineAlarm::whole() const {
  return sums_.back();
}

double LineAlarm::operator()(double u) const {
  const double s = std::abs(u) / r_;
  const double place = std::log(s + std::sqrt(s * s + 1)) / step_;  // asinh, as near as the table is
  if (place >= k_steps) return std::copysign(whole(), u);
  const auto i = static_cast<std::size_t>(place);
  const double t = place - static_cast<double>(i), rest = 1 - t;
  // The cubic through both sums and both slopes.
  const double begin = rest * rest * (1 + 2 * t) * sums_[i] + t * rest * rest * step_ * slopes_[i];
  const double end = t * t * (1 + 2 * rest) * sums_[i + 1] - t * t * rest * step_ * slopes_[i + 1];
  return std::copysign(begin + end, u);
}

}  // namespace percuta::healing
