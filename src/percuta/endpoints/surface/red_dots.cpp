#include <algorithm>
#include <cmath>

#include "percuta/endpoints/methods.hpp"
#include "percuta/endpoints/surface/surface.hpp"

namespace percuta::endpoints {
namespace {

std::vector<Trace> dots(const Basis& basis) {
  const double time = basis.maps.bleeding.dots_time;
  std::vector<Trace> traces;
  for (const Surface& session : basis.treated.sessions) {
    const double first = session.holes.density * known(session.bleeding_share);
    traces.push_back({session.time, k_gone * time, [first, time](double t) { return first * std::exp(-t / time); }});
  }
  return traces;
}

Measured measure(const Basis& basis) {
  const std::vector<Trace> traces = dots(basis);
  double peak = 0;
  for (const Surface& session : basis.treated.sessions) peak = std::max(peak, sum(traces, session.time));
  return {{peak, red_dots_time(basis)}, {sampled([&](double t) { return sum(traces, t); }, basis.times())}};
}

}  // namespace

double red_dots_time(const Basis& basis) {
  return seen_time(basis, dots(basis), basis.maps.bleeding.dots_seen);
}

Method red_dots() {
  return {{.name = "red_dots",
           .is_assumed = true,
           .set_by = "",
           .blind_to = "bruises",
           .numbers = {{"red_dots", "1/cm2", "Red dots per area at their most", "", "no hole bleeds and stays"},
                       {"red_dots_time", "day", "How long red dots are seen after the last session",
                        "a horizon at which they have faded", "red dots are never seen"}},
           .curves = {{"red_dots_course", "1/cm2", "Red dots per area", "endpoints_red_dots"}}},
          measure};
}

}  // namespace percuta::endpoints
