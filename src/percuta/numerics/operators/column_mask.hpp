#pragma once

#include <vector>

#include "percuta/numerics/geometry/polygon.hpp"
#include "percuta/numerics/operators/transmissibility.hpp"

namespace percuta::numerics {

/// Which columns of a grid are computed. The others have no faces and stay at 0.
class ColumnMask {
 public:
  /// Of all columns.
  explicit ColumnMask(const Layout& layout);
  /// Of those whose middle lies inside an outline [m]. InputError when there is none.
  ColumnMask(const Grid& grid, const Polygon& outline);

  bool is_open(Index i, Index j) const { return open_[place(i, j)] != 0; }
  void close(Index i, Index j) { open_[place(i, j)] = 0; }
  Index count() const;  ///< of open columns

  /// Columns [i, i_end) x [j, j_end).
  struct Range {
    Index i = 0, i_end = 0, j = 0, j_end = 0;
    bool operator==(const Range&) const = default;
  };
  /// The least range that holds all open columns. InputError when there are none.
  Range range() const;

  /// Takes closed columns out of a problem. After exchanges are added.
  void apply(Transmissibilities& matrix) const;

 private:
  std::size_t place(Index i, Index j) const { return static_cast<std::size_t>(j * layout_.nx + i); }

  Layout layout_;
  std::vector<char> open_;
};

/// The part of a grid and its mask that holds all open columns: slabs without any cost nothing. Sides that no longer
/// reach around do not wrap. Its cells lie range.i and range.j columns from the whole one's.
struct TrimmedGrid {
  Grid grid;
  ColumnMask mask;
  ColumnMask::Range range;
};
TrimmedGrid trimmed(const Grid& grid, const ColumnMask& mask);

/// A field of the trimmed grid in its place in the whole one, 0 elsewhere; and what of a whole one lies in it.
Field widened(const Field& part, const TrimmedGrid& trim, const Grid& whole);
Field narrowed(const Field& whole, const TrimmedGrid& trim);

}  // namespace percuta::numerics
