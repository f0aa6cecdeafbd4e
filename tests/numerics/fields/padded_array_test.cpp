#include "percuta/numerics/fields/padded_array.hpp"

#include <doctest/doctest.h>

#include <cstdint>

using namespace percuta::numerics;

TEST_CASE("[unit] a padded array starts as zeros, aligned for the widest vectors, and holds ghosts") {
  const Layout layout{5, 3, 4};
  const PaddedArray<float> array(layout);
  CHECK(reinterpret_cast<std::uintptr_t>(array.cells()) % 64 == 0);
  CHECK(array.cells() + layout.at(-1, -1, 0) >= array.begin());
  CHECK(array.cells() + layout.at(layout.nx, layout.ny, layout.nz - 1) < array.end());
  for (const float value : array) CHECK(value == 0);
}

TEST_CASE("[unit] a padded array is copied by value and moved without copying") {
  const Layout layout{5, 3, 4};
  PaddedArray<double> a(layout);
  a.cells()[7] = 2;
  PaddedArray<double> b = a;
  a.cells()[7] = 3;
  CHECK(b.cells()[7] == 2);
  const double* kept = b.cells();
  const PaddedArray<double> c = std::move(b);
  CHECK(c.cells() == kept);
  CHECK(PaddedArray<double>().empty());
}
