#include "percuta/numerics/column_kernel.hpp"

namespace percuta::numerics::baseline {
#include "percuta/numerics/column_kernel.inl"
}  // namespace percuta::numerics::baseline
