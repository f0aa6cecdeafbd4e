#pragma once

#include <cstddef>

namespace percuta::numerics {

using Index = std::ptrdiff_t;

/// How the cells of a grid lie in memory: [y][z][x], x contiguous. A slab y = nz rows of nx cells. Rows are padded so
/// that no row length is a power of two and so that the cells i = -1 and i = nx exist; one ghost slab stands at either
/// end. Sides are no-flux unless periodic.
struct Layout {
  Index nx = 1, ny = 1, nz = 1;
  bool periodic_x = false, periodic_y = false;

  static constexpr Index k_padding = 16;  ///< values; 64 bytes of float
  Index stride() const { return (nx + k_padding - 1) / k_padding * k_padding + k_padding; }
  Index slab() const { return stride() * nz; }
  Index cells() const { return nx * ny * nz; }
  /// Offset of cell (i, j, k) from the first; i in [-1, nx], j in [-1, ny] (ghosts), k in [0, nz).
  Index at(Index i, Index j, Index k) const { return j * slab() + k * stride() + i; }
  Index first() const { return k_padding + slab(); }           ///< of cell (0, 0, 0) from the start of the storage
  Index storage() const { return 2 * first() + ny * slab(); }  ///< values to allocate, ghosts and padding included
  bool wraps_x() const { return periodic_x && nx > 1; }        ///< one column alone has no neighbour
  bool wraps_y() const { return periodic_y && ny > 1; }
  bool operator==(const Layout&) const = default;
};

}  // namespace percuta::numerics
