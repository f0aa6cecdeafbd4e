#include "percuta/numerics/solvers/carried_columns.hpp"

#include <algorithm>

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
  set_whole(ranges, tangent, advection, beta);
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

/// Sums over a layer; of slabs first, so that threads do not count.
std::vector<double> CarriedColumns::layer_sums(const std::vector<SlabRange>& ranges, const Field& values) const {
  const Layout& layout = values.layout();
  const auto nz = static_cast<std::size_t>(layout.nz);
  std::vector<double> part(static_cast<std::size_t>(layout.ny) * nz), sums(nz);
  for_cells(ranges, [&](Index j) {
    each_row(layout, j, [&](Index at, Index k) {
      double sum = 0;
      for (Index c = at; c < at + layout.nx; ++c) sum += values.cells()[c];
      part[static_cast<std::size_t>(j * layout.nz + k)] = sum;
    });
  });
  for (std::size_t p = 0; p < part.size(); ++p) sums[p % nz] += part[p];
  return sums;
}

/// Where all columns are alike what goes aside cancels: the diagonal is what the layer is grounded by and exchanges
/// with the layers above and below.
void CarriedColumns::set_whole(const std::vector<SlabRange>& ranges, const Transmissibilities& tangent,
                               const Advection& advection, double beta) {
  held_.clear();
  for (const Held& held : tangent.held()) held_.push_back(held.cell);
  Field own("own", "1", tangent.layout());
  const Layout& layout = tangent.layout();
  for_each_cell(layout, [&](Index i, Index j, Index k) {
    const Index c = layout.at(i, j, k);
    own.cells()[c] = beta * static_cast<double>(tangent.mass()[c]) + static_cast<double>(tangent.sink()[c]);
  });
  advection.add_drains(own);
  for (const Index cell : held_) own.cells()[cell] = 0;
  whole_down_ = layer_sums(ranges, down_);
  whole_up_ = layer_sums(ranges, up_);
  whole_inverse_ = layer_sums(ranges, own);
  const std::vector<double> raw_up = whole_up_;
  const std::size_t n = whole_down_.size();
  for (std::size_t k = 0; k < n; ++k) {
    double pivot = whole_inverse_[k];
    if (k > 0) pivot += raw_up[k - 1];
    if (k + 1 < n) pivot += whole_down_[k + 1];
    if (k > 0) pivot -= whole_down_[k] * whole_up_[k - 1];
    whole_inverse_[k] = pivot > 0 ? 1 / pivot : 0;
    whole_up_[k] *= whole_inverse_[k];
  }
}

void CarriedColumns::lift(const std::vector<SlabRange>& ranges, const Field& f, Field& u) const {
  const Layout& layout = f.layout();
  std::vector<double> lifted = layer_sums(ranges, f);
  for (std::size_t k = 0; k < lifted.size(); ++k) {
    if (k > 0) lifted[k] += whole_down_[k] * lifted[k - 1];
    lifted[k] *= whole_inverse_[k];
  }
  for (std::size_t k = lifted.size() - 1; k-- > 0;) lifted[k] += whole_up_[k] * lifted[k + 1];
  for_cells(ranges, [&](Index j) {
    each_row(layout, j,
             [&](Index at, Index k) { std::fill_n(u.cells() + at, layout.nx, lifted[static_cast<std::size_t>(k)]); });
  });
  for (const Index cell : held_) u.cells()[cell] = 0;
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
