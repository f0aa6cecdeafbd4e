#pragma once

#include <vector>

#include "percuta/numerics/fields/launch.hpp"
#include "percuta/numerics/operators/transmissibility.hpp"
#include "percuta/numerics/solvers/band_kernel.hpp"

namespace percuta::numerics {

/// Exact solves, to the rounding of float32, where columns touch along y alone and are few there, as the rings around
/// many channels (x) that do not touch each other. What a row of columns comes to depends on that row alone, to the
/// last bit.
class RingBands {
 public:
  static constexpr Index k_most = 64;  ///< columns along y; beyond, the room for a band grows too large

  /// Whether all faces along x are shut and the rows along y are short and have two ends.
  static bool fit(const Transmissibilities& matrix);
  RingBands(const Layout& layout, int threads, KernelClone clone);

  /// Takes the matrix as it is; `first` is its slab j = 0.
  void factor(const MatrixSlab& first);
  void solve(const MatrixSlab& first, const float* f, float* u);
  std::size_t bytes() const { return factors_.size() * sizeof(float); }

 private:
  template <typename Body>
  void for_bundles(const MatrixSlab& first, const Body& body) const;

  Layout layout_;
  int threads_;
  const BandKernels& kernels_;
  Index bundles_, size_;  ///< of lanes; values a bundle
  std::vector<float> factors_;
};

}  // namespace percuta::numerics
