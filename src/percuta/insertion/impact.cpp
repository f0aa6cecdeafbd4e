#include "percuta/insertion/impact.hpp"

#include <cstddef>
#include <numbers>

#include "percuta/insertion/backing.hpp"
#include "percuta/insertion/loading_rate.hpp"

namespace percuta::insertion {
namespace {

constexpr double k_steps_per_way = 2048;  // of time, at the first speed
constexpr std::size_t k_most_steps = 1 << 17;
constexpr int k_halvings = 30;

/// How far the mass has come when its needles stand so deep: their own way, what the body behind them gives, and the
/// dent below, one step of time after it was `before`. Implicit, so that a dent without inertia follows at once.
class Yielding {
 public:
  Yielding(const NeedleCurve& curve, const Impact& impact, double step, double before)
      : curve_(curve), impact_(impact), step_(step), before_(before), impedance_(impact.impedance / impact.needles) {}

  double dent(double force) const {
    if (!(impact_.dent > 0)) return 0;
    return (impedance_ * before_ + step_ * force) / (impedance_ + step_ / impact_.dent);
  }
  double travel(double protrusion) const {
    const double force = curve_.force(protrusion);
    return protrusion + impact_.backing * force + dent(force);
  }

 private:
  const NeedleCurve& curve_;
  const Impact& impact_;
  double step_, before_, impedance_;
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
  const double step = curve.longest() / (k_steps_per_way * impact.speed);
  const double mass = impact.mass / impact.needles;
  double travel = 0, dent = 0, speed = impact.speed, deepest = 0;
  for (std::size_t i = 0; i < k_most_steps && speed > 0; ++i) {
    travel += step * speed;
    const Yielding ground(curve, impact, step, dent);
    if (ground.travel(deepest) >= travel) break;  // the mass is no faster than what gives way
    if (ground.travel(curve.longest()) <= travel) return curve.longest();
    double low = deepest, high = curve.longest();
    for (int halving = 0; halving < k_halvings; ++halving) {
      const double middle = 0.5 * (low + high);
      (ground.travel(middle) < travel ? low : high) = middle;
    }
    deepest = low;
    const double force = curve.force(deepest);
    dent = ground.dent(force);
    speed -= step * force / mass;
  }
  return deepest;
}

}  // namespace percuta::insertion
