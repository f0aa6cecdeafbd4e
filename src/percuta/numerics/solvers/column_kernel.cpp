#include "percuta/numerics/solvers/column_kernel.hpp"

namespace percuta::numerics {

const ColumnKernels& column_kernels(KernelClone clone) {
  switch (clone) {
    case KernelClone::baseline:
      return baseline::k_column_kernels;
    case KernelClone::v3:
      return v3::k_column_kernels;
    case KernelClone::v4:
      return v4::k_column_kernels;
  }
  return baseline::k_column_kernels;
}

}  // namespace percuta::numerics
