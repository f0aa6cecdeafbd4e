#include "percuta/insertion/needle_balance.hpp"

namespace percuta::insertion {

void solve_needles(const NeedleLaw& law, const NeedleBatch& batch, numerics::KernelClone clone) {
  switch (clone) {
    case numerics::KernelClone::baseline:
      return baseline::solve_needles(law, batch);
    case numerics::KernelClone::v3:
      return v3::solve_needles(law, batch);
    case numerics::KernelClone::v4:
      return v4::solve_needles(law, batch);
  }
}

}  // namespace percuta::insertion
