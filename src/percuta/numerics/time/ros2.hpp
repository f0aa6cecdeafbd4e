#pragma once

#include <limits>
#include <map>
#include <memory>

#include "percuta/numerics/fields/combination.hpp"
#include "percuta/numerics/solvers/conjugate_gradients.hpp"
#include "percuta/numerics/time/ros2_kernel.hpp"
#include "percuta/numerics/time/time_step.hpp"

namespace percuta::numerics {

/// Cells side by side in a row, with the values of every field: value[field][i], i in [0, n).
struct CellRun {
  double t = 0;     ///< [s]
  Index first = 0;  ///< Layout::at of its first cell, for fields of parameters
  Index n = 0;
  const double* const* value = nullptr;
};

/// What happens within a cell. Both must be defined for values a little below zero (clamp where a law needs it).
struct Reaction {
  /// rate[field][i] [unit of the field / s]
  std::function<void(const CellRun& cells, double* const* rate)> rate;
  /// d rate[row] / d value[column] at jacobian[row fields + column][i], zero on entry. A rough one costs accuracy only,
  /// never order.
  std::function<void(const CellRun& cells, double* const* jacobian)> jacobian;
  /// Both at once, to the same numbers; may be empty. Asked for where nothing moves.
  std::function<void(const CellRun& cells, double* const* rate, double* const* jacobian)> both = {};
};

struct ReactingField {
  Field start;
  Transmissibilities* matrix = nullptr;  ///< how it moves, with capacities; null = it stays in its cell
  bool is_stiff = false;  ///< decays much faster than a step: its own decay goes into its diffusion solve
  std::map<int, std::string> labels = {};  ///< names of the ledger rows of exchanges
  /// In balance at every time, 0 = rate + exchanges - A u: for what follows the others within seconds. It has no
  /// memory: `start` is a first guess only, and it holds nothing, so that the rows of its ledger cancel. Such fields
  /// are balanced in turn, so one that turns into another and back much faster than either leaves is not for it.
  bool is_quasi_steady = false;
};

/// ROS2 (Verwer1999), gamma = 1 - 1 / sqrt 2, not split: both stages see reaction and diffusion. The
/// linear systems are factored approximately: a dense solve in every cell, then a multigrid solve a moving field.
/// Second order whatever the Jacobian; where all rates are 0 nothing moves at all. Fields that are quasi-steady are
/// brought to balance with the others at the start, before the second stage and at the end of each step; the others see
/// that.
class Ros2 {
 public:
  /// InputError when fields or matrices are on different grids, or a matrix has cells that hold nothing and are neither
  /// held nor cut, or a quasi-steady field does not move. SolverError when one finds no balance at its start.
  Ros2(std::vector<ReactingField> fields, Reaction reaction, double t, const StepSettings& step,
       const SolveSettings& solve);
  ~Ros2();
  Ros2(const Ros2&) = delete;
  Ros2& operator=(const Ros2&) = delete;

  /// Ends exactly at t_end. SolverError when a solve fails or the step becomes too short.
  void advance(double t_end);
  void add_event(TimeEvent event);  ///< at a time not before now; a step ends on it
  void set_output(TimeOutput output) {
    output_ = std::move(output);
    next_output_ = 0;
  }
  /// Tolerance of one field; all have that of the settings at first.
  void set_atol(Index field, double atol) { fields_[static_cast<std::size_t>(field)].atol = atol; }

  TimeCheckpoint checkpoint() const;
  /// InputError when the checkpoint is of another problem. The matrices must be as they were at its time.
  void restore(const TimeCheckpoint& from);

  double time() const { return t_; }
  const Field& value(Index field) const { return fields_[static_cast<std::size_t>(field)].value; }
  /// Of a field: its exchanges, "reaction", "events", "clipped", "solver". Fields that stay in their cell have the
  /// capacity 1 a cell.
  const TimeLedger& ledger(Index field) const { return fields_[static_cast<std::size_t>(field)].ledger; }
  const StepCount& count() const { return count_; }
  /// All that it holds, and the matrices, each once.
  std::size_t bytes() const;

 private:
  struct Mover;
  struct Room;
  struct Systems;
  struct State {
    Field value, first,
        second;  ///< k1 and k2; the flow before the cells' solve and the end of the step stand there too
    Transmissibilities* matrix = nullptr;
    std::unique_ptr<Mover> mover;
    std::map<int, std::string> labels;
    bool is_quasi_steady = false;
    double atol = 0;
    Index cells = 0;                     ///< that take part
    std::vector<EndSums> by_slab;        ///< of the pass over the cells that was last
    EndSums end;                         ///< of the step on trial
    std::vector<TimeLedger::Row> gains;  ///< of the step on trial
    TimeLedger ledger;
  };
  /// When a balance is struck: with all values, with value + dt k1, or with the end of the step.
  enum class Moment { begin, stage, end };
  struct Balance {
    Moment moment;
    double t, dt;  ///< [s]
  };
  void strike(const Balance& at);
  bool can_strike(const Balance& at);
  [[noreturn]] void refuse_balance(std::size_t field, const Balance& at, const std::string& why) const;
  bool settle(std::size_t field, const Balance& at, double& wanted);
  void weigh(std::size_t field, const Balance& at);
  void look_at(Index first_cell, Moment moment, Systems& systems) const;
  void weigh_run(std::size_t field, CellRun cells, const Balance& at, Systems& systems);
  bool balance_stage(double dt);
  bool balance_end(double dt);
  void balance_now();
  void book_balance(State& state, const Field& value, double weight);
  bool has_balance() const;
  void set_flow(State& state, double dt);
  void aim(Index first_cell, bool is_second, Systems& systems);
  bool react(double t, double dt, bool is_second);
  bool react_run(CellRun cells, double dt, bool is_second, Systems& systems);
  void take_trial(const CellRun& cells, double dt, Systems& systems) const;
  bool react_alone(double t, double dt);
  bool react_run_alone(CellRun cells, double dt, Systems& systems, std::vector<double>* made);
  void diffuse(State& state, double dt, bool is_second);
  void end_row(State& state, double dt, Index at, EndSums& sums) const;
  bool end_step(State& state, double dt);
  bool try_step(double dt);
  double error(const State& state) const;
  void count_cells();
  void accept(double dt);
  void write_outputs(double dt);
  void refresh(State& state);
  void act_on_events();
  double content(const State& state, const Field& field) const;
  [[noreturn]] void give_up(double dt) const;
  void must_fit(const TimeCheckpoint& from) const;

  double sum(const State& state, double EndSums::* what) const;
  Layout layout_;
  std::vector<SlabRange> ranges_;
  std::unique_ptr<Room> room_;
  std::vector<std::shared_ptr<Systems>> systems_;  ///< of each range, where nothing moves
  std::vector<State> fields_;
  Reaction reaction_;
  StepSettings step_;
  double t_, dt_;
  double done_until_ = -std::numeric_limits<double>::infinity();  ///< events and outputs up to here are behind us
  std::vector<TimeEvent> events_;
  TimeOutput output_;
  std::size_t next_output_ = 0;
  StepCount count_;
};

}  // namespace percuta::numerics
