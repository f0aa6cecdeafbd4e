#pragma once

#include "percuta/numerics/operators/advection.hpp"

namespace percuta::numerics {

/// Each column of shift mass + A with the flow along it, the others held: tridiagonal, not symmetric, solved exactly.
/// What the cycle of the symmetric part does not see of a flow in z.
class CarriedColumns {
 public:
  explicit CarriedColumns(const Layout& layout);

  /// `tangent` is the symmetric part, `shift` [1/s].
  void set(const std::vector<SlabRange>& ranges, const Transmissibilities& tangent, const Advection& advection,
           double shift);
  /// Solves in place: f in, u out.
  void solve(const std::vector<SlabRange>& ranges, Field& f) const;
  /// u = what lifts all columns alike, layer by layer, so that f adds up to nothing in every layer. Held cells stay 0.
  void lift(const std::vector<SlabRange>& ranges, const Field& f, Field& u) const;
  std::size_t bytes() const { return down_.bytes() + inverse_.bytes() + up_.bytes(); }

 private:
  std::vector<double> layer_sums(const std::vector<SlabRange>& ranges, const Field& values) const;
  void set_whole(const std::vector<SlabRange>& ranges, const Transmissibilities& tangent, const Advection& advection,
                 double beta);

  Field down_, inverse_, up_;  ///< coefficient of the cell above; inverse pivot; that times the one of the cell below
  std::vector<double> whole_down_, whole_inverse_, whole_up_;  ///< the same of all columns as one
  std::vector<Index> held_;
};

}  // namespace percuta::numerics
