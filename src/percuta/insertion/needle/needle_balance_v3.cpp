#include "percuta/insertion/needle/needle_balance.hpp"

#include <numbers>

namespace percuta::insertion::v3 {
#include "percuta/insertion/needle/needle_balance_kernel.inl"
}  // namespace percuta::insertion::v3
