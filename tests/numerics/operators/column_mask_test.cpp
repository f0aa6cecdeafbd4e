#include "percuta/numerics/operators/column_mask.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <initializer_list>

#include "numerics/solvers/random_problem.hpp"
#include "numerics/solvers/steady_field.hpp"
#include "percuta/base/error.hpp"
#include "percuta/numerics/time/tr_bdf2.hpp"

using namespace percuta;
using namespace percuta::numerics;

namespace {

Medium medium_on(const Grid& grid) {
  Medium medium;
  medium.conductivity = Field("D", "m2/s", grid.layout());
  medium.conductivity.fill(grid, [](double x, double y, double z) {
    return 1e-10 * (1.5 + std::sin(3e4 * x) * std::cos(4e4 * y)) * (z < 60e-6 ? 0.01 : 1);
  });
  medium.capacity = Field("K", "1", grid.layout(), 1);
  medium.sink = Field("clearance", "1/s", grid.layout(), 1e-4);
  return medium;
}

Transmissibilities matrix_on(const Grid& grid, const ColumnMask& mask) {
  const Medium medium = medium_on(grid);
  Transmissibilities matrix(grid, medium);
  matrix.add_top(grid, medium, 1e-6, 1, 1);
  mask.apply(matrix);
  return matrix;
}

const Polygon k_outline = {{90e-6, 120e-6}, {390e-6, 60e-6}, {330e-6, 300e-6}, {210e-6, 390e-6}};

Grid plane(Index nx, Index ny) {
  return {{nx, ny, 6}, 20e-6, 20e-6, even_edges(6, 180e-6)};
}

}  // namespace

TEST_CASE("[unit] a mask opens the columns whose middle lies in the outline") {
  const Grid grid = plane(24, 25);
  const ColumnMask mask(grid, k_outline);
  CHECK(mask.count() > 100);
  CHECK(mask.count() < 250);
  for (Index j = 0; j < 25; ++j) {
    for (Index i = 0; i < 24; ++i) CHECK(mask.is_open(i, j) == contains(k_outline, {grid.x(i), grid.y(j)}));
  }
  CHECK(ColumnMask(grid.layout()).count() == 24 * 25);
  CHECK_THROWS_AS(ColumnMask(grid, {{-3, -3}, {-2, -3}, {-2, -2}}), InputError);
}

TEST_CASE("[law] inside the answer is that of the smaller problem, outside nothing") {
  const Grid grid = plane(24, 25);
  ColumnMask mask(grid.layout());
  for (Index j = 0; j < 25; ++j) {
    for (Index i = 0; i < 24; ++i) {
      if (i >= 11 || j >= 9) mask.close(i, j);
    }
  }
  const Field whole = tests::steady_field(matrix_on(grid, mask));
  const Grid small = plane(11, 9);
  const Field part = tests::steady_field(matrix_on(small, ColumnMask(small.layout())));
  for_each_cell(grid.layout(), [&](Index i, Index j, Index k) {
    if (i < 11 && j < 9) {
      CHECK(whole(i, j, k) == doctest::Approx(part(i, j, k)).epsilon(1e-9));
    } else {
      CHECK(whole(i, j, k) == 0);
    }
  });
}

TEST_CASE("[law] a trimmed grid gives the same inside the outline, and the rest costs nothing") {
  const Grid grid = plane(40, 41);
  const ColumnMask mask(grid, k_outline);
  const TrimmedGrid trim = trimmed(grid, mask);
  CHECK(trim.mask.count() == mask.count());
  CHECK(trim.grid.layout().cells() < grid.layout().cells() / 5);
  CHECK(trim.mask.range() == ColumnMask::Range{0, trim.grid.layout().nx, 0, trim.grid.layout().ny});
  const Field whole = tests::steady_field(matrix_on(grid, mask));
  Medium medium = medium_on(grid), part = medium_on(trim.grid);
  part.conductivity = narrowed(medium.conductivity, trim);
  Transmissibilities matrix(trim.grid, part);
  matrix.add_top(trim.grid, part, 1e-6, 1, 1);
  trim.mask.apply(matrix);
  const Field wide = widened(tests::steady_field(matrix), trim, grid);
  double worst = 0;
  for_each_cell(grid.layout(),
                [&](Index i, Index j, Index k) { worst = std::max(worst, std::abs(wide(i, j, k) - whole(i, j, k))); });
  CHECK(worst < 1e-10);
  CHECK(whole.greatest() > 0.1);
}

TEST_CASE("[law] a source outside the outline adds nothing, and what enters inside stays there") {
  const Grid grid = plane(24, 25);
  const ColumnMask mask(grid, k_outline);
  Transmissibilities matrix = matrix_on(grid, mask);
  const Field source("q", "m3/s", grid.layout(), 1e-16);
  const Field u = tests::steady_field(matrix, &source);
  double given = 0;
  for_each_cell(grid.layout(), [&](Index i, Index j, Index) {
    given += mask.is_open(i, j) ? 1e-16 : 0;
    if (!mask.is_open(i, j)) CHECK(u(i, j, 0) == 0);
  });
  CHECK(matrix.sunk(u) + matrix.outflow(1, u) == doctest::Approx(given).epsilon(1e-8));
}

TEST_CASE("[unit] a side that no longer reaches around does not wrap") {
  const Grid grid({12, 8, 2, true, true}, 1, 1, even_edges(2, 2));
  ColumnMask mask(grid.layout());
  for (Index i = 0; i < 12; ++i) mask.close(i, 7);
  const TrimmedGrid trim = trimmed(grid, mask);
  CHECK(trim.grid.layout().periodic_x);
  CHECK_FALSE(trim.grid.layout().periodic_y);
  for (Index j = 0; j < 8; ++j) {
    for (Index i = 0; i < 12; ++i) mask.close(i, j);
  }
  CHECK_THROWS_AS(mask.range(), InputError);
}
