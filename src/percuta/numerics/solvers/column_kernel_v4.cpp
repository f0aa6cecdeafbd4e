#include "percuta/numerics/solvers/column_kernel.hpp"

namespace percuta::numerics::v4 {
#include "percuta/numerics/solvers/column_kernel.inl"
}  // namespace percuta::numerics::v4
