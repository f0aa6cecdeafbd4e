#include "percuta/numerics/fields/layout.hpp"

#include <doctest/doctest.h>

#include <initializer_list>

using percuta::numerics::Layout;

TEST_CASE("[unit] x runs fastest, then z, then y, with padding after every row") {
  const Layout layout{33, 4, 5};
  CHECK(layout.stride() == 64);
  CHECK(layout.at(1, 0, 0) == 1);
  CHECK(layout.at(0, 0, 1) == layout.stride());
  CHECK(layout.at(0, 1, 0) == 5 * layout.stride());
  CHECK(layout.cells() == 33 * 4 * 5);
}

TEST_CASE("[unit] every row has ghosts of its own at both ends, and none is a power of two bytes apart") {
  for (const percuta::numerics::Index nx : {1, 15, 16, 17, 64, 128, 500}) {
    const Layout layout{nx, 2, 2};
    CHECK(layout.stride() >= nx + 2);
    CHECK(layout.stride() % 16 == 0);
  }
  CHECK(Layout{128, 2, 2}.stride() == 144);
}

TEST_CASE("[unit] one column alone has no neighbour, not even itself") {
  CHECK(!Layout{1, 4, 2, true, true}.wraps_x());
  CHECK(Layout{1, 4, 2, true, true}.wraps_y());
}
