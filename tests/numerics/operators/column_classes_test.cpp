#include "percuta/numerics/operators/column_classes.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <numeric>
#include <random>
#include <set>
#include <utility>

#include "numerics/solvers/random_problem.hpp"
#include "percuta/base/error.hpp"
#include "percuta/numerics/time/tr_bdf2.hpp"

using namespace percuta;
using namespace percuta::numerics;

namespace {

struct Map {
  std::vector<ColumnFeature> features;
  std::vector<double> areas;
};

Map random_map(unsigned seed, std::size_t columns, bool is_coarse) {
  tests::Dice dice(seed);
  Map map{{{"channels", {}, 50}, {"thickness", {}, 20e-6}, {"dose", {}, 1}}, {}};
  for (std::size_t n = 0; n < columns; ++n) {
    map.features[0].values.push_back(is_coarse ? static_cast<double>(dice.whole(0, 3)) * 50 : dice.uniform(0, 200));
    map.features[1].values.push_back(is_coarse ? static_cast<double>(dice.whole(1, 2)) * 5e-5
                                               : dice.uniform(3e-5, 2e-4));
    map.features[2].values.push_back(dice.coin() ? 0 : 1);
    map.areas.push_back(dice.uniform(0.5e-6, 2e-6));
  }
  return map;
}

std::vector<std::size_t> shuffled(std::size_t n, unsigned seed) {
  std::vector<std::size_t> order(n);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::shuffle(order.begin(), order.end(), std::mt19937(seed));
  return order;
}

/// A column of its own with skin of a thickness, taking up through its top; `columns` of them side by side, not
/// touching.
struct Column {
  Grid grid;
  Medium medium;
  Transmissibilities matrix;
};

Column columns_of(const std::vector<double>& thickness, double area) {
  const Layout layout = class_layout(thickness.size(), 24);
  Column made{Grid(layout, area, 1, even_edges(24, 600e-6)), {}, {}};
  made.medium.conductivity = Field("D K", "m2/s", layout);
  made.medium.capacity = Field("K", "1", layout, 1);
  made.medium.sink = Field("clearance", "1/s", layout);
  for_each_cell(layout, [&](Index i, Index j, Index k) {
    const bool is_barrier = made.grid.z(k) < thickness[static_cast<std::size_t>(i)];
    made.medium.conductivity(i, j, k) = is_barrier ? 1e-13 : 2e-10;
    (*made.medium.sink)(i, j, k) = is_barrier ? 0 : 1e-4;
  });
  made.matrix = Transmissibilities(made.grid, made.medium);
  part_columns(made.matrix);
  made.matrix.add_top(made.grid, made.medium, 1e-7, 1, 1);
  return made;
}

TrBdf2 walked(Column& column) {
  StepSettings step;
  step.rtol = 1e-3;
  step.first = 600;
  SolveSettings solve;
  solve.threads = 1;
  solve.tolerance = 1e-9;
  TrBdf2 walk({&column.matrix, {}, {}, {{1, "uptake"}}}, Field("u", "1", column.grid.layout()), 0, step, solve);
  walk.advance(7200);
  return walk;
}

}  // namespace

TEST_CASE("[law] with as many classes as there are different columns nothing is lost") {
  for (unsigned seed = 0; seed < 10; ++seed) {
    const Map map = random_map(seed, 300, true);
    const ColumnClasses classes(map.features, map.areas, 300);
    CHECK(classes.size() <= 16);
    CHECK(classes.spread() <= 1e-12);
    for (std::size_t n = 0; n < classes.columns(); ++n) {
      const std::size_t like = classes.representatives()[classes.class_of()[n]];
      for (const ColumnFeature& feature : map.features) CHECK(feature.values[n] == feature.values[like]);
    }
  }
}

