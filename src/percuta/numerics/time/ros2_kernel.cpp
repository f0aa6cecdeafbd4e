#include "percuta/numerics/time/ros2_kernel.hpp"

namespace percuta::numerics {

const Ros2Kernels& ros2_kernels(KernelClone clone) {
  switch (clone) {
    case KernelClone::baseline:
      return baseline::k_ros2_kernels;
    case KernelClone::v3:
      return v3::k_ros2_kernels;
    case KernelClone::v4:
      return v4::k_ros2_kernels;
  }
  return baseline::k_ros2_kernels;
}

}  // namespace percuta::numerics
