#pragma once

#include <memory>
#include <vector>

#include "percuta/numerics/fields/launch.hpp"
#include "percuta/numerics/operators/transmissibility.hpp"
#include "percuta/numerics/solvers/column_kernel.hpp"
#include "percuta/numerics/solvers/ring_bands.hpp"

namespace percuta::numerics {

/// One float32 V(1,1) cycle for A = shift mass + sink + faces, as a preconditioner: symmetric and positive. Whole
/// columns are solved exactly, in the two colours of a chequerboard; x and y are coarsened by 2 x 2 aggregation, z
/// never. Where no faces stand between columns, one sweep is the whole cycle, and where they touch along a short y
/// alone (rings around channels) one exact elimination is; coarser levels are then left alone.
class Multigrid {
 public:
  /// Keeps a reference to `fine`, whose finest faces it reads.
  Multigrid(const Transmissibilities& fine, int threads, KernelClone clone);

  /// Takes new faces, sinks and masses of `fine` on all levels; call set_shift next.
  void gather();
  /// Takes another problem of the same layout, with other sinks when they are given; call set_shift next.
  void bind(const Transmissibilities& fine, const float* sinks);
  void set_shift(double shift);  ///< in stored units (Transmissibilities::scale)

  float* right_side() { return levels_[0].f.cells(); }  ///< what cycle() takes, laid out as the grid
  float* correction() { return levels_[0].u.cells(); }  ///< what it leaves
  void cycle();
  enum class Order { first, forward, backward };  ///< red from zero then black; red, black; black, red
  /// One sweep, of what stands there: a part of cycle(). A corrected one adds what the next coarser level found on its
  /// way.
  void smooth(Index level, Order order, bool is_corrected = false);

  /// Whether a cycle solves rows of columns that do not touch exactly, each by itself.
  bool solves_rows() const { return bands_ != nullptr; }

  MatrixSlab slab(Index level, Index j) const;
  const std::vector<SlabRange>& ranges() const { return levels_[0].ranges; }
  std::size_t bytes() const;
  Index levels() const { return static_cast<Index>(levels_.size()); }

 private:
  struct Level {
    Layout layout;
    std::vector<SlabRange> ranges;
    PaddedArray<float> tx, ty, tz, mass, sink;  ///< empty on the finest level
    PaddedArray<float> inverse, f, u;
    std::vector<float> scratch;  ///< of each range
    bool has_odd_wrap = false;   ///< same colours meet across a side
  };

  bool has_only_columns() const;
  void coarsen(const MatrixSlab& fine, Index level, Index j);
  /// One of the two colours of a sweep.
  struct Pass {
    Index level;
    Order order;
    bool is_second, is_corrected;
    float* scratch;  ///< of the range
  };
  void smooth_bundle(const Pass& pass, Index j, Index begin);
  void smooth_slab(const Pass& pass, Index j);
  void smooth_inside(const Pass& first, const Pass& second, SlabRange range);
  void wrap_rows(Level& level, Index j);
  void wrap_slabs(Level& level);
  void restrict_to(Index coarse);
  void prolong_borders(Index level, SlabRange range);
  void prolong_slab(Index level, Index j);
  void spill_row(Index level, Index j, Index k, float* row);

  const Transmissibilities* fine_;
  const float* sinks_ = nullptr;  ///< in place of those of fine_
  const ColumnKernels& kernels_;
  double shift_ = 0;
  int threads_;
  KernelClone clone_;
  bool is_columns_ = false;           ///< no faces between columns
  std::unique_ptr<RingBands> bands_;  ///< or along a short y alone
  std::vector<Level> levels_;
};

}  // namespace percuta::numerics
