#include "percuta/numerics/time/ros2_kernel.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <vector>

#include "numerics/solvers/random_problem.hpp"
#include "percuta/numerics/operators/transmissibility.hpp"

using namespace percuta;
using namespace percuta::numerics;

namespace {

/// The systems of one run of cells with all that a stage needs, drawn by chance; a third of the entries are nothing.
struct Stage {
  Index fields, n;
  std::vector<double> jacobian, rates, rest, out, first, sums;
  std::vector<unsigned char> is_filled, moves;
  std::vector<double*> outs;
  std::vector<const double*> firsts;
  std::vector<const float*> mass;
  std::vector<Decay*> decay;

  Stage(Index of, Index cells, tests::Dice& dice)
      : fields(of),
        n(cells),
        jacobian(static_cast<std::size_t>(of * of * k_cells_at_once)),
        rates(static_cast<std::size_t>(of * k_cells_at_once)),
        rest(rates.size()),
        out(rates.size()),
        first(rates.size()),
        sums(static_cast<std::size_t>(of)),
        is_filled(static_cast<std::size_t>(of * of)),
        moves(static_cast<std::size_t>(of)),
        mass(static_cast<std::size_t>(of)),
        decay(static_cast<std::size_t>(of)) {
    for (Index f = 0; f < of; ++f) {
      moves[static_cast<std::size_t>(f)] = f % 2 == 0 ? 1 : 0;
      for (Index i = 0; i < cells; ++i) {
        const auto at = static_cast<std::size_t>(f * k_cells_at_once + i);
        rates[at] = dice.uniform(-1, 1);
        out[at] = dice.uniform(-1, 1);
        first[at] = dice.uniform(-1, 1);
      }
      for (Index column = 0; column < of; ++column) {
        if ((f + 2 * column) % 3 == 0 && f != column) continue;
        for (Index i = 0; i < cells; ++i) entry(f, column, i) = dice.uniform(-0.3, 0.3);
      }
    }
  }
  double& entry(Index row, Index column, Index i) {
    return jacobian[static_cast<std::size_t>((row * fields + column) * k_cells_at_once + i)];
  }
  bool solve(KernelClone clone) {
    outs.clear();
    firsts.clear();
    for (Index f = 0; f < fields; ++f) {
      outs.push_back(out.data() + f * k_cells_at_once);
      firsts.push_back(first.data() + f * k_cells_at_once);
    }
    return ros2_kernels(clone).solve_stage({fields, n, 0.5, jacobian.data(), rates.data(), rest.data(),
                                            is_filled.data(), outs.data(), firsts.data(), moves.data(), mass.data(),
                                            decay.data(), sums.data()});
  }
};

}  // namespace

TEST_CASE("[law] small systems come out so that matrix times solution is the right side") {
  tests::Dice dice(3);
  for (const Index fields : {Index{1}, Index{2}, Index{5}, Index{12}}) {
    for (const Index n : {Index{1}, Index{7}, k_cells_at_once}) {
      Stage stage(fields, n, dice), before = stage;
      CHECK(stage.solve(KernelClone::baseline));
      for (Index row = 0; row < fields; ++row) {
        double reacted = 0;
        for (Index i = 0; i < n; ++i) {
          const auto at = [&](Index f) { return static_cast<std::size_t>(f * k_cells_at_once + i); };
          double sum = stage.out[at(row)];
          for (Index column = 0; column < fields; ++column)
            sum -= 0.5 * before.entry(row, column, i) * stage.out[at(column)];
          const double rest = (row % 2 == 0 ? before.out[at(row)] : 0) - 2 * before.first[at(row)];
          CHECK(sum == doctest::Approx(before.rates[at(row)] + rest).epsilon(1e-10));
          reacted += stage.out[at(row)] - rest;
        }
        CHECK(stage.sums[static_cast<std::size_t>(row)] == doctest::Approx(reacted).epsilon(1e-12));
      }
    }
  }
}

TEST_CASE("[unit] a matrix without a pivot is told of, also where only one cell lacks it") {
  tests::Dice dice(4);
  Stage stage(3, 20, dice);
  for (Index row = 0; row < 3; ++row) {
    for (Index column = 0; column < 3; ++column) stage.entry(row, column, 11) = row == column ? 2 : 0;
  }
  CHECK(!stage.solve(KernelClone::baseline));
}

TEST_CASE("[unit] a decay that leaves the cell stands in the sinks of the matrix, growth does not") {
  tests::Dice dice(5);
  Stage stage(1, 3, dice);
  const float sink[3] = {0, 1, 2}, mass[3] = {1, 2, 4};
  float sinks[3] = {};
  Decay decay{sink, mass, sinks, 0.5};
  stage.decay[0] = &decay;
  const double own[3] = {-3, 0.25, -0.5};
  for (Index i = 0; i < 3; ++i) stage.entry(0, 0, i) = own[i];
  const Stage before = stage;
  CHECK(stage.solve(KernelClone::baseline));
  CHECK(sinks[0] == 1.5F);
  CHECK(sinks[1] == 1.0F);
  CHECK(sinks[2] == 3.0F);
  CHECK(stage.out[0] == doctest::Approx(before.rates[0] + before.out[0] - 2 * before.first[0]));
}

