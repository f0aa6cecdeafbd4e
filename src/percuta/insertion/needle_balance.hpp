#pragma once

#include <cstddef>

#include "percuta/insertion/needle_law.hpp"
#include "percuta/numerics/kernel_clone.hpp"

namespace percuta::insertion {

/// The hot kernel: where each needle comes to rest. Arrays of length n:
///   protrusion  of the tip below the undisturbed surface [m]
///   depth       out: in the skin, 0 = not pierced [m]
///   force       out: on the needle [N]
/// The depth is the root of resistance(d) = indentation_force((t - d) / retained), found by 48 halvings: only
/// additions, products and comparisons, so that every clone gives the same bits.
struct NeedleBatch {
  const double* protrusion;
  double* depth;
  double* force;
  std::size_t n;
};

void solve_needles(const NeedleLaw& law, const NeedleBatch& batch, numerics::KernelClone clone);

namespace baseline {
void solve_needles(const NeedleLaw& law, const NeedleBatch& batch);
}
namespace v3 {
void solve_needles(const NeedleLaw& law, const NeedleBatch& batch);
}
namespace v4 {
void solve_needles(const NeedleLaw& law, const NeedleBatch& batch);
}

}  // namespace percuta::insertion
