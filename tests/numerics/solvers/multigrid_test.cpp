#include "percuta/numerics/solvers/multigrid.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

#include "numerics/solvers/random_problem.hpp"

using namespace percuta;
using namespace percuta::numerics;

namespace {

Field cycled(Multigrid& multigrid, const Field& f) {
  Field z("z", "1", f.layout());
  for_each_cell(f.layout(), [&](Index i, Index j, Index k) {
    multigrid.right_side()[f.layout().at(i, j, k)] = static_cast<float>(f(i, j, k));
  });
  multigrid.cycle();
  for_each_cell(f.layout(), [&](Index i, Index j, Index k) {
    z(i, j, k) = static_cast<double>(multigrid.correction()[f.layout().at(i, j, k)]);
  });
  return z;
}

double product(const Field& a, const Field& b) {
  double sum = 0;
  for_each_cell(a.layout(), [&](Index i, Index j, Index k) { sum += a(i, j, k) * b(i, j, k); });
  return sum;
}

Field random_field(tests::Dice& dice, const Layout& layout) {
  Field field("f", "1", layout);
  for_each_cell(layout, [&](Index i, Index j, Index k) { field(i, j, k) = dice.uniform(-1, 1); });
  return field;
}

}  // namespace

TEST_CASE("[law] one cycle is symmetric and positive: fit to precondition conjugate gradients") {
  for (unsigned seed = 0; seed < 200; ++seed) {
    CAPTURE(seed);
    tests::Dice dice(seed);
    const tests::RandomProblem problem = tests::random_problem(seed, 1, 12);
    Multigrid multigrid(problem.matrix, 1, KernelClone::baseline);
    multigrid.set_shift(0.5);
    Field a = random_field(dice, problem.grid.layout()), b = random_field(dice, problem.grid.layout());
    const Field za = cycled(multigrid, a), zb = cycled(multigrid, b);
    const double size = std::sqrt(product(a, za) * product(b, zb));
    CHECK(product(a, za) > 0);
    CHECK(std::abs(product(a, zb) - product(b, za)) <= 1e-4 * size);
  }
}

TEST_CASE("[law] columns without neighbours are solved by one cycle") {
  Layout layout{5, 6, 20};
  const Grid grid(layout, 20e-6, 20e-6, even_edges(20, 1e-3));
  Medium medium;
  medium.conductivity = Field("D", "m2/s", layout);
  medium.conductivity_z = Field("D", "m2/s", layout, 1e-10);
  Transmissibilities matrix(grid, medium);
  matrix.add_top(grid, medium, 1e-6, 1, 1);
  matrix.add_bottom(grid, medium, INFINITY, 0, 1);
  Field f("f", "1", layout);
  matrix.load(nullptr, f);
  Multigrid multigrid(matrix, 1, KernelClone::baseline);
  multigrid.set_shift(0);
  const Field u = cycled(multigrid, f);
  double worst = 0;
  for_each_cell(layout, [&](Index i, Index j, Index k) {
    const double expected = 1 / (1e6 + 1e7) * (1e-3 - grid.z(k)) / 1e-10;  // film and skin in series
    worst = std::max(worst, std::abs(u(i, j, k) - expected));
  });
  CHECK(worst < 1e-5);
}

TEST_CASE("[law] a hierarchy that held columns alone forgets them with the next problem, and the other way round") {
  tests::Dice dice(5);
  const Layout layout{13, 9, 12, true, true};
  const Grid grid(layout, 20e-6, 20e-6, even_edges(12, 1e-3));
  const Medium medium = tests::random_medium(dice, grid);
  const Transmissibilities coupled(grid, medium);
  Transmissibilities columns(grid, medium);
  for_each_cell(layout, [&](Index i, Index j, Index k) { columns.multiply_faces(i, j, k, 0, 0, 1); });
  const Field f = random_field(dice, layout);
  Multigrid both(columns, 1, KernelClone::baseline);
  for (const Transmissibilities* problem : std::vector<const Transmissibilities*>{&columns, &coupled, &columns}) {
    Multigrid fresh(*problem, 1, KernelClone::baseline);
    both.bind(*problem, nullptr);
    for (Multigrid* each : {&both, &fresh}) each->set_shift(0.5);
    const Field expected = cycled(fresh, f), got = cycled(both, f);
    Index different = 0;
    for_each_cell(layout, [&](Index i, Index j, Index k) { different += got(i, j, k) != expected(i, j, k) ? 1 : 0; });
    CHECK(different == 0);
  }
}

TEST_CASE("[unit] a grid is coarsened to a single column") {
  Layout layout{33, 7, 4, true, false};
  const Grid grid(layout, 20e-6, 20e-6, even_edges(4, 1e-3));
  Medium medium;
  medium.conductivity = Field("D", "m2/s", layout, 1e-10);
  const Transmissibilities matrix(grid, medium);
  const Multigrid multigrid(matrix, 1, KernelClone::baseline);
  CHECK(multigrid.levels() == 6);  // 33 x 7, 16 x 3, 8 x 1, 4 x 1, 2 x 1, 1 x 1
  CHECK(multigrid.slab(5, 0).nx == 1);
  CHECK(multigrid.bytes() > 0);
}
