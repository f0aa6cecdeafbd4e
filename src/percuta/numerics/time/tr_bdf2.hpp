#pragma once

#include <limits>
#include <map>
#include <memory>
#include <numbers>

#include "percuta/numerics/fields/combination.hpp"
#include "percuta/numerics/solvers/nonlinear_solve.hpp"
#include "percuta/numerics/time/time_step.hpp"

namespace percuta::numerics {

/// Capacities that move in time: a film that dries, a needle that dissolves. A cell holds capacity(t) x u; as its
/// capacity moves it keeps that amount, but for what flows: u rises in what shrinks. So it is in a jump too, as where
/// an event makes `at` answer otherwise. A capacity must stay at `least` of what it was at the start, or more: what
/// dries up leaves a rest that still holds what was dissolved, or an event takes that elsewhere before. Else
/// InputError.
struct MovingCapacities {
  std::vector<Index> cells;  ///< Layout::at; none of them held or cut, each with a capacity at the start
  /// Fills in the capacity of every cell of `cells`, in their order [m3 times that of the medium].
  std::function<void(double t, std::vector<double>& capacities)> at;
  double least = 1e-6;  ///< of the capacity at the start; within (0, 1]
};

/// d(capacity(t) u)/dt = source(t) - A(t) u with its exchanges.
struct TimeProblem {
  Transmissibilities* matrix = nullptr;  ///< with capacities; outlives the integrator
  /// Moves outside values and conductances to a time; true when conductances or sinks changed. May be empty.
  std::function<bool(double, Transmissibilities&)> at;
  /// Source per cell at a time [unit m3 / s]. May be empty.
  std::function<void(double, Field&)> source;
  std::map<int, std::string> labels;  ///< names of the ledger rows of exchanges and of what flows in and out
  /// What carries the field, made for `matrix`; outlives the integrator. It follows what `at` does to the matrix; for a
  /// flow that changes let `at` call set_flow and return true. Null = nothing flows.
  Advection* advection = nullptr;
  /// What depends on the field itself; then every stage is a loop by Picard and Newton to the tolerance of the solves.
  /// `bound` is part of what the ledger holds, `loss` a row of it.
  Nonlinearity nonlinear = {};
  /// Set before and after `at`, which may build the matrix anew; Nonlinearity::coefficients leaves them as they are.
  MovingCapacities capacities = {};
};

/// TR-BDF2 (Bank1985, HoseaShampine1996): a trapezoidal stage to (2 - sqrt 2) dt and a BDF2 stage to dt with one
/// matrix; second order, L-stable, with an error estimate of third order that one multigrid cycle filters. Cells
/// without capacity, and where no law binds anything, are in balance with the others at all times, as far as the solves
/// go: what they are given at the start or by an event has no effect, and what a solve leaves in them is booked in the
/// ledger's row `solver`, not carried on.
class TrBdf2 {
 public:
  /// Starts at t. InputError when the matrix has no capacities.
  TrBdf2(TimeProblem problem, const Field& start, double t, const StepSettings& step, const SolveSettings& solve);

  /// Ends exactly at t_end. The first step has no other before it to guess its stages from: two calls may differ from
  /// one by the tolerance of the solves. SolverError when a solve fails or the step becomes too short.
  void advance(double t_end);
  void add_event(TimeEvent event);  ///< at a time not before now; a step ends on it
  void set_output(TimeOutput output) {
    output_ = std::move(output);
    next_output_ = 0;
  }

  /// All that is needed to go on: the value, and where a step has ended here its rate and what goes in and out.
  TimeCheckpoint checkpoint() const;
  /// Goes on from there; the matrix stands as it did then, but for what TimeProblem::at sets. InputError when the
  /// checkpoint is of another field or grid.
  void restore(const TimeCheckpoint& checkpoint);

  double time() const { return t_; }
  const Field& value() const { return begin_.value; }
  const TimeLedger& ledger() const { return ledger_; }
  const StepCount& count() const { return count_; }

