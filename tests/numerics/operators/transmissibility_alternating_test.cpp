#include <doctest/doctest.h>

#include <complex>

#include "percuta/numerics/operators/transmissibility.hpp"

using namespace percuta;
using namespace percuta::numerics;

TEST_CASE("[law] a face between what conducts and what stores is their impedances in series") {
  const Grid grid({2, 2, 2, true, false}, 1, 2, {0, 1, 3});
  Medium conducting, storing;
  conducting.conductivity = Field("k", "S/m", grid.layout());
  storing.conductivity = Field("w e", "S/m", grid.layout());
  for_each_cell(grid.layout(), [&](Index i, Index j, Index k) {
    conducting.conductivity(i, j, k) = static_cast<double>(i);  // one column only conducts, the other only stores
    storing.conductivity(i, j, k) = static_cast<double>(1 - i) * 2;
  });
  const auto made = Transmissibilities::alternating(grid, conducting, storing);
  const std::complex<double> one(0, 2), other(1, 0), expected = 2.0 * 2.0 / (0.5 / one + 0.5 / other);
  const Index cell = grid.layout().at(1, 1, 1);
  CHECK(made[0].tx()[cell] * made[0].scale() == doctest::Approx(expected.real()));
  CHECK(made[1].tx()[cell] * made[1].scale() == doctest::Approx(expected.imag()));
  CHECK(made[0].tx()[grid.layout().at(2, 1, 1)] == made[0].tx()[grid.layout().at(0, 1, 1)]);
  CHECK(made[0].tz()[cell] * made[0].scale() == doctest::Approx(2 * 1 / 1.5));
  CHECK(made[1].tz()[cell] == 0);
}
