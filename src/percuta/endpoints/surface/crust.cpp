#include <algorithm>
#include <cmath>

#include "percuta/endpoints/methods.hpp"
#include "percuta/endpoints/surface/surface.hpp"

namespace percuta::endpoints {
namespace {

/// Clot and crust, shares of the surface. Clot dries to crust, crust is shed.
struct Cover {
  double clot = 0, crust = 0;

  Cover after(double time, double drying, double shedding) const {
    const double dry = std::exp(-drying * time), kept = std::exp(-shedding * time);
    const double apart = drying - shedding;
    const double through = apart == 0 ? time * kept : -kept * std::expm1(-apart * time) / apart;
    return {clot * dry, crust * kept + clot * drying * through};
  }
};

/// Crust of one session: nothing is shed before the pore is shut, and more while a cream is used.
struct Crust {
  double first, drying, shedding, cared_shedding, shut, cared_until;

  double at(double t) const {
    const double change = std::max(shut, cared_until);
    const double pieces[] = {std::min(t, shut), std::clamp(t, shut, change) - shut, std::max(t, change) - change};
    return Cover{first, 0}
        .after(pieces[0], drying, 0)
        .after(pieces[1], drying, cared_shedding)
        .after(pieces[2], drying, shedding)
        .crust;
  }
};

std::vector<Trace> crusts(const Basis& basis) {
  const BleedingMap& map = basis.maps.bleeding;
  std::vector<Trace> traces;
  for (const Surface& session : basis.treated.sessions) {
    const double shut = session.clocks.pore_time;
    const double shedding = map.shedding;
    const Crust crust{insertion::open_share(session.holes) * known(session.bleeding_share),
                      map.drying,
                      shedding,
                      (basis.treated.care.until > 0 ? basis.maps.care.shedding.value : 1) * shedding,
                      shut,
                      basis.treated.care.until};
    const double slowest = std::min({crust.drying, shedding, crust.cared_shedding});
    traces.push_back({session.time, shut + k_gone / slowest, [crust](double t) { return crust.at(t); }});
  }
  return traces;
}

Measured measure(const Basis& basis) {
  const std::vector<Trace> traces = crusts(basis);
  const std::vector<double> course = sampled([&](double t) { return sum(traces, t); }, basis.times());
  const double peak = course.empty() ? 0 : *std::max_element(course.begin(), course.end());
  return {{crust_time(basis), peak}, {course}};
}

}  // namespace

double crust_time(const Basis& basis) {
  return seen_time(basis, crusts(basis), basis.maps.bleeding.crust_seen);
}

double seen_time(const Basis& basis, const std::vector<Trace>& traces, double seen) {
  const double last = basis.treated.last_session();
  const auto all = [&traces](double t) { return sum(traces, t); };
  double peak = all(last);
  for (const double t : basis.times()) {
    if (t >= last) peak = std::max(peak, all(t));
  }
  return time_above(all, std::max<double>(seen, basis.maps.bleeding.gone_share * peak), basis.times(), last);
}

Method crust() {
  return {{.name = "crust",
           .is_assumed = true,  // its size
           .set_by = "all traces of needling gone within a week",
           .blind_to = "scratching, washing",
           .numbers = {{"crust", "day", "How long crusts are seen after the last session",
                        "a horizon at which they have fallen", "crusts are never seen"},
                       {"crust_peak", "1", "Share of the surface under crusts at their most"}},
           .curves = {{"crust_course", "1", "Share of the surface under crusts", "endpoints_crust"}}},
          measure};
}

}  // namespace percuta::endpoints
