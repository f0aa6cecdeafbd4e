#include <algorithm>
#include <cmath>

#include "percuta/closure/closure.hpp"
#include "percuta/closure/pace.hpp"

namespace percuta::closure {
namespace {

/// What is left of the leak once the wall has sprung back for `t`.
double sprung(const Clocks& clocks, double t) {
  return 1 + clocks.elastic_share * std::expm1(-t / clocks.elastic_time);
}

}  // namespace

double barrier_conductance(const Clocks& clocks, double t) {
  if (!clocks.has_hole()) return 0;
  const Pace healing{clocks.dry_rate, clocks.covered_rate, clocks.care};
  const double held = clocks.care.held_until, now = std::max(held, t);
  return sprung(clocks, now - held) * std::exp(healing.done(held) - healing.done(now));
}

double pore_radius(const Clocks& clocks, double t) {
  if (!(clocks.pore_close > 0)) return 0;
  return 1 - std::clamp(lining_of(clocks).done(t) / clocks.pore_close, 0.0, 1.0);
}

ClosureCurve curve(const Clocks& clocks, const std::vector<double>& times) {
  ClosureCurve curve;
  curve.times = times;
  curve.barrier.reserve(times.size());
  curve.pore.reserve(times.size());
  for (const double t : times) {
    curve.barrier.push_back(barrier_conductance(clocks, t));
    curve.pore.push_back(pore_radius(clocks, t));
  }
  return curve;
}

}  // namespace percuta::closure
