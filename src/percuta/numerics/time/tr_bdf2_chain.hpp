#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "percuta/numerics/time/tr_bdf2.hpp"

namespace percuta::numerics {

/// One of a chain of substances, each of which turns into the next where it is (an ester that enzymes split, what comes
/// of that and is lost). In amounts of substance: what one loses the next gains.
struct ChainLink {
  /// On a matrix of its own. What `nonlinear.loss` takes of it turns into the next, as by Michaelis-Menten; the last
  /// one's is lost. Names its row of the ledger after the start field.
  TimeProblem problem;
  Field start;
  /// Exchanges of this label turn into the next too (add_turning); of the last, and of none with another label, they
  /// do not.
  std::optional<int> turned = {};
  std::optional<double> atol = {};  ///< in place of that of the steps, in the unit of this one
};

/// Adds turning of the first order: `rate` [1/s] of what each cell holds, as exchanges with nothing. After capacities
/// stand, before cells are held; where the matrix is built anew in time, anew as well.
void add_turning(const Field& rate, int label, Transmissibilities& matrix);

/// TR-BDF2 for a chain of fields in common steps. Within a stage each field is solved before the one that it turns
/// into, with what it turns at that stage's value as a source: as nothing turns back that is the implicit stage of all
/// at once, not a splitting, so order, stability and the error estimate are those of TrBdf2. Ledgers have the rows
/// "turned into <next>" and "turned from <before>", equal and opposite to rounding, as both are the same amounts per
/// cell with the same weights. A step's error is that of the worst field.
class TrBdf2Chain {
 public:
  /// InputError when grids differ, fields share a matrix or a name, or what is turned has a cell to go to that is held.
  TrBdf2Chain(std::vector<ChainLink> links, double t, const StepSettings& step, const SolveSettings& solve);

  /// As in TrBdf2; events and outputs see all fields, in order.
  void advance(double t_end);
  void add_event(TimeEvent event);
  void set_output(TimeOutput output);
  /// One a field.
  std::vector<TimeCheckpoint> checkpoint() const;
  void restore(const std::vector<TimeCheckpoint>& from);

  std::size_t size() const { return fields_.size(); }
  double time() const { return fields_[0]->time(); }
  const Field& value(std::size_t n) const { return fields_[n]->value(); }
  const TimeLedger& ledger(std::size_t n) const { return fields_[n]->ledger(); }
  /// Of the steps, which are common; iterations and clipped cells of a field.
  const StepCount& count(std::size_t n = 0) const { return fields_[n]->count(); }

 private:
  std::vector<TrBdf2*> all() const;
  std::vector<std::unique_ptr<TrBdf2>> fields_;
};

}  // namespace percuta::numerics
