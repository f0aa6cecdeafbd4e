#include "percuta/numerics/statistics/near_row.hpp"

namespace percuta::numerics::v4 {
#include "percuta/numerics/statistics/near_row_kernel.inl"
}  // namespace percuta::numerics::v4
