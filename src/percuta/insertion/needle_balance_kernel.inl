// Compiled once per clone, inside that clone's namespace. Nothing here may call an inline function from elsewhere: the
// linker keeps one copy of those, and it could be the one with instructions that this processor lacks.

namespace {

constexpr int k_halvings = 48;
constexpr std::size_t k_lanes = 16;

inline double lesser(double a, double b) {
  return a < b ? a : b;
}

inline double push(const NeedleLaw& law, double t) {
  const double growing = lesser(t, law.full_contact);
  return 2 * law.modulus * growing * (law.tip_radius + law.slope / std::numbers::pi * growing) +
         2 * law.modulus * law.base_radius * (t - growing);
}

inline double hold(const NeedleLaw& law, double depth) {
  const double tapered = lesser(depth, law.taper);
  const double radius = law.tip_radius + law.slope * tapered;
  const double flank = (law.tip_radius + radius) * tapered * law.slant + 2 * law.base_radius * (depth - tapered);
  return law.puncture_force + std::numbers::pi * (law.opening_pressure * radius * radius + law.friction_stress * flank);
}

/// One block of lanes, all halved in step.
inline void solve_block(const NeedleLaw& law, const double* protrusion, double* depth, double* force) {
  const double stretch = 1 / law.retained;
  double low[k_lanes], high[k_lanes];
  for (std::size_t i = 0; i < k_lanes; ++i) {
    low[i] = 0;
    high[i] = protrusion[i];
  }
  for (int halving = 0; halving < k_halvings; ++halving) {
    for (std::size_t i = 0; i < k_lanes; ++i) {
      const double middle = 0.5 * (low[i] + high[i]);
      const bool goes_deeper = hold(law, middle) <= push(law, (protrusion[i] - middle) * stretch);
      low[i] = goes_deeper ? middle : low[i];
      high[i] = goes_deeper ? high[i] : middle;
    }
  }
  for (std::size_t i = 0; i < k_lanes; ++i) {
    const double intact = push(law, protrusion[i]);
    const bool is_pierced = intact >= law.puncture_force;
    depth[i] = is_pierced ? low[i] : 0;
    force[i] = is_pierced ? hold(law, low[i]) : intact;
  }
}

}  // namespace

void solve_needles(const NeedleLaw& law, const NeedleBatch& batch) {
  std::size_t at = 0;
  for (; at + k_lanes <= batch.n; at += k_lanes) {
    solve_block(law, batch.protrusion + at, batch.depth + at, batch.force + at);
  }
  double protrusion[k_lanes] = {}, depth[k_lanes], force[k_lanes];
  for (std::size_t i = 0; at + i < batch.n; ++i) protrusion[i] = batch.protrusion[at + i];
  solve_block(law, protrusion, depth, force);
  for (std::size_t i = 0; at + i < batch.n; ++i) {
    batch.depth[at + i] = depth[i];
    batch.force[at + i] = force[i];
  }
}
