// Compiled once per clone, inside that clone's namespace. Nothing here may call an inline function from elsewhere: the
// linker keeps one copy of those, and it could be the one with instructions that this processor lacks.

namespace {

constexpr int k_halvings = 32;
constexpr std::size_t k_lanes = 16;

inline double lesser(double a, double b) {
  return a < b ? a : b;
}

inline double greater(double a, double b) {
  return a > b ? a : b;
}

/// Force at which the surface itself gives by `s`; 0 for s <= 0.
inline double push(const NeedleLaw& law, double s) {
  const double growing = greater(0, lesser(s, law.full_contact));
  return 2 * law.modulus * growing * (law.form.tip_radius + law.slope / std::numbers::pi * growing) +
         2 * law.modulus * law.form.base_radius * (greater(0, s) - growing);
}

/// What holds each needle, for a block of lanes; piece by piece of its form.
inline void hold(const NeedleLaw& law, const double* depth, double* force) {
  double radius[k_lanes], flank[k_lanes];
  for (std::size_t i = 0; i < k_lanes; ++i) {
    radius[i] = law.form.tip_radius;
    flank[i] = 0;
  }
  for (int k = 0; k < law.form.count; ++k) {
    const NeedleForm::Piece piece = law.form.pieces[k];
    for (std::size_t i = 0; i < k_lanes; ++i) {
      const double inside = greater(0, lesser(depth[i] - piece.start, piece.length));
      radius[i] += piece.slope * inside;
      flank[i] += (2 * piece.radius + piece.slope * inside) * inside * piece.slant;
    }
  }
  for (std::size_t i = 0; i < k_lanes; ++i) {
    force[i] = law.cutting_force +
               std::numbers::pi * (law.opening_pressure * radius[i] * radius[i] + law.friction_stress * flank[i]);
  }
}

/// One block of lanes, all halved in step.
inline void solve_block(const NeedleLaw& law, const double* protrusion, double* depth, double* force) {
  const double stretch = 1 / law.retained;
  double low[k_lanes], high[k_lanes], middle[k_lanes], held[k_lanes];
  for (std::size_t i = 0; i < k_lanes; ++i) {
    low[i] = 0;
    high[i] = protrusion[i];
  }
  for (int halving = 0; halving < k_halvings; ++halving) {
    for (std::size_t i = 0; i < k_lanes; ++i) middle[i] = 0.5 * (low[i] + high[i]);
    hold(law, middle, held);
    for (std::size_t i = 0; i < k_lanes; ++i) {
      const double surface = (protrusion[i] - middle[i]) * stretch - law.deeper * held[i];
      const bool goes_deeper = held[i] <= push(law, surface);
      low[i] = goes_deeper ? middle[i] : low[i];
      high[i] = goes_deeper ? high[i] : middle[i];
    }
  }
  hold(law, low, held);
  for (std::size_t i = 0; i < k_lanes; ++i) {
    const bool is_pierced = protrusion[i] >= law.puncture_dimple;
    depth[i] = is_pierced ? low[i] : 0;
    force[i] = is_pierced ? held[i] : 0;
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
