#include "percuta/run/experiment_quantities.hpp"

#include <algorithm>

#include "percuta/run/quantities.hpp"

namespace percuta::run {
namespace {

/// Force after the puncture falls to this share of the largest before it; 0 fall when it never falls.
double force_drop(const insertion::PressCurve& press) {
  double peak = 0, drop = 0;
  for (const double force : press.force) {
    peak = std::max(peak, force);
    if (peak > 0) drop = std::max(drop, (peak - force) / peak);
  }
  return drop;
}

std::vector<ExperimentQuantity> press_rows() {
  return {
      {"insertion", "puncture_force", "mN",
       "Force on a needle at which its tip pierces; what it would need if it does not",
       [](const course::Tested& tested) { return tested.press.puncture_force; }},
      {"insertion", "puncture_displacement", "um", "Travel from first touch to the puncture; 0 = not pierced",
       [](const course::Tested& tested) { return tested.press.puncture_displacement; }},
      {"insertion", "force_drop", "1",
       "Largest fall of the force while the needle goes in, as a share of the peak before it",
       [](const course::Tested& tested) { return force_drop(tested.press); }},
      {"insertion", "skin_energy", "mJ", "Work of the whole array into the skin",
       [](const course::Tested& tested) { return tested.press.skin_energy; }},
      {"insertion", "backing_energy", "mJ", "Work of the whole array into what carries the needles",
       [](const course::Tested& tested) { return tested.press.backing_energy; }},
  };
}

ExperimentQuantity open_share() {
  return {"insertion", "open_share", "1", "Share of the treated surface that the holes take up",
          [](const course::Tested& tested) { return tested.open_share; }};
}

ExperimentQuantity strike_rate() {
  return {"coverage", "strike_rate", "1/s", "Needles that a piston brings down per second",
          [](const course::Tested& tested) { return tested.strike_rate; }};
}

/// Quantities of a course that a press cannot tell: it strikes no pattern and no vessels.
bool is_of_a_pattern(const QuantityRow& row) {
  return row.room == "coverage" || row.name == "capillary_strikes" || row.name == "bleeding_share";
}

ExperimentQuantity as_bench(const QuantityRow& row) {
  return {row.room, row.name, row.unit, row.meaning,
          [of = row.of](const course::Tested& tested) { return of(tested.course.sessions.front()); }};
}

}  // namespace

const std::vector<ExperimentQuantity>& bench_quantities() {
  static const std::vector<ExperimentQuantity> all = [] {
    std::vector<ExperimentQuantity> rows = {strike_rate(), open_share()};
    for (ExperimentQuantity& row : press_rows()) rows.push_back(std::move(row));
    return rows;
  }();
  return all;
}

std::vector<ExperimentQuantity> experiment_quantities(const study::Model& model) {
  const bool is_straight = course::is_pressed_bench(model.inputs, model.experiment),
             is_given = model.experiment.has_given_hole();
  std::vector<ExperimentQuantity> rows, closing;
  for (const QuantityRow& row : quantities()) {
    if (row.room == "closure") {
      if (model.experiment.kind == course::k_closure) closing.push_back(as_bench(row));
    } else if (!is_given && !(is_straight && is_of_a_pattern(row))) {
      rows.push_back(as_bench(row));
    }
  }
  if (!is_straight && model.inputs.sessions.front().device.head.frequency > 0) rows.insert(rows.begin(), strike_rate());
  if (!is_given && is_straight) {
    for (ExperimentQuantity& row : press_rows()) rows.push_back(std::move(row));
  }
  rows.push_back(open_share());
  rows.insert(rows.end(), closing.begin(), closing.end());
  return rows;
}

}  // namespace percuta::run
