#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

#include "numerics/field_distance.hpp"
#include "percuta/numerics/fields/field.hpp"

namespace percuta::tests {

/// A way of looking at the same problem: mirrored in x, mirrored in y, x and y exchanged, or moved along sides that
/// wrap.
enum class Turn { mirror_x, mirror_y, transpose, shift };

inline constexpr std::array k_turns = {Turn::mirror_x, Turn::mirror_y, Turn::transpose, Turn::shift};

inline numerics::Layout turned(const numerics::Layout& layout, Turn turn) {
  numerics::Layout to = layout;
  if (turn == Turn::transpose) {
    std::swap(to.nx, to.ny);
    std::swap(to.periodic_x, to.periodic_y);
  }
  return to;
}

/// Where a cell's column comes to lie.
inline std::pair<numerics::Index, numerics::Index> turned(const numerics::Layout& layout, Turn turn, numerics::Index i,
                                                          numerics::Index j) {
  switch (turn) {
    case Turn::mirror_x:
      return {layout.nx - 1 - i, j};
    case Turn::mirror_y:
      return {i, layout.ny - 1 - j};
    case Turn::transpose:
      return {j, i};
    case Turn::shift:
      return {layout.wraps_x() ? (i + 3) % layout.nx : i, layout.wraps_y() ? (j + 5) % layout.ny : j};
  }
  return {i, j};
}

inline numerics::Grid turned(const numerics::Grid& grid, Turn turn) {
  const bool swaps = turn == Turn::transpose;
  return {turned(grid.layout(), turn), swaps ? grid.dy() : grid.dx(), swaps ? grid.dx() : grid.dy(), grid.z_edges()};
}

inline numerics::Field turned(const numerics::Field& field, Turn turn) {
  numerics::Field to(field.name(), field.unit(), turned(field.layout(), turn));
  numerics::for_each_cell(field.layout(), [&](numerics::Index i, numerics::Index j, numerics::Index k) {
    const auto [x, y] = turned(field.layout(), turn, i, j);
    to(x, y, k) = field(i, j, k);
  });
  return to;
}

}  // namespace percuta::tests
