#include "percuta/numerics/operators/column_mask.hpp"

#include <algorithm>

#include "percuta/base/error.hpp"

namespace percuta::numerics {

ColumnMask::ColumnMask(const Layout& layout)
    : layout_(layout), open_(static_cast<std::size_t>(layout.nx * layout.ny), 1) {}

ColumnMask::ColumnMask(const Grid& grid, const Polygon& outline) : ColumnMask(grid.layout()) {
  for (Index j = 0; j < layout_.ny; ++j) {
    for (Index i = 0; i < layout_.nx; ++i) {
      if (!contains(outline, {grid.x(i), grid.y(j)})) close(i, j);
    }
  }
  if (count() == 0) throw InputError("no column of the grid has its middle inside the outline");
}

Index ColumnMask::count() const {
  return static_cast<Index>(std::count(open_.begin(), open_.end(), 1));
}

ColumnMask::Range ColumnMask::range() const {
  Range range{layout_.nx, 0, layout_.ny, 0};
  for (Index j = 0; j < layout_.ny; ++j) {
    for (Index i = 0; i < layout_.nx; ++i) {
      if (!is_open(i, j)) continue;
      range = {std::min(range.i, i), std::max(range.i_end, i + 1), std::min(range.j, j), std::max(range.j_end, j + 1)};
    }
  }
  if (range.i_end == 0) throw InputError("a mask without an open column leaves nothing to compute");
  return range;
}

void ColumnMask::apply(Transmissibilities& matrix) const {
  std::vector<Index> cells;
  for (Index j = 0; j < layout_.ny; ++j) {
    for (Index i = 0; i < layout_.nx; ++i) {
      for (Index k = 0; k < layout_.nz && !is_open(i, j); ++k) cells.push_back(layout_.at(i, j, k));
    }
  }
  matrix.cut(cells);
}

TrimmedGrid trimmed(const Grid& grid, const ColumnMask& mask) {
  const ColumnMask::Range range = mask.range();
  Layout layout = grid.layout();
  layout.periodic_x = layout.periodic_x && range.i == 0 && range.i_end == layout.nx;
  layout.periodic_y = layout.periodic_y && range.j == 0 && range.j_end == layout.ny;
  layout.nx = range.i_end - range.i;
  layout.ny = range.j_end - range.j;
  TrimmedGrid made{Grid(layout, grid.dx(), grid.dy(), grid.z_edges()), ColumnMask(layout), range};
  for (Index j = 0; j < layout.ny; ++j) {
    for (Index i = 0; i < layout.nx; ++i) {
      if (!mask.is_open(range.i + i, range.j + j)) made.mask.close(i, j);
    }
  }
  return made;
}

Field widened(const Field& part, const TrimmedGrid& trim, const Grid& whole) {
  Field made(part.name(), part.unit(), whole.layout());
  for_each_cell(part.layout(),
                [&](Index i, Index j, Index k) { made(trim.range.i + i, trim.range.j + j, k) = part(i, j, k); });
  return made;
}

Field narrowed(const Field& whole, const TrimmedGrid& trim) {
  Field made(whole.name(), whole.unit(), trim.grid.layout());
  for_each_cell(trim.grid.layout(),
                [&](Index i, Index j, Index k) { made(i, j, k) = whole(trim.range.i + i, trim.range.j + j, k); });
  return made;
}

}  // namespace percuta::numerics
