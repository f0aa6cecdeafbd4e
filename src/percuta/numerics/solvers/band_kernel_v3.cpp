#include "percuta/numerics/solvers/band_kernel.hpp"

namespace percuta::numerics::v3 {
#include "percuta/numerics/solvers/band_kernel.inl"
}  // namespace percuta::numerics::v3
