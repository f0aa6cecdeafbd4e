#include "percuta/numerics/fields/grid.hpp"

#include <doctest/doctest.h>

#include "percuta/base/error.hpp"

using namespace percuta::numerics;

TEST_CASE("[unit] a graded axis fills its layers and puts edges on their interfaces") {
  const GradedAxis axis = graded_axis({{15e-6, 2.5e-6, 2.5e-6}, {85e-6, 4e-6, 10e-6}, {1e-3, 12e-6, 80e-6}});
  REQUIRE(axis.interfaces.size() == 2);
  CHECK(axis.interfaces[0] == 6);
  CHECK(axis.edges[6] == 15e-6);
  CHECK(axis.edges[static_cast<std::size_t>(axis.interfaces[1])] == doctest::Approx(100e-6));
  CHECK(axis.edges.back() == doctest::Approx(1.1e-3));
  CHECK(axis.edges[7] - axis.edges[6] == doctest::Approx(4e-6).epsilon(0.1));
  CHECK(axis.edges.back() - axis.edges[axis.edges.size() - 2] == doctest::Approx(80e-6).epsilon(0.1));
}

TEST_CASE("[law] cells of a graded layer grow by one factor") {
  const std::vector<double> e = graded_axis({{1e-3, 10e-6, 70e-6}}).edges;
  const double ratio = (e[2] - e[1]) / (e[1] - e[0]);
  CHECK(ratio > 1);
  for (std::size_t i = 2; i + 1 < e.size(); ++i) {
    CHECK((e[i + 1] - e[i]) / (e[i] - e[i - 1]) == doctest::Approx(ratio));
  }
}

TEST_CASE("[unit] a grid knows where its cells are and what they hold") {
  const Grid grid({4, 2, 3}, 10e-6, 20e-6, {0, 1e-6, 3e-6, 7e-6});
  CHECK(grid.x(0) == doctest::Approx(5e-6));
  CHECK(grid.y(1) == doctest::Approx(30e-6));
  CHECK(grid.z(2) == doctest::Approx(5e-6));
  CHECK(grid.volume(1) == doctest::Approx(10e-6 * 20e-6 * 2e-6));
  CHECK(grid.depth() == doctest::Approx(7e-6));
  CHECK(Grid({4, 2, 0}, 10e-6, 20e-6, {0, 1e-6, 3e-6, 7e-6}).layout() == grid.layout());
}

TEST_CASE("[unit] a grid that is none is refused") {
  CHECK_THROWS_AS(Grid({4, 2, 3}, 10e-6, 20e-6, {0, 1e-6, 1e-6, 7e-6}), percuta::InputError);
  CHECK_THROWS_AS(Grid({4, 2, 3}, 10e-6, 20e-6, {0, 1e-6, 7e-6}), percuta::InputError);
  CHECK_THROWS_AS(Grid({4, 0, 1}, 10e-6, 20e-6, {0, 1e-6}), percuta::InputError);
  CHECK_THROWS_AS(Grid({4, 1, 1}, 0, 20e-6, {0, 1e-6}), percuta::InputError);
  CHECK_THROWS_AS(graded_axis({{1e-3, 0, 1e-6}}), percuta::InputError);
}

TEST_CASE("[unit] even edges") {
  const std::vector<double> edges = even_edges(4, 2);
  CHECK(edges == std::vector<double>{0, 0.5, 1, 1.5, 2});
}
