#include "percuta/numerics/solvers/multigrid.hpp"

#include <algorithm>

namespace percuta::numerics {
namespace {

/// Fine columns [begin, end) that one coarse column stands for: two, the last one three where they are odd.
struct Aggregate {
  Index begin, end;
};

Index coarse_count(Index n) {
  return std::max<Index>(1, n / 2);
}

Aggregate aggregate(Index coarse, Index n) {
  const Index begin = 2 * coarse;
  return {begin, coarse + 1 == coarse_count(n) ? n : begin + 2};
}

/// A face between aggregates is as much longer as their middles lie further apart.
double stretch(Index coarse, Index n) {
  const Aggregate here = aggregate(coarse, n);
  const Aggregate before = aggregate(coarse > 0 ? coarse - 1 : coarse_count(n) - 1, n);
  return 2.0 / static_cast<double>(here.end - here.begin + before.end - before.begin);
}

}  // namespace

Multigrid::Multigrid(const Transmissibilities& fine, int threads, KernelClone clone)
    : fine_(&fine), kernels_(column_kernels(clone)), threads_(threads), clone_(clone) {
  Layout layout = fine.layout();
  for (;;) {
    Level level;
    level.layout = layout;
    level.ranges = slab_ranges(layout, threads);
    level.scratch.resize(level.ranges.size() * static_cast<std::size_t>(layout.nz * k_columns_at_once));
    level.inverse = PaddedArray<float>(layout);
    level.f = PaddedArray<float>(layout);
    level.u = PaddedArray<float>(layout);
    level.has_odd_wrap = (layout.wraps_x() && layout.nx % 2 == 1) || (layout.wraps_y() && layout.ny % 2 == 1);
    if (!levels_.empty()) {
      for (PaddedArray<float>* each : {&level.tx, &level.ty, &level.tz, &level.mass, &level.sink}) {
        *each = PaddedArray<float>(layout);
      }
    }
    levels_.push_back(std::move(level));
    if (layout.nx == 1 && layout.ny == 1) break;
    layout.nx = coarse_count(layout.nx);
    layout.ny = coarse_count(layout.ny);
  }
  gather();
}

MatrixSlab Multigrid::slab(Index level, Index j) const {
  const Level& l = levels_[static_cast<std::size_t>(level)];
  const Index at = j * l.layout.slab();
  const auto pick = [&](const PaddedArray<float>& own, const float* finest) {
    return (level == 0 ? finest : own.cells()) + at;
  };
  return {l.layout.nx,
          l.layout.nz,
          l.layout.stride(),
          l.layout.slab(),
          pick(l.tx, fine_->tx()),
          pick(l.ty, fine_->ty()),
          pick(l.tz, fine_->tz()),
          pick(l.mass, fine_->mass()),
          pick(l.sink, sinks_ != nullptr ? sinks_ : fine_->sink()),
          l.inverse.cells() + at,
          shift_};
}

std::size_t Multigrid::bytes() const {
  std::size_t sum = 0;
  for (const Level& l : levels_) {
    for (const PaddedArray<float>* each : {&l.tx, &l.ty, &l.tz, &l.mass, &l.sink, &l.inverse, &l.f, &l.u}) {
      sum += each->bytes();
    }
  }
  return sum + (bands_ ? bands_->bytes() : 0);
}

void Multigrid::bind(const Transmissibilities& fine, const float* sinks) {
  fine_ = &fine;
  sinks_ = sinks;
  gather();
}

/// Looks at one face after the other until it meets an open one.
bool Multigrid::has_only_columns() const {
  const Layout& layout = fine_->layout();
  const auto is_closed = [&](const float* row) {
    return std::all_of(row, row + layout.nx, [](float face) { return face == 0; });
  };
  for (Index j = 0; j < layout.ny; ++j) {
    for (Index k = 0; k < layout.nz; ++k) {
      const Index row = layout.at(0, j, k);
      if (!is_closed(fine_->tx() + row) || !is_closed(fine_->ty() + row)) return false;
    }
  }
  return true;
}

void Multigrid::gather() {
  is_columns_ = has_only_columns();
  const bool is_rows = !is_columns_ && RingBands::fit(*fine_);
  if (!is_rows) bands_.reset();
  if (is_rows && !bands_) bands_ = std::make_unique<RingBands>(fine_->layout(), threads_, clone_);
  if (is_columns_ || is_rows) return;
  for (Index level = 1; level < levels(); ++level) {
    Level& l = levels_[static_cast<std::size_t>(level)];
    for_cells(l.ranges, [&](Index j) { coarsen(slab(level - 1, 0), level, j); });
    const Layout& layout = l.layout;
    if (layout.wraps_x()) {
      for (Index row = 0; row < layout.ny * layout.nz; ++row) {
        l.tx.cells()[row * layout.stride() + layout.nx] = l.tx.cells()[row * layout.stride()];
      }
    }
    if (layout.wraps_y()) std::copy_n(l.ty.cells(), layout.slab(), l.ty.cells() + layout.ny * layout.slab());
  }
}

/// Slab j of `level` from the level above. A cell without any face is solved exactly by every sweep: it takes no part.
void Multigrid::coarsen(const MatrixSlab& fine, Index level, Index j) {
  Level& l = levels_[static_cast<std::size_t>(level)];
  const Layout& above = levels_[static_cast<std::size_t>(level) - 1].layout;
  const Aggregate ys = aggregate(j, above.ny);
  for (Index k = 0; k < l.layout.nz; ++k) {
    for (Index i = 0; i < l.layout.nx; ++i) {
      const Aggregate xs = aggregate(i, above.nx);
      double tx = 0, ty = 0, tz = 0, mass = 0, sink = 0;
      for (Index y = ys.begin; y < ys.end; ++y) {
        tx += static_cast<double>(fine.tx[above.at(xs.begin, y, k)]);
        for (Index x = xs.begin; x < xs.end; ++x) {
          const Index c = above.at(x, y, k);
          tz += static_cast<double>(fine.tz[c]);
          const float open =
              fine.tx[c] + fine.tx[c + 1] + fine.ty[c] + fine.ty[c + fine.slab] + fine.tz[c] + fine.tz[c + fine.stride];
          if (!(open > 0)) continue;
          mass += static_cast<double>(fine.mass[c]);
          sink += static_cast<double>(fine.sink[c]);
        }
      }
      for (Index x = xs.begin; x < xs.end; ++x) ty += static_cast<double>(fine.ty[above.at(x, ys.begin, k)]);
      const Index c = l.layout.at(i, j, k);
      const bool open_x = i > 0 || l.layout.wraps_x(), open_y = j > 0 || l.layout.wraps_y();
      l.tx.cells()[c] = open_x ? static_cast<float>(tx * stretch(i, above.nx)) : 0;
      l.ty.cells()[c] = open_y ? static_cast<float>(ty * stretch(j, above.ny)) : 0;
      l.tz.cells()[c] = static_cast<float>(tz);
      l.mass.cells()[c] = static_cast<float>(mass);
      l.sink.cells()[c] = static_cast<float>(sink);
    }
  }
}

void Multigrid::set_shift(double shift) {
  shift_ = shift;
  const Index needed = is_columns_ || bands_ ? 1 : levels();
  if (bands_) bands_->factor(slab(0, 0));
  for (Index level = 0; level < needed; ++level) {
    Level& l = levels_[static_cast<std::size_t>(level)];
    for_cells(l.ranges, [&](Index j) { kernels_.pivots(slab(level, j), l.inverse.cells() + j * l.layout.slab()); });
  }
}

void Multigrid::cycle() {
  if (bands_) return bands_->solve(slab(0, 0), right_side(), correction());
  const Index last = is_columns_ ? 0 : levels() - 1;
  for (Index level = 0; level < last; ++level) {
    smooth(level, Order::first);
    restrict_to(level + 1);
  }
  smooth(last, Order::first);
  for (Index level = last - 1; level >= 0; --level) smooth(level, Order::backward, true);
}

}  // namespace percuta::numerics
