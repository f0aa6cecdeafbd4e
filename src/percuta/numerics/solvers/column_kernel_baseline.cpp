#include "percuta/numerics/solver/column_kernel.hpp"

namespace percuta::numerics::baseline {
#include "percuta/numerics/solver/column_kernel.inl"
}  // namespace percuta::numerics::baseline
