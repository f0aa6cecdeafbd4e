#include <algorithm>
#include <iterator>
#include <utility>

#include "percuta/course/bench.hpp"
#include "percuta/course/stages.hpp"

namespace percuta::course {
namespace {

using Results = std::vector<ResultOf<Outcome>>;

void append(Results& all, Results more) {
  std::move(more.begin(), more.end(), std::back_inserter(all));
}

double longest_needle(const Inputs& inputs) {
  double longest = 0;
  for (const SessionInputs& session : inputs.sessions) longest = std::max(longest, session.device.needle.length.value);
  return longest;
}

/// What the stages say of one session, from 1.
Results of_session(const Scales& scales, std::uint32_t number) {
  Results all = results_within<Outcome>(session_results(scales), [number](const Outcome& outcome) {
    return Treated{outcome.course.skin, outcome.course.sessions.at(number - 1)};
  });
  for (ResultOf<Outcome>& one : all) one.column.session = number;
  return all;
}

Results of_layers(const Inputs& inputs) {
  return results_within<Outcome>(skin::results(skin_of(inputs)),
                                 [](const Outcome& outcome) -> const skin::Skin& { return outcome.course.skin; });
}

Results of_whole_course(const Scales& scales) {
  Results all = results_within<Outcome>(whole_course_results(scales),
                                        [](const Outcome& outcome) -> const Course& { return outcome.course; });
  for (ResultOf<Outcome>& one : all) one.column.session = 0;
  return all;
}

/// When the course is told of: by the medians, so that all members are told of at the same times.
void add_times(const Inputs& inputs, Scales& scales) {
  const std::vector<double> sessions = session_times(inputs);
  if (sessions.empty()) return;
  const double last = sessions.back(), horizon = std::max<double>(inputs.plan.horizon, last);
  std::vector<double> asked;
  for (const double time : inputs.times) asked.push_back(last + time);
  scales.of_course = healing::telling_times(sessions, horizon, asked);
  for (const double time : scales.of_course) {
    if (time >= last) scales.after_last.push_back(time - last);
  }
}

bool is_number(const ResultOf<Outcome>& one) {
  return !one.column.axis;
}

Results course_results(const Inputs& inputs, const Scales& scales) {
  Results all;
  const auto sessions = static_cast<std::uint32_t>(inputs.sessions.size());
  for (std::uint32_t number = 1; number <= sessions; ++number) {
    Scales own = scales;
    own.actives = told_actives(inputs, inputs.sessions[number - 1]);
    for (ResultOf<Outcome>& one : of_session(own, number)) {
      if (is_number(one) || number == 1) all.push_back(std::move(one));
    }
  }
  append(all, of_whole_course(scales));
  append(all, of_layers(inputs));
  return all;
}

Results press_results(double travel) {
  return results_within<Outcome>(insertion::press_results(travel),
                                 [](const Outcome& outcome) -> const auto& { return outcome.press; });
}

ResultOf<Outcome> strike_rate() {
  return number_result<Outcome>({"coverage", "strike_rate", "1/s", "Needles that a piston brings down per second"},
                                &Outcome::strike_rate);
}

/// What a press cannot tell: it strikes no pattern and no vessels, and no hand presses it.
bool is_of_a_pattern(const ResultColumn& column) {
  return column.room == "coverage" || column.name == "capillary_strikes" || column.name == "bleeding_share" ||
         column.name == "dermis_force";
}

/// Whether the bench says what a session of a course says: a histogram needs strikes, given holes tell of closing
/// alone.
bool is_of_bench(const ResultColumn& column, const Inputs& inputs, const Experiment& experiment) {
  if (column.room == "closure") return experiment.kind == k_closure;
  if (column.room == "transport") return false;  // a cell tells it in its own way
  if (column.name == "open_share" || column.name == "leak") return !experiment.is_cell() || experiment.makes_holes();
  if (!column.is_listed) return column.name == "is_extrapolated" || column.name == "fails_first";
  if (!experiment.makes_holes() || column.axis) return false;
  return !(is_pressed_bench(inputs, experiment) && is_of_a_pattern(column));
}

Results of_cell(const Inputs& inputs, const Scales& scales) {
  return results_within<Outcome>(
      transport::cell_results(told_actives(inputs, inputs.sessions.front()), scales.times),
      [](const Outcome& outcome) { return transport::CellRun{outcome.course.sessions.front().uptake, outcome.cell}; });
}

Results bench_results(const Inputs& inputs, const Experiment& experiment, const Scales& scales, double travel) {
  const bool is_pressed = is_pressed_bench(inputs, experiment);
  Results all, closing;
  if (!is_pressed && inputs.sessions.front().device.head.frequency > 0) all.push_back(strike_rate());
  for (ResultOf<Outcome>& one : of_session(scales, 1)) {
    if (!is_of_bench(one.column, inputs, experiment)) continue;
    (one.column.room == "closure" ? closing : all).push_back(std::move(one));
  }
  if (is_pressed && experiment.makes_holes()) append(all, press_results(travel));
  if (experiment.is_cell()) append(all, of_cell(inputs, scales));
  append(all, std::move(closing));
  append(all, of_layers(inputs));
  return all;
}

Results of_cell_of_any() {
  return results_within<Outcome>(transport::cell_results({"<active>"}, {0, 1}), [](const Outcome& outcome) {
    return transport::CellRun{outcome.course.sessions.front().uptake, outcome.cell};
  });
}

/// Any course's scales: its quantities are the same whatever they are.
Scales any_scales() {
  return {{0, 1}, {}, {}, {}, {"<active>"}, {}};
}

void append_quantities(const Results& results, std::vector<ResultColumn>& columns) {
  for (const ResultOf<Outcome>& one : results) {
    if (is_number(one) && one.column.is_listed) columns.push_back(one.column);
  }
}

}  // namespace

std::vector<ResultOf<Outcome>> results(const Inputs& inputs, const Experiment& experiment, double travel,
                                       const Asked& asked) {
  Scales scales{insertion::depth_edges(longest_needle(inputs)), bench_times(experiment)};
  scales.since_applied = uptake_times(inputs);
  add_times(inputs, scales);
  Results all =
      experiment.is_wanted() ? bench_results(inputs, experiment, scales, travel) : course_results(inputs, scales);
  std::erase_if(all, [&](const ResultOf<Outcome>& one) { return !asked.wants(one.column.key()); });
  return all;
}

std::vector<ResultColumn> course_quantities() {
  std::vector<ResultColumn> columns;
  append_quantities(of_session(any_scales(), 1), columns);
  append_quantities(of_whole_course(any_scales()), columns);
  return columns;
}

std::vector<ResultColumn> bench_quantities() {
  std::vector<ResultColumn> columns;
  append_quantities({strike_rate()}, columns);
  append_quantities(press_results(0), columns);
  append_quantities(of_cell_of_any(), columns);
  return columns;
}

}  // namespace percuta::course
