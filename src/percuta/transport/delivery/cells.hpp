#pragma once

#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

#include "percuta/numerics/operators/transmissibility.hpp"
#include "percuta/numerics/solvers/conjugate_gradients.hpp"
#include "percuta/transport/delivery/strata.hpp"
#include "percuta/transport/delivery/substance.hpp"

/// Tissue with its holes and the film on it as cells: rings around the holes of each class, or a patch that resolves
/// every hole. What both need of a walk, told the same way.
namespace percuta::transport {

/// How much of what an open hole adds its mouth lets through.
struct Mouths {
  std::vector<double> halving;  ///< of each class or hole, the resistance that halves what it adds [s/m]
  std::shared_ptr<const numerics::Transmissibilities> open;  ///< of rings, with all mouths open
  std::vector<double> through;  ///< of each part of a mouth in a patch: its conductance when open [m3/s]
  std::vector<double> beside;   ///< of each face with such parts: what it conducts beside them [m3/s]

  bool are_there() const { return !halving.empty(); }
};

class Cells {
 public:
  explicit Cells(Strata cells) : strata(std::move(cells)) {}
  virtual ~Cells() = default;

  Strata strata;

  virtual const numerics::Layout& layout() const = 0;
  virtual double volume(numerics::Index i, numerics::Index j, numerics::Index k) const = 0;  ///< of all alike [m3]
  virtual double area(numerics::Index i, numerics::Index j) const = 0;                       ///< of a column [m2]
  /// What share of a cell below the film lies in a hole [1].
  virtual double hole_part(numerics::Index i, numerics::Index j, numerics::Index k) const = 0;
  /// Product runs into holes from the film of its pool: which one a column is of, from 0.
  virtual std::size_t pool_of(numerics::Index i, numerics::Index j) const = 0;
  virtual std::size_t pools() const = 0;

  /// Conductances, capacities, clearance and receptor of an active with all mouths open; no holes where the phase has
  /// none.
  virtual numerics::Transmissibilities matrix(const Substance& substance, const Phase& phase) const = 0;
  /// The mouths of that matrix. Seen from a mouth the rest is one resistance b, as of any network with two poles, so
  /// that with R in the mouth the hole adds b / (b + R) of what it adds open: R = b halves it.
  virtual Mouths mouths(const Substance& substance, const numerics::Transmissibilities& open) const = 0;
  /// Sets every mouth so that `share` of what an open hole adds is left.
  virtual void set_mouths(const Mouths& mouths, double share, numerics::Transmissibilities& matrix) const = 0;
  /// How steps and stages are solved.
  virtual numerics::SolveSettings solve() const = 0;
};

/// What share of a cell lies in a hole in this phase [1]; nothing of the film.
double part_in_hole(const Cells& cells, const Phase& phase, numerics::Index i, numerics::Index j, numerics::Index k);

/// How much of what a cell holds is in a hole [1].
double share_in_hole(const Cells& cells, const Substance& substance, const Phase& phase, numerics::Index i,
                     numerics::Index j, numerics::Index k);

/// What the cells are made of, holes by share of volume; along z as along x and y.
numerics::Medium medium_of(const Cells& cells, const Substance& substance, const Phase& phase);

/// How far the steady field lies below a film held at 1. It is solved for itself, fed by what the sinks take at 1, so
/// that it is as sure where a hole lets so much through that next to nothing is lacking.
numerics::Field lacking(const Cells& cells, numerics::Transmissibilities matrix, double tolerance);

}  // namespace percuta::transport
