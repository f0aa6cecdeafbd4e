#include "percuta/numerics/statistics/near_row.hpp"

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

void weigh(const NearRow& row, const ShiftedWindow& window, double* weight, KernelClone clone) {
  switch (clone) {
    case KernelClone::baseline:
      return baseline::weigh(row, window, weight);
    case KernelClone::v3:
      return v3::weigh(row, window, weight);
    case KernelClone::v4:
      return v4::weigh(row, window, weight);
  }
}

}  // namespace percuta::numerics
