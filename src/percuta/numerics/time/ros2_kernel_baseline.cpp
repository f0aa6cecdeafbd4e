#include "percuta/numerics/time/ros2_kernel.hpp"

namespace percuta::numerics::baseline {
#include "percuta/numerics/time/ros2_kernel.inl"
}  // namespace percuta::numerics::baseline
