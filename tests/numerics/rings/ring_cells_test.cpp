#include "percuta/numerics/rings/ring_cells.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <initializer_list>

#include "numerics/solvers/steady_field.hpp"
#include "percuta/base/error.hpp"

using namespace percuta;
using namespace percuta::numerics;

namespace {

constexpr double k_pi = 3.141592653589793;

const std::vector<ChannelClass> k_two = {{35e-6, 150e-6, 5e-7}, {20e-6, 80e-6, 4e-6, 12}};

Medium even(const Grid& grid, double conductivity) {
  Medium medium;
  medium.conductivity = Field("D K", "m2/s", grid.layout(), conductivity);
  medium.capacity = Field("K", "1", grid.layout(), 1);
  return medium;
}

/// Mean of ln r over the ring between two radii.
double mean_log(double inner, double outer) {
  const auto whole = [](double r) { return r > 0 ? 0.5 * r * r * (std::log(r) - 0.5) : 0; };
  return (whole(outer) - whole(inner)) / (0.5 * (outer * outer - inner * inner));
}

}  // namespace

TEST_CASE("[unit] two rings in a channel, the outer one narrower, then each twice as wide, out to its share") {
  const RingCells rings(k_two, even_edges(4, 200e-6));
  CHECK(rings.rings() == 8);
  CHECK(rings.edge(0, 1) == doctest::Approx(0.75 * 35e-6));
  CHECK(rings.edge(0, rings.inside()) == doctest::Approx(35e-6));
  for (Index i = 0; i < 2; ++i) {
    const auto width = [&](Index j) { return rings.edge(i, j + 1) - rings.edge(i, j); };
    for (Index j = 3; j < 8; ++j) CHECK(width(j) == doctest::Approx(2 * width(j - 1)));
    double area = 0;
    for (Index j = 0; j < 8; ++j) area += rings.area(i, j);
    CHECK(area == doctest::Approx(k_two[static_cast<std::size_t>(i)].share * (i == 0 ? 1 : 12)));
  }
  CHECK(rings.area({Axis::y, 1, 2, 0}) == doctest::Approx(12 * 2 * k_pi * 20e-6 * 50e-6));
  CHECK(rings.area({Axis::z, 1, 3, 0}) == rings.area(1, 3));
}

TEST_CASE("[unit] a cell is channel as far as the channel reaches down") {
  const RingCells rings(k_two, even_edges(4, 200e-6));
  CHECK(rings.channel_part(0, 1, 2) == doctest::Approx(1));
  CHECK(rings.channel_part(0, 1, 3) == doctest::Approx(0));
  CHECK(rings.channel_part(1, 0, 1) == doctest::Approx(0.6));
  CHECK(rings.channel_part(1, 2, 0) == 0);
}

TEST_CASE("[law] what rings hold is that of their volume, whatever the class stands for") {
  const RingCells rings(k_two, even_edges(4, 200e-6));
  const Transmissibilities matrix = rings.matrix(even(rings.grid(), 1e-10));
  double held = 0;
  for_each_cell(rings.grid().layout(), [&](Index i, Index j, Index k) {
    held += matrix.mass_of(rings.grid().layout().at(i, j, k));
    CHECK(matrix.conductance(Axis::x, i, j, k) == 0);
    CHECK(matrix.conductance(Axis::z, i, j, k) ==
          doctest::Approx(k > 0 ? 1e-10 * rings.area(i, j) / 50e-6 : 0).epsilon(1e-6));
  });
  CHECK(held == doctest::Approx((5e-7 + 12 * 4e-6) * 200e-6).epsilon(1e-6));
  const Field one("c", "1", rings.grid().layout(), 1);
  CHECK(rings.integral(one, 1) == doctest::Approx(12 * 4e-6 * 200e-6));
}

TEST_CASE("[law] steady radial flow between two cylinders is exact, in flux and in the mean of every ring") {
  for (const double jump : {1.0, 0.01, 1e4}) {
    CAPTURE(jump);
    const RingCells rings({{35e-6, 0, 5e-7}, {50e-6, 0, 1e-6, 3}}, even_edges(1, 10e-6));
    Medium medium = even(rings.grid(), 2e-10);
    for (Index i = 0; i < 2; ++i) {
      for (Index j = 5; j < 8; ++j) medium.conductivity(i, j, 0) *= jump;
    }
    Transmissibilities matrix = rings.matrix(medium);
    const Layout& layout = rings.grid().layout();
    double expected[2], total = 0;
    for (Index i = 0; i < 2; ++i) {  // the walls of both cylinders held, half a ring from the middles
      const double a = rings.edge(i, 1), b = rings.edge(i, 8), e = rings.edge(i, 5), n = i == 0 ? 1 : 3;
      const double one = 2 * k_pi * 10e-6 * 2e-10 * n;
      matrix.cut({layout.at(i, 0, 0)});
      matrix.add_exchange({layout.at(i, 1, 0), one / std::log(rings.middle(i, 1) / a), 1, 1});
      matrix.add_exchange({layout.at(i, 7, 0), one * jump / std::log(b / rings.middle(i, 7)), 0, 2});
      expected[i] = one / (std::log(e / a) + std::log(b / e) / jump);
      total += expected[i];
    }
    const Field u = tests::steady_field(matrix, nullptr);
    CHECK(matrix.outflow(2, u) == doctest::Approx(total).epsilon(1e-6));
    for (Index i = 0; i < 2; ++i) {
      const double slope = expected[i] / (2 * k_pi * 10e-6 * 2e-10 * (i == 0 ? 1 : 3));
      for (Index j = 1; j < 5; ++j) {
        const double mean = 1 - slope * (mean_log(rings.edge(i, j), rings.edge(i, j + 1)) - std::log(rings.edge(i, 1)));
        CHECK(u(i, j, 0) == doctest::Approx(mean).epsilon(1e-6));
      }
    }
  }
}

