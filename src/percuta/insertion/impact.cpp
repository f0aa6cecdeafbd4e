#include "percuta/insertion/impact.hpp"

namespace percuta::insertion {
namespace {

constexpr int k_steps = 1024;

}  // namespace

double impact_protrusion(const NeedleCurve& curve, const Impact& impact) {
  const double share = impact.energy / impact.needles;
  const double step = curve.longest() / k_steps;
  double before = 0;
  for (int i = 1; i <= k_steps; ++i) {
    const double force = curve.force(i * step);
    const double spent = curve.work(i * step) + 0.5 * impact.compliance * force * force;
    if (spent >= share) return step * (i - 1 + (share - before) / (spent - before));
    before = spent;
  }
  return curve.longest();
}

}  // namespace percuta::insertion
