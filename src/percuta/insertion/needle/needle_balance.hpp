#pragma once

#include <cstddef>

#include "percuta/insertion/needle/needle_law.hpp"
#include "percuta/numerics/kernel_clone.hpp"

namespace percuta::insertion {

/// The hot kernel: where each needle comes to rest. Arrays of length n:
///   protrusion  of the tip below the surface of the law's frame [m]
///   depth       out: in the skin, along the needle, 0 = not pierced [m]
///   force       out: on the needle [N]
/// The depth is the root of retained dimple(resistance(d)) = t - d, found by 32 halvings: only additions, products and
/// comparisons, so that every clone gives the same bits.
struct NeedleBatch {
  const double* protrusion;
  double* depth;
  double* force;
  std::size_t n;
};

void solve_needles(const NeedleLaw& law, const NeedleBatch& batch, numerics::KernelClone clone);

/// The clones; they leave the force on a needle that does not pierce at 0.
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
