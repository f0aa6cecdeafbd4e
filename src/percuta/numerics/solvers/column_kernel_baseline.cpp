#include "percuta/numerics/solvers/column_kernel.hpp"

namespace percuta::numerics::baseline {
#include "percuta/numerics/solvers/column_kernel.inl"
}  // namespace percuta::numerics::baseline
