#include "percuta/numerics/fields/field.hpp"

#include <doctest/doctest.h>

#include <initializer_list>

using namespace percuta::numerics;

TEST_CASE("[unit] a field has a name, a unit and a value in every cell") {
  const Grid grid({3, 2, 4}, 1, 2, even_edges(4, 4));
  Field field("temperature", "K", grid.layout(), 310);
  CHECK(field.name() == "temperature");
  CHECK(field.unit() == "K");
  CHECK(field(2, 1, 3) == 310);
  field.fill(grid, [](double x, double y, double z) { return x + 10 * y + 100 * z; });
  CHECK(field(1, 1, 2) == doctest::Approx(1.5 + 30 + 250));
  CHECK(field.least() == doctest::Approx(0.5 + 10 + 50));
  CHECK(field.greatest() == doctest::Approx(2.5 + 30 + 350));
}

TEST_CASE("[unit] the integral weighs cells by their volume") {
  const Grid grid({3, 2, 2}, 1, 2, {0, 1, 4});
  Field field("c", "kg/m3", grid.layout());
  field.fill(grid, [](double, double, double z) { return z < 1 ? 1 : 10; });
  CHECK(field.integral(grid) == doctest::Approx(3 * 4 * 1 * 1 + 3 * 4 * 3 * 10));
}

TEST_CASE("[law] ghosts show the far side where the layout wraps, and nothing else is touched") {
  for (const Index n : {Index{5}, Index{16}}) {  // in rows of 16 the ghosts of two rows lie side by side
    for (const bool x : {false, true}) {
      for (const bool y : {false, true}) {
        const Grid grid({n, 3, 2, x, y}, 1, 1, even_edges(2, 2));
        Field field("u", "1", grid.layout());
        field.fill(grid, [](double px, double py, double pz) { return px + 20 * py + 100 * pz; });
        exchange(grid.layout(), field.cells());
        for (Index k = 0; k < 2; ++k) {
          for (Index j = 0; j < 3; ++j) {
            CHECK(field(-1, j, k) == (x ? field(n - 1, j, k) : 0));
            CHECK(field(n, j, k) == (x ? field(0, j, k) : 0));
          }
          for (Index i = 0; i < n; ++i) {
            CHECK(field(i, -1, k) == (y ? field(i, 2, k) : 0));
            CHECK(field(i, 3, k) == (y ? field(i, 0, k) : 0));
          }
        }
      }
    }
  }
}