TEST_CASE("[law] twice the classes never widen the spread, and lie within the ones before") {
  for (unsigned seed = 0; seed < 5; ++seed) {
    const Map map = random_map(seed, 400, false);
    double before = INFINITY;
    for (const std::size_t most : {1U, 2U, 4U, 8U, 16U, 32U, 64U}) {
      const ColumnClasses classes(map.features, map.areas, most), finer(map.features, map.areas, 2 * most);
      CHECK(classes.size() == most);
      CHECK(classes.spread() < before);
      before = classes.spread();
      std::vector<std::set<std::size_t>> within(finer.size());
      for (std::size_t n = 0; n < 400; ++n) within[finer.class_of()[n]].insert(classes.class_of()[n]);
      for (const std::set<std::size_t>& parents : within) CHECK(parents.size() == 1);
    }
  }
}

TEST_CASE("[law] numbering the columns otherwise leaves the classes as they are, byte for byte") {
  const Map map = random_map(3, 500, false);
  const ColumnClasses still(map.features, map.areas, 16);
  for (unsigned seed = 0; seed < 4; ++seed) {
    const std::vector<std::size_t> order = shuffled(500, seed);
    Map moved = map;
    for (std::size_t n = 0; n < 500; ++n) {
      moved.areas[n] = map.areas[order[n]];
      for (std::size_t f = 0; f < 3; ++f) moved.features[f].values[n] = map.features[f].values[order[n]];
    }
    const ColumnClasses classes(moved.features, moved.areas, 16);
    for (std::size_t n = 0; n < 500; ++n) CHECK(classes.class_of()[n] == still.class_of()[order[n]]);
    CHECK(classes.areas() == still.areas());
    CHECK(classes.spread() == still.spread());
    for (std::size_t c = 0; c < 16; ++c) CHECK(order[classes.representatives()[c]] == still.representatives()[c]);
  }
}

TEST_CASE("[law] classes share out the whole area, and their means that of a feature") {
  const Map map = random_map(8, 200, false);
  const ColumnClasses classes(map.features, map.areas, 7);
  const double whole = std::accumulate(map.areas.begin(), map.areas.end(), 0.0);
  CHECK(std::accumulate(classes.areas().begin(), classes.areas().end(), 0.0) == doctest::Approx(whole));
  double sum = 0, of_classes = 0, of_columns = 0;
  std::vector<double> channels;
  for (std::size_t n = 0; n < 200; ++n) sum += map.areas[n] * map.features[0].values[n];
  for (std::size_t c = 0; c < classes.size(); ++c) {
    channels.push_back(classes.mean(c, 0));
    of_classes += classes.areas()[c] * channels[c];
    if (c > 0) CHECK(classes.mean(c, 0) >= classes.mean(c - 1, 0));
  }
  CHECK(of_classes == doctest::Approx(sum));
  const std::vector<double> painted = classes.painted(channels);
  for (std::size_t n = 0; n < 200; ++n) of_columns += map.areas[n] * painted[n];
  CHECK(of_columns == doctest::Approx(sum));
}

TEST_CASE("[unit] what matters more is told apart first, and a wider scale matters less") {
  const std::vector<double> a = {0, 0, 1, 1}, b = {0, 1, 0, 1};
  const ColumnClasses by_a({{"a", a, 1}, {"b", b, 2}}, {1, 1, 1, 1}, 2);
  CHECK(by_a.class_of() == std::vector<std::size_t>{0, 0, 1, 1});
  const ColumnClasses by_b({{"a", a, 2}, {"b", b, 1}}, {1, 1, 1, 1}, 2);
  CHECK(by_b.class_of() == std::vector<std::size_t>{0, 1, 0, 1});
  CHECK(by_b.representatives() == std::vector<std::size_t>{0, 1});
}

