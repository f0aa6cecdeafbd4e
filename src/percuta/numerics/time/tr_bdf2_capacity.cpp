#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "percuta/base/error.hpp"
#include "percuta/numerics/time/tr_bdf2.hpp"

/// Capacities that move. The unknown stays u, so a stage is solved for the change of
///     (shift mass + A) change = rates - shift (mass - mass of the begin) u of the begin
/// with mass that of the stage's own time: what the cell held is spread over what it is now. Nothing is lost, since the
/// rounded masses are taken as exact.
namespace percuta::numerics {

void TrBdf2::must_allow(double t) const {
  const Layout& layout = begin_.value.layout();
  for (std::size_t n = 0; n < asked_.size(); ++n) {
    if (std::isfinite(asked_[n]) && asked_[n] >= problem_.capacities.least * first_capacity_[n]) continue;
    const Index cell = problem_.capacities.cells[n], within = cell % layout.slab();
    throw InputError(
        fmt::format("the capacity of cell ({}, {}, {}) for {} goes to {:.3g} at {:.6g} s, from {:.3g} at the start; it "
                    "must stay above {:.3g} of that: let a rest remain, or move what the cell holds by an event before",
                    within % layout.stride(), cell / layout.slab(), within / layout.stride(), begin_.value.name(),
                    asked_[n], t, first_capacity_[n], problem_.capacities.least));
  }
}

/// Sets them in the matrix; true when one is another than before.
bool TrBdf2::take_capacities(double t) {
  const MovingCapacities& moving = problem_.capacities;
  if (!moving.at) return false;
  moving.at(t, asked_);
  if (asked_.size() != moving.cells.size()) {
    throw InputError(
        fmt::format("{} capacities were given for {} cells whose capacity moves", asked_.size(), moving.cells.size()));
  }
  must_allow(t);
  bool is_changed = false;
  for (std::size_t n = 0; n < asked_.size(); ++n) {
    const double before = problem_.matrix->mass_of(moving.cells[n]);
    problem_.matrix->set_capacity(moving.cells[n], asked_[n]);
    is_changed |= problem_.matrix->mass_of(moving.cells[n]) != before;
  }
  return is_changed;
}

/// At the start: u is what it is with the capacities of that time.
void TrBdf2::begin_capacities() {
  const MovingCapacities& moving = problem_.capacities;
  if (!moving.at) return;
  if (!(moving.least > 0 && moving.least <= 1)) {
    throw InputError("the least capacity of cells must be a share of the first above 0 and up to 1");
  }
  for (const Held& held : problem_.matrix->held()) {
    if (std::find(moving.cells.begin(), moving.cells.end(), held.cell) != moving.cells.end())
      throw InputError("the capacity of a cell that is held or cut out cannot move");
  }
  asked_.assign(moving.cells.size(), 0);
  moving.at(t_, asked_);
  first_capacity_ = asked_;
  if (!std::all_of(asked_.begin(), asked_.end(), [](double capacity) { return capacity > 0; }))
    throw InputError("a capacity that moves must be above 0 at the start");
  follow_capacities();
  remember_capacities();
}

/// As they are now, also in what the solver keeps of the matrix.
void TrBdf2::follow_capacities() {
  if (!take_capacities(t_)) return;
  if (problem_.advection != nullptr) problem_.advection->fit(*problem_.matrix);
  system_.refresh();
}

void TrBdf2::remember_capacities() {
  begin_capacity_.clear();
  for (const Index cell : problem_.capacities.cells) begin_capacity_.push_back(problem_.matrix->mass_of(cell));
}

/// Where capacities have jumped since begin_.value was found: each cell keeps its amount.
void TrBdf2::keep_amounts_of_begin() {
  const MovingCapacities& moving = problem_.capacities;
  if (!moving.at) return;
  follow_capacities();
  for (std::size_t n = 0; n < moving.cells.size(); ++n) {
    const double now = problem_.matrix->mass_of(moving.cells[n]);
    if (now != begin_capacity_[n]) begin_.value.cells()[moving.cells[n]] *= begin_capacity_[n] / now;
    begin_capacity_[n] = now;
  }
}

/// right_ with what capacities that moved since the begin ask for.
void TrBdf2::keep_amounts_of_stage() {
  const double shift = solver().shift() / problem_.matrix->scale();
  for (std::size_t n = 0; n < begin_capacity_.size(); ++n) {
    const Index cell = problem_.capacities.cells[n];
    const double more = problem_.matrix->mass_of(cell) - begin_capacity_[n];
    right_.cells()[cell] -= shift * more * begin_.value.cells()[cell];
  }
}

}  // namespace percuta::numerics
