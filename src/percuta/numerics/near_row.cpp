#include "percuta/numerics/near_row.hpp"

namespace percuta::numerics {

void measure(const NearRow& row, double* square, std::int32_t* bin, KernelClone clone) {
  switch (clone) {
    case KernelClone::baseline:
      return baseline::measure(row, square, bin);
    case KernelClone::v3:
      return v3::measure(row, square, bin);
    case KernelClone::v4:
      return v4::measure(row, square, bin);
  }
}

}  // namespace percuta::numerics
