#include <algorithm>
#include <cmath>
#include <numbers>

#include "percuta/endpoints/methods.hpp"

namespace percuta::endpoints {
namespace {

/// Leak of the holes over that of the reference's.
double leak_ratio(const Surface& session, const Basis& basis) {
  const BarrierMap& map = basis.maps.barrier;
  const double width = map.reference_width;
  const double per_area = -std::log1p(-map.reference_share) / (0.5 * 0.5 * std::numbers::pi * width * width);
  const insertion::HolesLeft reference{width, session.holes.depth, per_area};
  const double of_reference = insertion::leak(reference, basis.treated.skin);
  return of_reference > 0 ? insertion::leak(session.holes, basis.treated.skin) / of_reference : 0;
}

std::vector<Trace> losses(const Basis& basis) {
  const BarrierMap& map = basis.maps.barrier;
  std::vector<Trace> traces;
  for (const Surface& session : basis.treated.sessions) {
    if (!session.clocks.has_hole()) continue;
    const double ratio = leak_ratio(session, basis);
    const double first = map.extra * ratio / (1 + ratio / map.saturation);
    const closure::Clocks& clocks = session.clocks;
    const double slowest = std::min(clocks.dry_rate, clocks.covered_rate);
    traces.push_back({session.time, k_gone / slowest,
                      [first, &clocks](double t) { return first * closure::barrier_conductance(clocks, t); }});
  }
  return traces;
}

Measured measure(const Basis& basis) {
  const double untouched = basis.maps.barrier.untouched;
  const std::vector<Trace> traces = losses(basis);
  double peak = untouched;
  for (const Surface& session : basis.treated.sessions) peak = std::max(peak, untouched + sum(traces, session.time));
  return {{peak}, {sampled([&](double t) { return untouched + sum(traces, t); }, basis.times())}};
}

}  // namespace

Method barrier() {
  return {{.name = "barrier",
           .is_assumed = true,  // its size; its order and course are measured
           .set_by = "order of water loss by array length and device; its course is that of closing",
           .blind_to = "what the weather and creams do to water loss",
           .numbers = {{"barrier", "g/m2/h", "Water that the skin loses at its most"}},
           .curves = {{"barrier_course", "g/m2/h", "Water that the skin loses", "endpoints_barrier"}}},
          measure};
}

}  // namespace percuta::endpoints
