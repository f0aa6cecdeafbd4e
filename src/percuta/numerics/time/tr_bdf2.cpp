#include "percuta/numerics/time/tr_bdf2.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "percuta/base/error.hpp"

namespace percuta::numerics {
TrBdf2::TrBdf2(TimeProblem problem, const Field& start, double t, const StepSettings& step, const SolveSettings& solve)
    : problem_(std::move(problem)),
      step_(step),
      system_(*problem_.matrix, problem_.advection, problem_.nonlinear, solve, start.name()),
      t_(t),
      dt_(std::min(step.first, step.longest)),
      begin_{start, start, {}},
      middle_{start, start, {}},
      end_{start, start, {}},
      source_(problem_.source ? Field("source", "1", start.layout()) : Field()),
      load_("load", "1", start.layout()),
      right_("right side", "1", start.layout()),
      change_("change", start.unit(), start.layout()) {
  const Layout& layout = start.layout();
  if (!(problem_.matrix->layout() == layout)) throw InputError("a field must be on the grid of the matrix it moves by");
  bool has_capacity = false;
  for_each_cell(layout,
                [&](Index i, Index j, Index k) { has_capacity |= problem_.matrix->mass()[layout.at(i, j, k)] > 0; });
  if (!has_capacity)
    throw InputError("a matrix without capacities has no course in time; solve it as a steady problem");
  NonlinearSettings loop;
  loop.tolerance = solve.tolerance;
  system_.set(loop);
  problem_.labels = solver().problem().row_names(std::move(problem_.labels));
  begin_capacities();
  ledger_.start = ledger_.now = held_mass();
}

/// Rates kept from earlier follow the size of a stored 1, a power of two: nothing is rounded.
void TrBdf2::rescale(double scale_before) {
  const double ratio = scale_before / problem_.matrix->scale();
  if (ratio == 1) return;
  for (Stage* stage : {&begin_, &middle_}) combine(ranges(), stage->rate, {{ratio, &stage->rate}});
}

/// Coefficients, capacities, source and outside values at a time; true when conductances or capacities changed.
bool TrBdf2::move_to(double t) {
  const double scale = problem_.matrix->scale();
  bool is_changed = take_capacities(t);
  if (problem_.at && problem_.at(t, *problem_.matrix)) {
    is_changed = true;
    take_capacities(t);
  }
  if (Advection* flow = problem_.advection; flow != nullptr && (problem_.at || is_changed)) {
    if (is_changed) flow->fit(*problem_.matrix);
    flow->follow(*problem_.matrix);
  }
  if (is_changed) system_.refresh();
  system_.follow();
  if (is_changed) problem_.labels = solver().problem().row_names(std::move(problem_.labels));
  rescale(scale);
  if (problem_.source) {
    problem_.source(t, source_);
    for (const Held& held : problem_.matrix->held()) source_.cells()[held.cell] = 0;  // it is held, not filled
  }
  if (problem_.source && fed_ != nullptr) combine(ranges(), given_, {{1, &source_}, {1, fed_}});
  solver().load(given(), load_);
  return is_changed;
}

/// The rate at a stage's value, by parts, with the coefficients as they stand.
void TrBdf2::complete(Stage& stage) {
  const Transmissibilities& matrix = *problem_.matrix;
  if (!system_.is_linear()) {
    const double scale = matrix.scale();
    system_.set_coefficients(stage.value);
    rescale(scale);
    solver().load(given(), load_);
  }
  const double lost = system_.rate(load_, stage.value, stage.rate);
  stage.gains.clear();
  if (system_.has_loss()) stage.gains.push_back({loss_name_, -lost});
  if (problem_.source) stage.gains.push_back({"source", total(ranges(), source_)});
  if (fed_ != nullptr) stage.gains.push_back({"turned from " + before_->value().name(), total(ranges(), *fed_)});
  stage.gains.push_back({"sink", -matrix.sunk(stage.value)});
  for (const auto& [label, name] : problem_.labels)
    stage.gains.push_back({name, -solver().outflow(label, stage.value)});
  take_turned(stage);
}

/// As solve_stage, where right_ is what earlier rates carry in.
void TrBdf2::solve_nonlinear_stage(Stage& stage) {
  const double scale = problem_.matrix->scale();
  combine(ranges(), right_, {{scale, &right_}});
  if (given() != nullptr) combine(ranges(), right_, {{1, &right_}, {1, given()}});
  combine(ranges(), stage.value, {{1, &begin_.value}, {1, &change_}});
  if (step_.must_stay_positive) {  // laws need not be sound where a guess alone leads
    double* guess = stage.value.cells();
    for_places(ranges(), change_.layout(), [&](Index c) { guess[c] = std::max(0.0, guess[c]); });
  }
  const NonlinearReport report = system_.solve({&right_, &begin_.value}, stage.value);
  count_.iterations += report.iterations;
  unsolved_ = report.rest;
  combine(ranges(), change_, {{1, &stage.value}, {-1, &begin_.value}});
  rescale(scale);
  complete(stage);
}

/// stage.value = begin + the change that right_ asks for: (shift mass + A) change = right_. change_ is the first guess.
void TrBdf2::solve_stage(Stage& stage) {
  count_.iterations += solver().solve(right_, change_).iterations;
  unsolved_ = solver().spread(begin_.value, change_);
  combine(ranges(), stage.value, {{1, &begin_.value}, {1, &change_}});
  complete(stage);
}

/// From begin_ to middle_ and end_; false when the result cannot stand.
bool TrBdf2::try_step(double dt) {
  system_.set_shift(1 / (k_own * dt));
  if (before_ != nullptr) follow_chain(before_->middle_);
  if (is_moving()) move_to(t_ + k_middle * dt);
  foresee_middle(dt);
  if (system_.is_linear()) {
    solver().rate(load_, begin_.value, right_);
    combine(ranges(), right_, {{1, &right_}, {1, &begin_.rate}});
    keep_amounts_of_stage();
    solve_stage(middle_);
  } else {
    combine(ranges(), right_, {{1, &begin_.rate}});
    keep_amounts_of_stage();
    solve_nonlinear_stage(middle_);
  }
  settle(middle_);
  if (before_ != nullptr) follow_chain(before_->end_);
  if (is_moving()) move_to(t_ + dt);
  foresee_end(dt);
  const double weight = k_others / k_own;
  if (system_.is_linear()) {
    solver().rate(load_, begin_.value, right_);
    combine(ranges(), right_, {{1, &right_}, {weight, &begin_.rate}, {weight, &middle_.rate}});
    keep_amounts_of_stage();
    solve_stage(end_);
  } else {
    combine(ranges(), right_, {{weight, &begin_.rate}, {weight, &middle_.rate}});
    keep_amounts_of_stage();
    solve_nonlinear_stage(end_);
  }
  return !step_.must_stay_positive || step_.is_fixed || end_.value.least() >= -step_.atol;
}

/// Root mean square of the estimate over what is tolerated.
double TrBdf2::error() {
  constexpr double k_begin = (4 * k_others - 1) / 3, k_mid = -1.0 / 3, k_end = 2 * k_own / 3;  // less the companion's
  combine(ranges(), right_,
          {{k_begin / k_own, &begin_.rate}, {k_mid / k_own, &middle_.rate}, {k_end / k_own, &end_.rate}});
  drop_idle(end_.value, right_);
  solver().filter(right_, change_);
  const Layout& layout = change_.layout();
  const double square = sum_over_places(ranges(), layout, [&](Index c) {
    const double size = std::max(std::abs(begin_.value.cells()[c]), std::abs(end_.value.cells()[c]));
    const double part = change_.cells()[c] / (step_.atol + step_.rtol * size);
    return part * part;
  });
  return std::sqrt(square / static_cast<double>(std::max<Index>(
                                1, layout.cells() - static_cast<Index>(problem_.matrix->held().size()))));
}

void TrBdf2::add_event(TimeEvent event) {
  if (event.time <= restored_) return;
  const auto later = [](const TimeEvent& a, const TimeEvent& b) { return a.time < b.time; };
  events_.insert(std::upper_bound(events_.begin(), events_.end(), event, later), std::move(event));
}

double TrBdf2::next_stop(double t_end) const {
  return events_.empty() ? t_end : std::min(t_end, events_.front().time);
}

void TrBdf2::give_up(double dt) const {
  throw SolverError(
      fmt::format("the step for {} at {:.6g} s had to become shorter than {:.3g} s and was still too long; try "
                  "a larger tolerance (rtol {:.3g}, atol {:.3g}) or coefficients that change less abruptly",
                  begin_.value.name(), t_, dt, step_.rtol, step_.atol));
}

void TrBdf2::advance(double t_end) {
  walk({this}, t_end);
}

}  // namespace percuta::numerics
