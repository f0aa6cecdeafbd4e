#include <utility>

#include "percuta/numerics/time/tr_bdf2.hpp"

namespace percuta::numerics {
namespace {

constexpr double k_still = 1e12;  // a stored capacity over a stored conductance: such a cell does not move
constexpr double k_rest = 1e-10;  // of what is out of balance at first: nothing that the error of a step would notice

}  // namespace

/// Cells without capacity take the values at which nothing gathers in them while all others stay as they are: a step so
/// short that what holds anything stands still. The trapezoidal stage would else carry on what they are out of balance.
void TrBdf2::balance() {
  const Transmissibilities& matrix = *problem_.matrix;
  const Layout& layout = matrix.layout();
  Field& is_empty = end_.value;  // 1 in cells that hold nothing
  system_.bound_amount(begin_.value);
  for_places(ranges(), layout, [&](Index c) { is_empty.cells()[c] = is_idle(c) ? 1 : 0; });
  for (const Held& held : matrix.held()) is_empty.cells()[held.cell] = 0;
  if (solver().norm(is_empty) == 0) return;
  system_.set_shift(k_still * (matrix.scale() / matrix.mass_scale()));
  if (system_.is_linear()) {
    solver().rate(load_, begin_.value, right_);
    for_places(ranges(), layout, [&](Index c) { right_.cells()[c] *= is_empty.cells()[c]; });
    change_.fill(0);
    count_.iterations += solver().solve_to(right_, change_, k_rest * solver().norm(right_)).iterations;
  } else {
    combine(ranges(), middle_.value, {{1, &begin_.value}});
    const NonlinearStage still{given(), &begin_.value, &is_empty};
    count_.iterations += system_.solve(still, middle_.value).iterations;
    combine(ranges(), change_, {{1, &middle_.value}, {-1, &begin_.value}});
  }
  for_places(ranges(), layout, [&](Index c) { begin_.value.cells()[c] += is_empty.cells()[c] * change_.cells()[c]; });
  const double now = held_mass();  // by laws of what is bound; else the same
  ledger_.add("solver", now - ledger_.now);
  ledger_.now = now;
}

/// Sets what changes cells that hold nothing, at a value, to nothing; gives the sum of what was there.
double TrBdf2::drop_idle(const Field& value, Field& rate) {
  for (const Held& held : problem_.matrix->held()) rate.cells()[held.cell] = 0;
  system_.bound_amount(value);
  double* rates = rate.cells();
  return sum_over_places(ranges(), rate.layout(),
                         [&](Index c) { return is_idle(c) ? std::exchange(rates[c], 0.0) : 0.0; });
}

/// What a solve has left in cells that hold nothing is no rate: the next stage would have to make up for it, however
/// short it is. It goes to the ledger with what the solves leave elsewhere.
void TrBdf2::settle(Stage& stage) {
  const double dropped = drop_idle(stage.value, stage.rate);
  if (dropped != 0) stage.gains.push_back({"solver", -dropped * problem_.matrix->scale()});
}

}  // namespace percuta::numerics
