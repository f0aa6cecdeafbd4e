#include <algorithm>
#include <cmath>

#include "percuta/endpoints/methods.hpp"
#include "percuta/endpoints/surface/surface.hpp"

namespace percuta::endpoints {
namespace {

constexpr int k_top = 4;  // of the scale

/// The grade as a function of time.
std::function<double(double)> grade(const Basis& basis, const std::vector<Trace>& flares,
                                    const std::vector<double>& cells) {
  return [&basis, &flares, &cells](double t) {
    return redness_grade(sum(flares, t) + at(basis.times(), cells, t), is_cared_for(basis.treated, t), basis.maps);
  };
}

std::vector<double> cells_of(const Basis& basis) {
  return read_off(basis.course().papillary,
                  [&basis](const healing::Moment& moment) { return redness_of_cells(moment, basis.maps.redness); });
}

Measured measure(const Basis& basis) {
  const std::vector<Trace> flares = flare_traces(basis.treated, basis.maps.redness);
  const std::vector<double> cells = cells_of(basis);
  const std::vector<double> course = sampled(grade(basis, flares, cells), basis.times());
  const double peak = course.empty() ? 0 : *std::max_element(course.begin(), course.end());
  return {{redness_time(basis), peak}, {course}};
}

}  // namespace

std::vector<Trace> flare_traces(const Treated& treated, const RednessMap& map) {
  std::vector<Trace> traces;
  for (const Surface& session : treated.sessions) {
    const double first = -map.flare * std::expm1(-known(session.killed_volume) / map.flare_wound);
    const double loss = map.flare_loss;
    traces.push_back({session.time, k_gone / loss, [first, loss](double t) { return first * std::exp(-loss * t); }});
  }
  return traces;
}

double redness_of_cells(const healing::Moment& moment, const RednessMap& map) {
  const healing::Tissue& tissue = moment.tissue;
  return map.neutrophils * tissue.neutrophils + map.early * tissue.early + map.vessels * tissue.vessels;
}

double redness_grade(double amount, bool is_cared_for, const Maps& maps) {
  const double grade = -k_top * std::expm1(-amount / k_top);
  return is_cared_for ? maps.care.redness * grade : grade;
}

double redness_time(const Basis& basis) {
  const std::vector<Trace> flares = flare_traces(basis.treated, basis.maps.redness);
  const std::vector<double> cells = cells_of(basis);
  return time_above(grade(basis, flares, cells), basis.maps.redness.seen, basis.times(), basis.treated.last_session());
}

Method redness() {
  return {{.name = "redness",
           .is_assumed = false,
           .set_by = "arrays of 200 to 400 um on the forearm, red for less than 2 h; 1 to 3 days at 1 to 2.5 mm",
           .blind_to = "dark skin, on which redness is hard to see",
           .numbers = {{"redness", "day", "How long redness is seen after the last session",
                        "a horizon at which it has faded", "redness is never seen"},
                       {"redness_peak", "1", "Highest grade of redness, from 0 to 4"}},
           .curves = {{"redness_course", "1", "Redness, from 0 to 4", "endpoints_redness"}}},
          measure};
}

}  // namespace percuta::endpoints
