#include "percuta/insertion/impact.hpp"

#include <algorithm>
#include <cstddef>
#include <numbers>
#include <vector>

#include "percuta/insertion/backing.hpp"
#include "percuta/insertion/loading_rate.hpp"

namespace percuta::insertion {
namespace {

constexpr std::size_t k_places = 1024;    // of the needles' own way
constexpr double k_steps_per_way = 4096;  // of time, at the first speed
constexpr std::size_t k_most_steps = 1 << 18;

/// The needles' own way and the body's give behind them, against both together. Where needles pierce the force drops
/// and the body springs after them: what it has come to is kept.
class OwnWay {
 public:
  OwnWay(const NeedleCurve& curve, double backing) : step_(curve.longest() / k_places), both_(k_places + 1) {
    for (std::size_t i = 0; i <= k_places; ++i) {
      const double own = static_cast<double>(i) * step_;
      both_[i] = std::max(i > 0 ? both_[i - 1] : 0.0, own + backing * curve.force(own));
    }
  }

  /// The protrusion when both together are `both` [m].
  double protrusion(double both) const {
    const auto above = std::upper_bound(both_.begin(), both_.end(), both);
    if (above == both_.begin()) return 0;
    if (above == both_.end()) return step_ * k_places;
    const auto i = static_cast<std::size_t>(above - both_.begin());
    return step_ * (static_cast<double>(i - 1) + (both - both_[i - 1]) / (both_[i] - both_[i - 1]));
  }

 private:
  double step_ = 0;
  std::vector<double> both_;
};

}  // namespace

Impact impact_of(const device::Device& device, const skin::Skin& skin, const Bed& bed, double mass, double speed) {
  Ground ground = ground_of(skin, loading_time(device.needle.length, speed));
  const double area = std::numbers::pi * bed.footprint * bed.footprint;
  Impact impact{mass, speed, bed.needles, backing_compliance(device.applicator, bed)};
  impact.impedance = impedance_of(ground, skin.mechanics.density) * area;
  ground.yielding_depth = k_everywhere;  // what has no time to give is held by its inertia
  const Compliance give = layered_compliance(ground, device::radius_at(device.needle, 0), bed);
  impact.dent = give.far;
  return impact;
}

double impact_protrusion(const NeedleCurve& curve, const Impact& impact) {
  const OwnWay way(curve, impact.backing);
  const double step = curve.longest() / (k_steps_per_way * impact.speed);
  const double mass = impact.mass / impact.needles, impedance = impact.impedance / impact.needles;
  double travel = 0, dent = 0, speed = impact.speed, deepest = 0;
  for (std::size_t i = 0; i < k_most_steps && speed > 0; ++i) {
    travel += step * speed;
    const double protrusion = way.protrusion(travel - dent);
    if (protrusion >= curve.longest()) return curve.longest();
    const double force = curve.force(protrusion);
    const double before = dent;
    if (impact.dent > 0) {  // implicit: a dent without inertia follows at once
      dent = (impedance * dent + step * force) / (impedance + step / impact.dent);
    }
    deepest = std::max(deepest, protrusion);
    if (step * speed <= dent - before) break;
    speed -= step * force / mass;
  }
  return deepest;
}

}  // namespace percuta::insertion