TEST_CASE("[unit] the end of a step: its value, its error and what clipping added") {
  const double begin[3] = {1, 0, 2}, first[3] = {1, -1, 0};
  double second[3] = {2, 2.9, -8};
  const float mass[3] = {1, 2, 3};
  EndSums sums;
  ros2_kernels(KernelClone::baseline).end({3, 1, 0.1, 0.5, true, mass, begin, first, second}, sums);
  CHECK(second[0] == doctest::Approx(3.5));
  CHECK(second[1] == 0);                    // 1.45 - 1.5
  CHECK(second[2] == doctest::Approx(-2));  // too low to clip
  CHECK(sums.clipped == 1);
  CHECK(sums.added == doctest::Approx(2 * 0.05));
  CHECK(sums.least == doctest::Approx(-2));
  CHECK(sums.content == doctest::Approx(3.5 - 6));
  const auto square = [](double x) { return x * x; };
  CHECK(sums.error == doctest::Approx(square(1.5 / 1.85) + square(0.95 / 0.125) + square(4 / 1.1)));
}

TEST_CASE("[law] columns come out so that the matrix gives the right side back, the same bits from every clone") {
  const Grid grid({37, 6, 11, true, false}, 20e-6, 20e-6, even_edges(11, 300e-6));
  tests::Dice dice(6);
  Medium medium;
  medium.conductivity = Field("D", "m2/s", grid.layout());
  medium.capacity = Field("K", "1", grid.layout(), 1);
  medium.conductivity.fill(grid, [&](double, double, double) { return dice.uniform(1e-12, 3e-12); });
  for (const bool is_alone : {true, false}) {
    Medium used = medium;
    if (is_alone) {
      used.conductivity_z = medium.conductivity;
      used.conductivity.fill(0);
    }
    const Transmissibilities matrix(grid, used);
    const Layout& layout = grid.layout();
    const double shift = 1.0 * matrix.mass_scale() / matrix.scale();
    Field start("u", "1", layout), right("f", "1", layout), image("A u", "1", layout), kept;
    start.fill(grid, [&](double, double, double) { return dice.uniform(0, 1); });
    for_each_cell(layout, [&](Index i, Index j, Index k) {
      right(i, j, k) = shift * static_cast<double>(matrix.mass()[layout.at(i, j, k)]) * start(i, j, k);
    });
    std::vector<double> scratch(static_cast<std::size_t>(2 * layout.nz * k_columns_swept));
    for (const KernelClone clone : {KernelClone::baseline, KernelClone::v3, KernelClone::v4}) {
      if (!can_run(clone)) continue;
      Field u = start;
      const auto slab = [&](Index j) {
        const Index at = j * layout.slab();
        return MatrixSlab{layout.nx,
                          layout.nz,
                          layout.stride(),
                          layout.slab(),
                          matrix.tx() + at,
                          matrix.ty() + at,
                          matrix.tz() + at,
                          matrix.mass() + at,
                          matrix.sink() + at,
                          nullptr,
                          shift};
      };
      const Ros2Kernels& kernels = ros2_kernels(clone);
      for (int n = 0; n < (is_alone ? 1 : 20); ++n) {
        for (Index pass = 0; pass < 2; ++pass) {
          exchange(layout, u.cells());
          for (Index j = 0; j < layout.ny; ++j) {
            double* cells = u.cells() + j * layout.slab();
            if (is_alone && pass == 0) kernels.solve_alone(slab(j), cells, scratch.data());
            if (is_alone) continue;
            const Field before = u;
            const Swept swept =
                kernels.sweep(slab(j), right.cells() + j * layout.slab(), cells, j + pass, scratch.data());
            double change = 0, greatest = 0;
            for (Index c = layout.at(0, j, 0); c < layout.at(0, j + 1, 0); ++c) {
              if (c % layout.stride() >= layout.nx) continue;
              change = std::max(change, std::abs(u.cells()[c] - before.cells()[c]));
              greatest = std::max(greatest, std::abs(u.cells()[c]));
            }
            CHECK(swept.change == change);
            CHECK(swept.greatest == greatest);
          }
        }
      }
      exchange(layout, u.cells());
      for (Index j = 0; j < layout.ny; ++j) {
        column_kernels(clone).apply(slab(j), u.cells() + j * layout.slab(), image.cells() + j * layout.slab());
      }
      for_each_cell(layout, [&](Index i, Index j, Index k) {
        CHECK(image(i, j, k) == doctest::Approx(right(i, j, k)).epsilon(1e-11));
      });
      if (clone == KernelClone::baseline) kept = u;
      CHECK(std::memcmp(kept.cells(), u.cells(),
                        sizeof(double) * static_cast<std::size_t>(layout.slab() * layout.ny)) == 0);
    }
  }
}
