#include <doctest/doctest.h>

#include <cmath>
#include <initializer_list>

#include "numerics/solvers/layered_skin.hpp"
#include "numerics/solvers/ring_skin.hpp"
#include "numerics/solvers/same_bytes.hpp"
#include "numerics/time/walks.hpp"
#include "percuta/base/error.hpp"

using namespace percuta;
using namespace percuta::numerics;
using tests::channel_classes;
using tests::fixed;
using tests::RingSkin;
using tests::tight;

namespace {

std::vector<double> closing_times(Index n) {
  std::vector<double> times;
  times.reserve(static_cast<std::size_t>(n));
  for (Index i = 0; i < n; ++i) times.push_back(600 + 300 * static_cast<double>(i % 7));
  return times;
}

/// Hours with channels that close, in steps of five minutes.
Field walked(const std::vector<ChannelClass>& classes, std::vector<double> times, const SolveSettings& solve) {
  RingSkin skin(classes);
  TrBdf2 walk(skin.closing(std::move(times)), skin.zero(), 0, fixed(300), solve);
  walk.advance(3600);
  CHECK(std::abs(walk.ledger().mismatch()) <= 1e-12 * walk.ledger().now);
  return walk.value();
}

/// Whether a class of one field has the bytes of a class of another.
bool has_same_class(const Field& a, Index of_a, const Field& b, Index of_b) {
  bool is_same = a.layout().ny == b.layout().ny && a.layout().nz == b.layout().nz;
  for (Index j = 0; j < a.layout().ny; ++j) {
    for (Index k = 0; k < a.layout().nz; ++k) is_same = is_same && a(of_a, j, k) == b(of_b, j, k);
  }
  return is_same;
}

}  // namespace

TEST_CASE("[law] solves take few iterations, and no more as classes grow") {
  for (const double shift : {0.0, 1e-4, 1.0}) {
    Index of_one = 0;
    for (const Index classes : {1, 8, 64, 300}) {
      CAPTURE(shift);
      CAPTURE(classes);
      const RingSkin skin(channel_classes(classes));
      ColumnSolver solver(skin.matrix, tight(1e-8));
      solver.set_shift(shift);
      Field f = skin.zero(), u = skin.zero();
      skin.matrix.load(nullptr, f);
      const SolveReport report = solver.solve(f, u);
      CHECK(report.residual <= 1e-8);
      CHECK(report.iterations <= 3);
      if (classes == 1) of_one = report.iterations;
      CHECK(report.iterations <= of_one + 1);
      CHECK(u.least() > 0);
      CHECK(u.greatest() < 1);
    }
  }
}

TEST_CASE("[law] steps with channels that close take no more iterations as classes grow") {
  for (const Index classes : {1, 8, 64}) {
    RingSkin skin(channel_classes(classes));
    TrBdf2 walk(skin.closing(closing_times(classes)), skin.zero(), 0, fixed(300), tight(1e-6));
    walk.advance(7200);
    CHECK(walk.count().iterations <= 2 * 2 * walk.count().accepted);
  }
}

TEST_CASE("[law] a class has the same bytes whichever others there are") {
  const Index n = 21;
  const std::vector<ChannelClass> classes = channel_classes(n);
  const std::vector<double> times = closing_times(n);
  const Field together = walked(classes, times, tight(1e-6));
  const Field reversed = walked({classes.rbegin(), classes.rend()}, {times.rbegin(), times.rend()}, tight(1e-6));
  for (Index i = 0; i < n; ++i) {
    CAPTURE(i);
    CHECK(has_same_class(together, i, reversed, n - 1 - i));
    if (i % 5 != 0) continue;
    const auto at = static_cast<std::size_t>(i);
    CHECK(has_same_class(together, i, walked({classes[at]}, {times[at]}, tight(1e-6)), 0));
  }
}

TEST_CASE("[law] rings have the same bytes on any threads and from every clone") {
  Field expected;
  for (const SolveSettings& way : tests::every_way(1e-6)) {
    CAPTURE(tests::to_words(way));
    const Field got = walked(channel_classes(90), closing_times(90), way);
    if (expected.layout().nx == 1) expected = got;
    CHECK(tests::has_same_bytes(got, expected));
  }
}

TEST_CASE("[law] a row that is given nothing comes to nothing, and held cells hold") {
  RingSkin skin(channel_classes(3));
  Transmissibilities matrix = skin.rings.matrix(skin.medium);
  const Index cell = matrix.layout().at(1, 4, 9);
  matrix.hold({{cell, 2, 5}});
  Field f = skin.zero(), u("u", "1", matrix.layout(), 1);
  matrix.load(nullptr, f);
  ColumnSolver(matrix, tight(1e-9)).solve(f, u);
  CHECK(u.cells()[cell] == 2);
  CHECK(u(1, 4, 10) > 0);
  CHECK(u(0, 4, 9) == 0);
  CHECK(u(2, 4, 9) == 0);
}

TEST_CASE("[unit] more than rounding allows is refused with the residual that was reached") {
  const RingSkin skin(channel_classes(2));
  SolveSettings settings = tight(1e-25);
  settings.most_iterations = 10;
  Field f = skin.zero(), u = skin.zero();
  skin.matrix.load(nullptr, f);
  CHECK_THROWS_WITH_AS(ColumnSolver(skin.matrix, settings).solve(f, u), doctest::Contains("stopped after 10"),
                       SolverError);
}
