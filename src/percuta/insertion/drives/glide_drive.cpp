#include <algorithm>
#include <numbers>
#include <utility>

#include "percuta/insertion/drives/drives.hpp"
#include "percuta/insertion/drives/standoff_table.hpp"

namespace percuta::insertion {
namespace {

constexpr std::size_t k_lifts = 128;   // steps of the table
constexpr std::size_t k_angles = 128;  // over a quarter of the cycle

/// A needle's mean force over a cycle whose tip comes `deepest` below the surface: on its way in,
/// deepest - stroke / 2 (1 - cos(angle)); nothing on its way out. Summed over u = tan(angle / 2) as round a drum.
double mean_force(const NeedleCurve& curve, double deepest, double stroke) {
  const double du = 1 / static_cast<double>(k_angles);
  double sum = 0;
  for (std::size_t i = 0; i < k_angles; ++i) {
    const double u = (static_cast<double>(i) + 0.5) * du;
    const double rise = 0.5 * stroke * 2 * u * u / (1 + u * u);
    sum += (curve.force(deepest - rise) + curve.force(deepest - stroke + rise)) * (2 / (1 + u * u)) * du;
  }
  return sum / (2 * std::numbers::pi);
}

StandoffTable lifts(const Strikes& strikes) {
  const double length = strikes.curve.longest();
  const double stroke = strikes.device.head.stroke > 0 ? strikes.device.head.stroke.value : length;
  const double needles = static_cast<double>(device::needle_count(strikes.device));
  const double step = length / k_lifts;
  std::vector<double> force_at(k_lifts + 1, 0.0);
  for (std::size_t i = 0; i < k_lifts; ++i) {
    force_at[i] = needles * mean_force(strikes.curve, length - static_cast<double>(i) * step, stroke);
  }
  return {step, std::move(force_at)};
}

}  // namespace

Pushed glided(const Strikes& strikes) {
  StandoffTable table = lifts(strikes);
  std::vector<double> protrusion;
  protrusion.reserve(strikes.punctures.all.size());
  for (const punctures::Puncture& p : strikes.punctures.all) {
    protrusion.push_back(std::max(0.0, p.length - table.standoff(p.force)));
  }
  const double longest = strikes.curve.longest();
  return {std::move(protrusion),
          [table = std::move(table), longest](double way) { return table.force_at(longest - way); }};
}

}  // namespace percuta::insertion
