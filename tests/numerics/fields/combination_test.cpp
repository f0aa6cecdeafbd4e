#include "percuta/numerics/fields/combination.hpp"

#include <doctest/doctest.h>

using namespace percuta::numerics;

TEST_CASE("[unit] fields are combined cell by cell, also into one of themselves") {
  const Layout layout{19, 5, 3};
  const auto ranges = slab_ranges(layout, 1);
  Field a("a", "1", layout, 2), b("b", "1", layout, 3), out("out", "1", layout);
  combine(ranges, out, {{1, &a}, {10, &b}});
  CHECK(out.least() == 32);
  CHECK(out.greatest() == 32);
  combine(ranges, a, {{-1, &a}, {1, &b}, {0.5, &out}, {100, &b}});
  CHECK(a.least() == -2 + 3 + 16 + 300);
  combine(ranges, b, {{2, &b}});
  CHECK(b.greatest() == 6);
}

TEST_CASE("[unit] sums leave out the padding") {
  const Layout layout{19, 5, 3, true, true};
  const auto ranges = slab_ranges(layout, 1);
  Field a("a", "1", layout, 2), b("b", "1", layout, 3);
  exchange(layout, a.cells());
  CHECK(total(ranges, a) == 2 * 19 * 5 * 3);
  CHECK(inner(ranges, a, b) == 6 * 19 * 5 * 3);
}
