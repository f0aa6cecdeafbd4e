#include "percuta/insertion/needle/needle_balance.hpp"

namespace percuta::insertion {
namespace {

void solve_pierced(const NeedleLaw& law, const NeedleBatch& batch, numerics::KernelClone clone) {
  switch (clone) {
    case numerics::KernelClone::baseline:
      return baseline::solve_needles(law, batch);
    case numerics::KernelClone::v3:
      return v3::solve_needles(law, batch);
    case numerics::KernelClone::v4:
      return v4::solve_needles(law, batch);
  }
}

}  // namespace

void solve_needles(const NeedleLaw& law, const NeedleBatch& batch, numerics::KernelClone clone) {
  solve_pierced(law, batch, clone);
  for (std::size_t i = 0; i < batch.n; ++i) {
    if (batch.protrusion[i] < law.puncture_dimple) batch.force[i] = indentation_force(law, batch.protrusion[i]);
  }
}

}  // namespace percuta::insertion
