#include "percuta/numerics/time/ros2_kernel.hpp"

namespace percuta::numerics::v4 {
#include "percuta/numerics/time/ros2_kernel.inl"
}  // namespace percuta::numerics::v4
