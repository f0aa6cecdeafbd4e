#include <cmath>
#include <utility>

#include "percuta/numerics/time/tr_bdf2.hpp"

/// What a step that stands leaves in the ledger.
namespace percuta::numerics {

double TrBdf2::held_mass() {
  const float* mass = problem_.matrix->mass();
  const double free = sum_over_places(ranges(), begin_.value.layout(),
                                      [&](Index c) { return static_cast<double>(mass[c]) * begin_.value.cells()[c]; });
  return system_.bound_amount(begin_.value) + problem_.matrix->mass_scale() * free;
}

/// What lies between -atol and 0 becomes 0; the ledger shows what that added.
void TrBdf2::clip() {
  const Layout& layout = end_.value.layout();
  const double bound = system_.bound_amount(end_.value);
  double added = 0;
  for_each_cell(layout, [&](Index i, Index j, Index k) {
    const Index cell = layout.at(i, j, k);
    double& value = end_.value.cells()[cell];
    if (value >= 0 || value < -step_.atol) return;
    added -= problem_.matrix->mass_of(cell) * value;
    value = 0;
    ++count_.clipped_cells;
  });
  if (added == 0) return;
  ledger_.add("clipped", added + (system_.bound_amount(end_.value) - bound));
  complete(end_);
}

void TrBdf2::book(double dt) {
  const auto add = [&](const Stage& stage, double weight) {
    for (const TimeLedger::Row& row : stage.gains) ledger_.add(row.name, weight * dt * row.amount);
  };
  add(begin_, k_others);
  add(middle_, k_others);
  add(end_, k_own);
  ledger_.add("solver", -k_own * dt * unsolved_ * problem_.matrix->scale());
}

/// In a chain the last first: until then what turns into each stands as it was solved with.
void TrBdf2::accept() {
  const Index clipped = count_.clipped_cells;
  if (step_.must_stay_positive) clip();
  has_clipped_ = count_.clipped_cells > clipped;
  std::swap(begin_, end_);
  remember_capacities();
  settle(begin_);
  ledger_.now = held_mass();
  ++count_.accepted;
}

}  // namespace percuta::numerics
