#pragma once

#include <vector>

#include "percuta/transport/delivery/cells.hpp"

/// What of an active lies undissolved in the film. Water beside it stands at its solubility s; here a cell holds
/// m u + b h(u - s), with h(x) = max(0, x) rounded off within a small width and a slope b so steep that u passes s by
/// at most a hundredth.
namespace percuta::transport {

class Precipitate {
 public:
  bool can_be() const { return !slope_.empty(); }
  bool is_there() const { return is_there_; }
  /// Undissolved in a cell at u [mol].
  double amount(numerics::Index cell, double u) const;
  /// u of a cell with the capacity `mass` [m3] that holds `held` [mol].
  double dissolved(numerics::Index cell, double mass, double held) const;
  /// As a law of amounts for a solver.
  void fill(const numerics::Field& u, numerics::Field& amount, numerics::Field& slope) const;

 private:
  friend Precipitate precipitate_of(const Cells&, const Active&, const Phase&, const numerics::Transmissibilities&,
                                    const numerics::Field&);
  double above(double u) const;        ///< h(u - s)
  double solubility_ = 0, width_ = 0;  ///< [mol/m3]
  bool is_there_ = false;
  struct Steep {
    numerics::Index cell;
    double slope;  ///< [m3]
  };
  const Steep* find(numerics::Index cell) const;  ///< nullptr = not of the film
  std::vector<Steep> slope_;                      ///< of the film's cells, rising
};

/// For a phase that begins with `held` per cell [mol]; nothing where it cannot come to saturation.
Precipitate precipitate_of(const Cells& cells, const Active& active, const Phase& phase,
                           const numerics::Transmissibilities& matrix, const numerics::Field& held);

}  // namespace percuta::transport
