#pragma once

#include "percuta/numerics/advection.hpp"

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
  std::size_t bytes() const { return 3 * inverse_.bytes(); }

 private:
  Field down_, inverse_, up_;  ///< coefficient of the cell above; inverse pivot; that times the one of the cell below
};

}  // namespace percuta::numerics
