#include "percuta/numerics/solvers/band_kernel.hpp"

namespace percuta::numerics::baseline {
#include "percuta/numerics/solvers/band_kernel.inl"
}  // namespace percuta::numerics::baseline
