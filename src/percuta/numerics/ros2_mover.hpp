#pragma once

#include <string>

#include "percuta/numerics/ros2.hpp"

namespace percuta::numerics {

/// How one field of a Ros2 moves: its solver, and a matrix with its own decay where that is stiff.
struct Ros2::Mover {
  Mover(Transmissibilities& problem, const SolveSettings& settings, bool stiff, const std::string& name);

  /// flow = (exchanges - A value) / capacity [unit of the field / s]
  void set_flow(Field& value, Field& flow);
  /// k becomes the solution of (shift capacity + A + capacity decay) k = shift capacity k; gives the iterations.
  Index solve(Field& k, double shift);
  /// What flows out through a label per change: outflow(k) with nothing outside.
  double outflow_of_change(int label, const Field& k) const;
  double decayed(const Field& k) const;  ///< sum of capacity x decay x k
  void refresh();                        ///< after the problem's conductances changed

  Transmissibilities& problem;
  bool is_stiff;
  Transmissibilities with_decay;  ///< empty unless is_stiff
  Field decay;                    ///< per time, set by the cells' solve; empty unless is_stiff
  ColumnSolver solver;
  Field load, right;
};

}  // namespace percuta::numerics