TEST_CASE("[law] a channel that is fed evenly and drained through its wall is filled as a disc is, in the limit") {
  const auto mean = [](Index inside) {
    const RingCells rings({{1, 0, 4, 1}}, even_edges(1, 1), {inside, 1, 2});
    const Layout& layout = rings.grid().layout();
    Transmissibilities matrix = rings.matrix(even(rings.grid(), 1));
    matrix.hold({{layout.at(0, inside, 0), 0, 1}});
    const double beyond = std::log(rings.middle(0, inside)) / (2 * k_pi);  // from the wall to what is held
    Field source("s", "1", layout);
    for (Index j = 0; j < inside; ++j) source(0, j, 0) = rings.area(0, j);
    const Field u = tests::steady_field(matrix, &source);
    return (rings.integral(u, 0) / k_pi - k_pi * beyond) * 8;  // 1/8 above the wall
  };
  CHECK(mean(1) == doctest::Approx(1).epsilon(1e-6));
  CHECK(std::abs(mean(2) - 1) < 0.05);
  CHECK(std::abs(mean(8) - 1) < 0.4 * std::abs(mean(4) - 1));
  CHECK(std::abs(mean(16) - 1) < 0.35 * std::abs(mean(8) - 1));
}

TEST_CASE("[unit] a resistance closes a face, class by class, and what was open opens again") {
  const RingCells rings(k_two, even_edges(4, 200e-6));
  const Transmissibilities open = rings.matrix(even(rings.grid(), 1e-10));
  Transmissibilities matrix = open;
  const RingFace mouth{Axis::z, 1, 0, 1}, wall{Axis::y, 0, rings.inside(), 2};
  rings.resist(mouth, 50e-6 / 1e-10, open, matrix);  // as much again as both half cells
  CHECK(matrix.conductance(Axis::z, 1, 0, 1) == doctest::Approx(0.5 * open.conductance(Axis::z, 1, 0, 1)));
  CHECK(matrix.conductance(Axis::z, 0, 0, 1) == open.conductance(Axis::z, 0, 0, 1));
  rings.resist(wall, 1e6, open, matrix);
  const double both = 1 / open.conductance(Axis::y, 0, 2, 2) + 1e6 / (2 * k_pi * 35e-6 * 50e-6);
  CHECK(matrix.conductance(Axis::y, 0, 2, 2) == doctest::Approx(1 / both));
  rings.resist(mouth, INFINITY, open, matrix);
  CHECK(matrix.conductance(Axis::z, 1, 0, 1) == 0);
  rings.resist(mouth, 0, open, matrix);
  CHECK(matrix.conductance(Axis::z, 1, 0, 1) == open.conductance(Axis::z, 1, 0, 1));
  CHECK_THROWS_AS(rings.resist(mouth, -1, open, matrix), InputError);
}

TEST_CASE("[unit] a bath over rings is that over their share of the surface") {
  const RingCells rings(k_two, even_edges(4, 200e-6));
  const Medium medium = even(rings.grid(), 1e-10);
  Transmissibilities matrix = rings.matrix(medium);
  rings.add_top(medium, 1e-6, 1, 1, matrix);
  rings.add_bottom(medium, INFINITY, 0, 2, matrix);
  const Field u = tests::steady_field(matrix, nullptr);
  const double area = 5e-7 + 12 * 4e-6;
  CHECK(matrix.outflow(2, u) == doctest::Approx(area / (1e6 + 200e-6 / 1e-10)).epsilon(1e-5));
}

TEST_CASE("[unit] channels that fill their share, or have no width, are refused by class") {
  const std::vector<double> edges = even_edges(4, 200e-6);
  CHECK_THROWS_WITH_AS(RingCells({{35e-6, 1e-4, 5e-7}, {35e-6, 1e-4, 3e-9}}, edges), doctest::Contains("class 1"),
                       InputError);
  CHECK_THROWS_AS(RingCells({{0, 1e-4, 5e-7}}, edges), InputError);
  CHECK_THROWS_AS(RingCells({{1e-5, -1e-4, 5e-7}}, edges), InputError);
  CHECK_THROWS_AS(RingCells({}, edges), InputError);
  CHECK_THROWS_AS(RingCells({{1e-5, 1e-4, 5e-7}}, edges, {0, 6, 2}), InputError);
  CHECK_THROWS_AS(RingCells({{1e-5, 1e-4, 5e-7}}, edges, {2, 6, 0.5}), InputError);
}
