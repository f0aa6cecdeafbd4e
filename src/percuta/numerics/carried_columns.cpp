#include "percuta/numerics/carried_columns.hpp"

namespace percuta::numerics {
namespace {

/// body(first cell of row k, k) for every row of slab j, from the top.
template <typename Body>
void each_row(const Layout& layout, Index j, const Body& body) {
  for (Index k = 0; k < layout.nz; ++k) body(layout.at(0, j, k), k);
}

}  // namespace

CarriedColumns::CarriedColumns(const Layout& layout)
    : down_("down", "1", layout), inverse_("inverse pivot", "1", layout), up_("up", "1", layout) {}

void CarriedColumns::set(const std::vector<SlabRange>& ranges, const Transmissibilities& tangent,
                         const Advection& advection, double shift) {
  const Layout& layout = tangent.layout();
  const double half = 0.5 / tangent.scale(), beta = shift * (tangent.mass_scale() / tangent.scale());
  const Index slab = layout.slab(), stride = layout.stride();
  const FaceFlow& flow = advection.flow();
  const float *tx = tangent.tx(), *ty = tangent.ty(), *tz = tangent.tz();
  double *diagonal = inverse_.cells(), *down = down_.cells(), *up = up_.cells();
  const auto both = [](const float* t, Index a, Index b) {
    return static_cast<double>(t[a]) + static_cast<double>(t[b]);
  };
  for_cells(ranges, [&](Index j) {
    each_row(layout, j, [&](Index at, Index) {
      for (Index c = at; c < at + layout.nx; ++c) {
        const double aside = both(tx, c, c + 1) + both(ty, c, c + slab);
        const double gone =
            (flow.x()[c + 1] - flow.x()[c]) + (flow.y()[c + slab] - flow.y()[c]) + (flow.z()[c + stride] - flow.z()[c]);
        const double own = beta * static_cast<double>(tangent.mass()[c]) + static_cast<double>(tangent.sink()[c]);
        diagonal[c] = aside + both(tz, c, c + stride) + own + half * gone;
        down[c] = static_cast<double>(tz[c]) + half * flow.z()[c];
        up[c] = static_cast<double>(tz[c + stride]) - half * flow.z()[c + stride];
      }
    });
  });
  advection.add_drains(inverse_);
  for_cells(ranges, [&](Index j) {
    each_row(layout, j, [&](Index at, Index k) {
      for (Index c = at; c < at + layout.nx; ++c) {
        const double pivot = diagonal[c] - (k > 0 ? down[c] * up[c - stride] : 0);
        diagonal[c] = pivot > 0 ? 1 / pivot : 0;
        up[c] *= diagonal[c];
      }
    });
  });
}

void CarriedColumns::solve(const std::vector<SlabRange>& ranges, Field& f) const {
  const Layout& layout = f.layout();
  const Index stride = layout.stride();
  for_cells(ranges, [&](Index j) {
    each_row(layout, j, [&](Index at, Index k) {
      const double *down = down_.cells() + at, *inverse = inverse_.cells() + at;
      double* y = f.cells() + at;
      const double* above = y - (k > 0 ? stride : 0);  // nothing comes down into the first
#pragma omp simd
      for (Index i = 0; i < layout.nx; ++i) y[i] = (y[i] + down[i] * above[i]) * inverse[i];
    });
    for (Index k = layout.nz - 1; k-- > 0;) {
      const double* up = up_.cells() + layout.at(0, j, k);
      double* y = f.cells() + layout.at(0, j, k);
#pragma omp simd
      for (Index i = 0; i < layout.nx; ++i) y[i] += up[i] * y[i + stride];
    }
  });
}

}  // namespace percuta::numerics
