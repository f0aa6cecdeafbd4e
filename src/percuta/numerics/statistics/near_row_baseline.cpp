#include "percuta/numerics/statistics/near_row.hpp"

namespace percuta::numerics::baseline {
#include "percuta/numerics/statistics/near_row_kernel.inl"
}  // namespace percuta::numerics::baseline
