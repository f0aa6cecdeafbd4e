#include "percuta/numerics/near_row.hpp"

namespace percuta::numerics::baseline {
#include "percuta/numerics/near_row_kernel.inl"
}  // namespace percuta::numerics::baseline