TEST_CASE("[law] a row of classes is solved as each column alone, in one iteration") {
  const std::vector<double> thickness = {40e-6, 75e-6, 100e-6, 150e-6, 90e-6};
  Column all = columns_of(thickness, 1e-4);
  SolveSettings settings;
  settings.threads = 1;
  settings.tolerance = 1e-6;
  const auto solved = [&](const Column& column, double tolerance) {
    settings.tolerance = tolerance;
    ColumnSolver solver(column.matrix, settings);
    solver.set_shift(1e-3);
    Field f("f", "1", column.grid.layout()), u = f;
    column.matrix.load(nullptr, f);
    return std::pair{solver.solve(f, u).iterations, u};
  };
  CHECK(solved(all, 1e-6).first == 1);
  const Field together = solved(all, 1e-14).second;
  for (std::size_t n = 0; n < thickness.size(); ++n) {
    const Column alone = columns_of({thickness[n]}, 1e-4);
    CHECK(solved(alone, 1e-6).first == 1);
    const Field u = solved(alone, 1e-14).second;
    for (Index k = 0; k < 24; ++k) {
      CHECK(together(static_cast<Index>(n), 0, k) == doctest::Approx(u(0, 0, k)).epsilon(1e-11));
    }
  }
}

TEST_CASE("[law] painted back, classes hold all that the columns took up") {
  Map map{{{"thickness", {}, 10e-6}}, {}};
  for (std::size_t n = 0; n < 60; ++n) {
    map.features[0].values.push_back(25e-6 * static_cast<double>(2 + n % 4));
    map.areas.push_back(1e-6 * static_cast<double>(1 + n % 7));
  }
  const ColumnClasses classes(map.features, map.areas, 16);
  REQUIRE(classes.size() == 4);
  std::vector<double> thickness;
  for (const std::size_t column : classes.representatives()) thickness.push_back(map.features[0].values[column]);
  Column few = columns_of(thickness, 1), many = columns_of(map.features[0].values, 1);
  const TrBdf2 short_walk = walked(few), long_walk = walked(many);
  std::vector<double> held;
  double of_columns = 0, of_classes = 0, every = 0;
  const auto held_in = [](const Column& column, const TrBdf2& walk, std::size_t n) {
    double sum = 0;
    for (Index k = 0; k < 24; ++k) {
      const auto i = static_cast<Index>(n);
      sum += column.matrix.mass_of(column.grid.layout().at(i, 0, k)) * walk.value()(i, 0, k);
    }
    return sum;
  };
  for (std::size_t c = 0; c < 4; ++c) {
    held.push_back(held_in(few, short_walk, c));
    of_classes += classes.areas()[c] * held[c];
  }
  const std::vector<double> painted = classes.painted(held);
  for (std::size_t n = 0; n < 60; ++n) {
    of_columns += map.areas[n] * painted[n];
    every += map.areas[n] * held_in(many, long_walk, n);
  }
  CHECK(of_columns == doctest::Approx(of_classes).epsilon(1e-12));
  CHECK(of_columns == doctest::Approx(every).epsilon(1e-3));
  CHECK(std::abs(short_walk.ledger().mismatch()) <= 1e-12 * short_walk.ledger().now);
}

TEST_CASE("[unit] features, areas and scales that are none are refused by name") {
  CHECK_THROWS_WITH_AS(ColumnClasses({{"dose", {1, NAN}, 1}}, {1, 1}, 2), doctest::Contains("dose"), InputError);
  CHECK_THROWS_AS(ColumnClasses({{"dose", {1}, 1}}, {1, 1}, 2), InputError);
  CHECK_THROWS_AS(ColumnClasses({{"dose", {1, 2}, 0}}, {1, 1}, 2), InputError);
  CHECK_THROWS_AS(ColumnClasses({{"dose", {1, 2}, 1}}, {1, 0}, 2), InputError);
  CHECK_THROWS_AS(ColumnClasses({}, {1}, 2), InputError);
  CHECK_THROWS_AS(ColumnClasses({{"dose", {1, 2}, 1}}, {1, 1}, 2).painted({1, 2, 3}), InputError);
}
