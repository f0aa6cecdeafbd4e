#pragma once

#include <vector>

#include "percuta/numerics/fields/launch.hpp"
#include "percuta/numerics/operators/transmissibility.hpp"

/// A locally one-dimensional step (Peaceman and Rachford's family; what BioFVM takes, Ghaffarizadeh2016): backward
/// Euler in x, then in y, then in z, each a solve of three-point equations with pivots kept from step to step.
namespace percuta::benchmark {

using numerics::Field;
using numerics::Index;
using numerics::Transmissibilities;

class LodStep {
 public:
  /// Keeps a reference to the matrix, which has capacities and closed sides, and nothing held; dt [s].
  LodStep(const Transmissibilities& matrix, double dt, int threads);

  void advance(Field& u);
  double dt() const { return dt_; }
  /// What it holds beside u and the matrix's faces and capacities.
  std::size_t bytes() const;

 private:
  void make_pivots();
  void solve_x(Index j, double* u) const;
  void solve_y(Index k, double* u) const;
  void solve_z(Index j, double* u) const;

  const Transmissibilities& matrix_;
  double dt_;
  double face_;  ///< dt times a stored face, in units of a stored capacity
  int threads_;
  std::vector<numerics::SlabRange> ranges_;
  Field load_;                   ///< what comes in from outside in a step, as if it had been there before
  std::vector<bool> is_loaded_;  ///< rows that anything comes into
  numerics::PaddedArray<double> inverse_x_, inverse_y_, inverse_z_;
};

}  // namespace percuta::benchmark
