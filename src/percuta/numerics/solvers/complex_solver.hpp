#pragma once

#include <complex>
#include <string>

#include "percuta/numerics/solvers/conjugate_gradients.hpp"

namespace percuta::numerics {

/// A field of complex amplitudes.
struct ComplexField {
  Field real, imaginary;
};

/// Solves (A + i B) u = f, A and B symmetric with the same cells held: alternating currents through what conducts (A)
/// and stores (B). COCG (VanDerVorstMelissen1990), preconditioned by two real cycles for A + B, whose spectrum A + i B
/// shares but for a factor between 1 and i.
class ComplexSolver {
 public:
  /// Keeps references to both.
  ComplexSolver(const Transmissibilities& conducting, const Transmissibilities& storing, const SolveSettings& settings,
                std::string what = "the field");

  /// Right side of sources (null = none) and real outside values of the two problems.
  void load(const Field* source, ComplexField& f) const;
  /// u holds the first guess. SolverError when it does not converge.
  SolveReport solve(const ComplexField& f, ComplexField& u);

 private:
  using Complex = std::complex<double>;
  void apply(ComplexField& p, ComplexField& q);
  double norm(const ComplexField& f) const;
  Complex product(const ComplexField& a, const ComplexField& b) const;
  void add(Complex factor, const ComplexField& x, ComplexField& y) const;
  void precondition();

  const Transmissibilities &conducting_, &storing_;
  Transmissibilities both_;
  SolveSettings settings_;
  std::string what_;
  ColumnSolver first_, second_, cycle_;
  double ratio_;  ///< of a stored 1 in B to one in A
  ComplexField r_, z_, p_, q_;
  Field part_;
};

}  // namespace percuta::numerics
