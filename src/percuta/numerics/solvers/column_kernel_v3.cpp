#include "percuta/numerics/solver/column_kernel.hpp"

namespace percuta::numerics::v3 {
#include "percuta/numerics/solver/column_kernel.inl"
}  // namespace percuta::numerics::v3
