#include <algorithm>

#include "percuta/numerics/solvers/multigrid.hpp"

namespace percuta::numerics {
namespace {

/// The bundle of columns of a slab that starts at `begin`.
MatrixSlab columns(MatrixSlab a, Index begin) {
  a.nx = std::min(k_columns_at_once, a.nx - begin);
  for (const float** each : {&a.tx, &a.ty, &a.tz, &a.mass, &a.sink, &a.inverse}) *each += begin;
  return a;
}

}  // namespace

void Multigrid::wrap_rows(Level& level, Index j) {
  const Layout& layout = level.layout;
  if (!layout.wraps_x()) return;
  for (Index k = 0; k < layout.nz; ++k) {
    float* row = level.u.cells() + layout.at(0, j, k);
    row[-1] = row[layout.nx - 1];
    row[layout.nx] = row[0];
  }
}

void Multigrid::wrap_slabs(Level& level) {
  const Layout& layout = level.layout;
  if (!layout.wraps_y()) return;
  float* u = level.u.cells() - 1;  // with the ghost before the first row, and nothing of the slab before it
  std::copy_n(u + layout.at(0, layout.ny - 1, 0), layout.slab(), u + layout.at(0, -1, 0));
  std::copy_n(u, layout.slab(), u + layout.at(0, layout.ny, 0));
}

/// One colour of a bundle of columns of slab j.
void Multigrid::smooth_bundle(const Pass& pass, Index j, Index begin) {
  Level& l = levels_[static_cast<std::size_t>(pass.level)];
  const bool black = pass.is_second != (pass.order == Order::backward);
  const Index at = j * l.layout.slab() + begin, colour = j + begin + (black ? 1 : 0);
  const MatrixSlab a = columns(slab(pass.level, j), begin);
  const auto relax = pass.order == Order::first && !pass.is_second ? kernels_.relax_first : kernels_.relax;
  relax(a, l.f.cells() + at, l.u.cells() + at, colour, pass.scratch);
}

/// One colour of a range's slab.
void Multigrid::smooth_slab(const Pass& pass, Index j) {
  Level& l = levels_[static_cast<std::size_t>(pass.level)];
  for (Index begin = 0; begin < l.layout.nx; begin += k_columns_at_once) smooth_bundle(pass, j, begin);
  wrap_rows(l, j);
}

/// The inner slabs of a range: the second colour follows the first one slab behind, bundle by bundle, while what both
/// read is still in the cache. A correction comes one slab ahead of the first.
void Multigrid::smooth_inside(const Pass& first, const Pass& second, SlabRange range) {
  Level& l = levels_[static_cast<std::size_t>(first.level)];
  const Index low = range.first, high = range.last - 1;
  for (Index j = low + 1; j <= high; ++j) {
    const bool leads = j<high, follows = j - 1> low;
    if (first.is_corrected && j + 1 > low + 1 && j + 1 < high - 1) prolong_slab(first.level, j + 1);
    for (Index begin = 0; begin < l.layout.nx; begin += k_columns_at_once) {
      if (leads) smooth_bundle(first, j, begin);
      if (follows) smooth_bundle(second, j - 1, begin);
    }
    if (leads) wrap_rows(l, j);
    if (follows) wrap_rows(l, j - 1);
  }
}

/// The slabs of a range that its neighbours read, and those next to them, which it reads with them.
void Multigrid::prolong_borders(Index level, SlabRange range) {
  const Index low = range.first, high = range.last - 1;
  for (Index j = low; j <= std::min(low + 1, high); ++j) prolong_slab(level, j);
  for (Index j = std::max(low + 2, high - 1); j <= high; ++j) prolong_slab(level, j);
}

/// Both colours in one sweep over memory. The slabs at the borders of the ranges go before and after, so that no thread
/// touches a slab that another reads.
void Multigrid::smooth(Index level, Order order, bool is_corrected) {
  Level& l = levels_[static_cast<std::size_t>(level)];
  if (is_columns_) {
    return for_cells(l.ranges, [&](Index j) {
      const Index at = j * l.layout.slab();
      kernels_.relax_alone(slab(level, j), l.f.cells() + at, l.u.cells() + at);
    });
  }
  if (order == Order::first && l.has_odd_wrap) std::fill(l.u.begin(), l.u.end(), 0.0F);
  for_columns(l.ranges, 9, [&](int phase, SlabRange range) {
    const Index low = range.first, high = range.last - 1;
    Index number = 0;
    while (l.ranges[static_cast<std::size_t>(number)].first != low) ++number;
    float* scratch = l.scratch.data() + number * l.layout.nz * k_columns_at_once;
    const Pass first{level, order, false, is_corrected, scratch}, second{level, order, true, is_corrected, scratch};
    if (phase == 0 && is_corrected) prolong_borders(level, range);
    if ((phase == 1 && is_corrected && low == 0) || ((phase == 4 || phase == 8) && low == 0)) wrap_slabs(l);
    if (phase == 2) smooth_slab(first, low);
    if (phase == 3 && high > low) smooth_slab(first, high);
    if (phase == 5) smooth_inside(first, second, range);
    if (phase == 6) smooth_slab(second, low);
    if (phase == 7 && high > low) smooth_slab(second, high);
  });
}

/// Row k of slab j of what the last smooth(first) left: only the columns that went first have something left, and where
/// equal colours meet across a side, those at the side.
void Multigrid::spill_row(Index level, Index j, Index k, float* row) {
  Level& l = levels_[static_cast<std::size_t>(level)];
  const Layout& layout = l.layout;
  const MatrixSlab a = slab(level, j);
  const float* u = l.u.cells() + j * layout.slab();
  kernels_.spill(a, u, row, k, j);
  if (!l.has_odd_wrap) return;
  const bool odd_x = layout.wraps_x() && layout.nx % 2 == 1, odd_y = layout.wraps_y() && layout.ny % 2 == 1;
  for (Index i = (j + 1) % 2; i < layout.nx; i += 2) {  // went second
    const Index c = k * layout.stride() + i;
    if (odd_x && i == 0) row[i] += a.tx[c] * u[c - 1];
    if (odd_x && i == layout.nx - 1) row[i] += a.tx[c + 1] * u[c + 1];
    if (odd_y && j == 0) row[i] += a.ty[c] * u[c - layout.slab()];
    if (odd_y && j == layout.ny - 1) row[i] += a.ty[c + layout.slab()] * u[c + layout.slab()];
  }
}

void Multigrid::restrict_to(Index coarse) {
  Level& l = levels_[static_cast<std::size_t>(coarse)];
  const Layout& fine = levels_[static_cast<std::size_t>(coarse) - 1].layout;
  const Index nx = l.layout.nx, ny = l.layout.ny;
  for_columns(l.ranges, 1, [&](int, SlabRange range) {
    std::vector<float> row(static_cast<std::size_t>(fine.nx) + 2);  // zero beyond an only column
    for (Index j = range.first; j < range.last; ++j) {
      const Index end = j + 1 == ny ? fine.ny : 2 * j + 2;
      for (Index k = 0; k < l.layout.nz; ++k) {
        float* f = l.f.cells() + l.layout.at(0, j, k);
        std::fill_n(f, nx, 0.0F);
        for (Index y = 2 * j; y < end; ++y) {
          spill_row(coarse - 1, y, k, row.data());
          kernels_.gather_pairs(row.data(), f, nx);
          if (fine.nx % 2 == 1 && fine.nx > 1) f[nx - 1] += row[static_cast<std::size_t>(fine.nx) - 1];
        }
      }
    }
  });
}

/// Adds the correction of the next coarser level to slab j.
void Multigrid::prolong_slab(Index level, Index j) {
  const Level& from = levels_[static_cast<std::size_t>(level) + 1];
  Level& l = levels_[static_cast<std::size_t>(level)];
  const Index nx = from.layout.nx, pairs = l.layout.nx / 2, y = std::min(j / 2, from.layout.ny - 1);
  for (Index k = 0; k < l.layout.nz; ++k) {
    const float* e = from.u.cells() + from.layout.at(0, y, k);
    float* u = l.u.cells() + l.layout.at(0, j, k);
    kernels_.spread_pairs(e, u, pairs);
    if (l.layout.nx % 2 == 1) u[l.layout.nx - 1] += e[nx - 1];
  }
  wrap_rows(l, j);
}

}  // namespace percuta::numerics
