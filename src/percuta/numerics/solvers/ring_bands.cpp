#include "percuta/numerics/solvers/ring_bands.hpp"

#include <algorithm>

#include "percuta/numerics/parallel.hpp"

namespace percuta::numerics {
namespace {

constexpr Index k_worth_a_thread = 30000;  // cells; below, waking threads costs more than they save

}  // namespace

bool RingBands::fit(const Transmissibilities& matrix) {
  const Layout& layout = matrix.layout();
  if (layout.ny < 2 || layout.ny > k_most || layout.wraps_y()) return false;
  for (Index j = 0; j < layout.ny; ++j) {
    for (Index k = 0; k < layout.nz; ++k) {
      const float* row = matrix.tx() + layout.at(0, j, k);
      if (!std::all_of(row, row + layout.nx + 1, [](float face) { return face == 0; })) return false;
    }
  }
  return true;
}

RingBands::RingBands(const Layout& layout, int threads, KernelClone clone)
    : layout_(layout),
      threads_(layout.cells() < k_worth_a_thread ? 1 : threads),
      kernels_(band_kernels(clone)),
      bundles_((layout.nx + k_band_lanes - 1) / k_band_lanes),
      size_(layout.nz * layout.ny * (layout.ny + 1) * k_band_lanes),
      factors_(static_cast<std::size_t>(bundles_ * size_)) {}

/// body(slab that begins with the bundle, its first cell along x, its number)
template <typename Body>
void RingBands::for_bundles(const MatrixSlab& first, const Body& body) const {
  parallel_for(static_cast<std::size_t>(bundles_), threads_, [&](std::size_t number) {
    const Index begin = static_cast<Index>(number) * k_band_lanes;
    MatrixSlab a = first;
    for (const float** each : {&a.tx, &a.ty, &a.tz, &a.mass, &a.sink}) *each += begin;
    body(a, begin, static_cast<Index>(number));
  });
}

void RingBands::factor(const MatrixSlab& first) {
  for_bundles(first, [&](const MatrixSlab& a, Index, Index number) {
    kernels_.factor(a, layout_.ny, factors_.data() + number * size_);
  });
}

void RingBands::solve(const MatrixSlab& first, const float* f, float* u) {
  for_bundles(first, [&](const MatrixSlab& a, Index begin, Index number) {
    std::vector<float> scratch(static_cast<std::size_t>((layout_.nz + 1) * layout_.ny * k_band_lanes));
    kernels_.solve(a, layout_.ny, factors_.data() + number * size_, f + begin, u + begin, scratch.data());
  });
}

}  // namespace percuta::numerics
