#include <algorithm>
#include <utility>

#include "percuta/numerics/time/tr_bdf2.hpp"

/// Steps of one field, or of a chain of them: all take the same, the first leads.
namespace percuta::numerics {
namespace {

constexpr int k_error_order = 3;
constexpr double k_same_time = 1e-12;  // of a step: nearer than that is there

}  // namespace

/// Rates and what flows at the time that stands, where they do not from the step before.
void TrBdf2::begin_step() {
  if (before_ != nullptr) follow_chain(before_->begin_);
  if (is_begun_) return;
  move_to(t_);
  keep_amounts_of_begin();
  for (const Held& held : problem_.matrix->held()) begin_.value.cells()[held.cell] = held.value;
  if (!is_balanced_) balance();
  complete(begin_);
  settle(begin_);
  is_begun_ = is_balanced_ = true;
}

void TrBdf2::reject(double next) {
  ++count_.rejected;
  last_ = 0;
  dt_ = next;
  if (is_moving()) is_begun_ = false;  // coefficients stand at another time
}

/// What an event changed of the field is a ledger row of its own.
void TrBdf2::end_event() {
  keep_amounts_of_begin();
  const double mass = held_mass();
  ledger_.add("events", mass - ledger_.now);
  ledger_.now = mass;
  dt_ = std::min(step_.first, step_.longest);
  is_begun_ = is_balanced_ = false;
  last_ = 0;
}

/// Events whose time has come.
void TrBdf2::act_on_events(const std::vector<TrBdf2*>& all) {
  TrBdf2& lead = *all.front();
  while (!lead.events_.empty() && lead.events_.front().time <= lead.t_) {
    const TimeEvent event = std::move(lead.events_.front());
    lead.events_.erase(lead.events_.begin());
    std::vector<Field*> values;
    values.reserve(all.size());
    for (TrBdf2* each : all) values.push_back(&each->begin_.value);
    if (event.act) event.act(lead.t_, values);
    for (TrBdf2* each : all) each->end_event();
  }
}

/// No longer than asked for, and no sliver at the end.
double TrBdf2::step_to_try(const TrBdf2& lead, double left) {
  const double even = lead.step_.is_fixed ? lead.dt_ : std::max(0.5 * left, left - lead.dt_);
  return lead.dt_ >= left * (1 - k_same_time) ? left : std::min(lead.dt_, even);
}

void TrBdf2::walk(const std::vector<TrBdf2*>& all, double t_end) {
  TrBdf2& lead = *all.front();
  const bool is_fixed = lead.step_.is_fixed;
  for (TrBdf2* each : all) each->last_ = 0;
  act_on_events(all);
  while (lead.t_ < t_end) {
    for (TrBdf2* each : all) each->begin_step();
    const double stop = lead.next_stop(t_end), left = stop - lead.t_, dt = step_to_try(lead, left);
    const bool is_last = lead.dt_ >= left * (1 - k_same_time);
    bool is_sound = true;
    double error = 0;
    for (auto each = all.begin(); each != all.end() && is_sound && !(error > 1); ++each) {
      is_sound = (*each)->try_step(dt);
      if (is_sound && !is_fixed) error = std::max(error, (*each)->error());
    }
    NextStep next = next_step(error, dt, k_error_order, lead.step_);
    if (!is_sound) next = {false, 0.5 * dt};
    if (next.length < lead.step_.least && !next.is_accepted) lead.give_up(next.length);
    if (!next.is_accepted) {
      for (TrBdf2* each : all) each->reject(next.length);
      continue;
    }
    for (TrBdf2* each : all) each->book(dt);
    write_outputs(all, dt);
    std::for_each(all.rbegin(), all.rend(), [](TrBdf2* each) { each->accept(); });
    for (TrBdf2* each : all) {
      if (each->before_ != nullptr && each->before_->has_clipped_) each->is_begun_ = false;  // is given other amounts
      each->last_ = dt;
      each->t_ = is_last ? stop : each->t_ + dt;
      if (!is_fixed && (!is_last || next.length < each->dt_)) each->dt_ = next.length;
    }
    act_on_events(all);
  }
}

}  // namespace percuta::numerics
