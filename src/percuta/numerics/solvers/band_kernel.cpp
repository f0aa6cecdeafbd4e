#include "percuta/numerics/solvers/band_kernel.hpp"

namespace percuta::numerics {

const BandKernels& band_kernels(KernelClone clone) {
  switch (clone) {
    case KernelClone::baseline:
      return baseline::k_band_kernels;
    case KernelClone::v3:
      return v3::k_band_kernels;
    case KernelClone::v4:
      return v4::k_band_kernels;
  }
  return baseline::k_band_kernels;
}

}  // namespace percuta::numerics
