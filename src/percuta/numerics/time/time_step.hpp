#pragma once

#include <functional>
#include <string>
#include <vector>

#include "percuta/numerics/fields/field.hpp"

namespace percuta::numerics {

/// How time is walked through. Times in s; atol in the unit of the field.
struct StepSettings {
  double rtol = 1e-3;
  double atol = 1e-6;              ///< about 1e-4 of the field's scale
  double first = 1;                ///< step tried first, and after an event [s]
  double longest = 1e300;          ///< [s]
  double least = 1e-9;             ///< a step this short that still fails is an error [s]
  bool is_fixed = false;           ///< always `first`, whatever the error: for order tables
  bool must_stay_positive = true;  ///< reject steps below -atol, clip what is between -atol and 0
};

/// What walking cost, and what it had to mend.
struct StepCount {
  Index accepted = 0, rejected = 0, iterations = 0;
  Index clipped_cells = 0;
};

/// The length of the next step after one whose error estimate, in units of the tolerance, is `error`.
struct NextStep {
  bool is_accepted = true;
  double length = 0;  ///< [s]
};
/// `order` = that of the estimate in the step length (3 for a second-order pair with a third-order companion).
NextStep next_step(double error, double length, int order, const StepSettings& settings);

/// A moment that a step must end on, and what then happens to the field (a session, a channel shut).
struct TimeEvent {
  double time = 0;  ///< [s]
  std::function<void(double, std::vector<Field*>)> act;
};

/// The same for what only looks: dense output at asked times, from the polynomial through a step's stages.
struct TimeOutput {
  std::vector<double> times;  ///< rising [s]
  std::function<void(double, const std::vector<const Field*>&)> take;
};

/// What went where between the start and now, each row integrated from its own flux with the weights of the method.
struct TimeLedger {
  struct Row {
    std::string name;
    double amount = 0;  ///< gained by the field [unit m3]
  };
  std::vector<Row> rows;
  double start = 0, now = 0;  ///< what the field holds [unit m3]

  void add(const std::string& name, double amount);
  double amount(const std::string& name) const;  ///< 0 when there is no such row
  double gained() const;                         ///< sum of all rows
  double mismatch() const { return (now - start) - gained(); }
};

/// All that an integrator needs to go on bit for bit. Taken between two calls of advance(); given to the restore() of
/// an integrator made for the same problem, which then walks on as if it had never stopped. Events and outputs are
/// asked for anew by who restores: only those after `time` act.
struct TimeCheckpoint {
  double time = 0, step = 0;  ///< now, and the step to try next [s]
  StepCount count;
  std::vector<Field> fields;        ///< values, and whatever else the integrator carries from step to step
  std::vector<TimeLedger> ledgers;  ///< one a field that is solved for
};

}  // namespace percuta::numerics