 private:
  static constexpr double k_middle = 2 - std::numbers::sqrt2;   ///< of the first stage, in the step
  static constexpr double k_own = 1 - std::numbers::sqrt2 / 2;  ///< weight of a stage's own rate, the same in both
  static constexpr double k_others = std::numbers::sqrt2 / 4;   ///< weight of the earlier rates in the second

  /// The field at one time within a step and what changes it.
  struct Stage {
    Field value, rate;                   ///< rate = source + exchanges - A u, in stored units
    std::vector<TimeLedger::Row> gains;  ///< per time
    Field turned = {};                   ///< what turns into the next of a chain [unit m3 / s]; else empty
  };
  friend class TrBdf2Chain;
  static void walk(const std::vector<TrBdf2*>& all, double t_end);
  static double step_to_try(const TrBdf2& lead, double left);
  static void act_on_events(const std::vector<TrBdf2*>& all);
  static void write_outputs(const std::vector<TrBdf2*>& all, double dt);
  bool is_moving() const { return problem_.at || problem_.source || problem_.capacities.at || before_ != nullptr; }
  void begin_step();
  void reject(double next);
  void end_event();
  void turn_into(const std::string& next, int label);
  void take_turned(Stage& stage);
  void follow_chain(const Stage& from);
  const Field* given() const;
  bool move_to(double t);
  bool take_capacities(double t);
  void must_allow(double t) const;
  void follow_capacities();
  void begin_capacities();
  void remember_capacities();
  void keep_amounts_of_begin();
  void keep_amounts_of_stage();
  void rescale(double scale_before);
  void balance();
  void complete(Stage& stage);
  bool is_idle(Index cell) const { return !(problem_.matrix->mass()[cell] > 0) && !system_.binds(cell); }
  double drop_idle(const Field& value, Field& rate);
  void settle(Stage& stage);
  void solve_stage(Stage& stage);
  void solve_nonlinear_stage(Stage& stage);
  void foresee_middle(double dt);
  void foresee_end(double dt);
  bool try_step(double dt);
  double error();
  void book(double dt);
  void accept();
  void clip();
  double next_stop(double t_end) const;
  double held_mass();
  FlowSolver& solver() { return system_.linear(); }
  const std::vector<SlabRange>& ranges() const { return system_.linear().ranges(); }
  [[noreturn]] void give_up(double dt) const;

  TimeProblem problem_;
  StepSettings step_;
  NonlinearSolver system_;
  double t_, dt_;
  Stage begin_, middle_, end_;
  Field source_, load_, right_, change_;
  std::vector<double> asked_, first_capacity_;  ///< of the cells whose capacities move: now, at the start
  std::vector<double> begin_capacity_;          ///< as stored, those that begin_.value goes with
  const TrBdf2* before_ = nullptr;              ///< in a chain, what turns into this
  const Field* fed_ = nullptr;                  ///< what that gives at the stage in hand [unit m3 / s]
  Field given_;                                 ///< that and the source, when there are both
  bool has_clipped_ = false;                    ///< at the end of the last step
  bool turns_ = false;                          ///< into the next of a chain,
  int turned_label_ = 0;                        ///< by exchanges of this label and by the loss
  std::string loss_name_ = "loss";              ///< its ledger row
  double last_ = 0;        ///< length of the step whose begin and middle still stand in end_ and middle_; 0 = none [s]
  double unsolved_ = 0;    ///< sum of residuals that the last stage left [stored units]
  bool is_begun_ = false;  ///< begin_ is complete
  bool is_balanced_ = false;  ///< cells without capacity follow the others since the start or the last event
  std::vector<TimeEvent> events_;
  TimeOutput output_;
  std::size_t next_output_ = 0;
  double restored_ = -std::numeric_limits<double>::infinity();  ///< events and outputs up to here are done with [s]
  TimeLedger ledger_;
  StepCount count_;
};

}  // namespace percuta::numerics
