#include "percuta/transport/laminate.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "transport/transport_fixture.hpp"

using namespace percuta;
using transport::Linear;

TEST_CASE("[law] sums, products and quotients keep the slope") {
  const Linear a{3, 2}, b{2, -1};
  const Linear sum = a + b, difference = a - b, product = a * b, back = product / b;
  CHECK(sum.value == 5);
  CHECK(sum.slope == 1);
  CHECK(difference.slope == 3);
  CHECK(product.value == 6);
  CHECK(product.slope == 1);
  CHECK(back.value == doctest::Approx(a.value));
  CHECK(back.slope == doctest::Approx(a.slope));
}

TEST_CASE("[law] a layer without clearance has the entries of the textbook, to first order") {
  const double l = 2, D = 0.5, K = 3;
  const transport::LayerMatrix m = transport::matrix_of(tests::slab(l, D, K));
  CHECK(m.cosh.value == 1);
  CHECK(m.cosh.slope == doctest::Approx(l * l / (2 * D)));
  CHECK(m.resist.value == doctest::Approx(l / (D * K)));
  CHECK(m.resist.slope == doctest::Approx(l / (D * K) * l * l / (6 * D)));
  CHECK(m.admit.value == 0);
  CHECK(m.admit.slope == doctest::Approx(K * l));
}

TEST_CASE("[law] clearance: values are hyperbolic, slopes are those of neighbours, and the determinant stays 1") {
  for (const double k : {1e-10, 1e-6, 1e-3, 2.0}) {
    CAPTURE(k);
    const auto at = [](double rate) {
      transport::LayerProperties layer = tests::slab(2, 0.5, 3);
      layer.clearance = rate;
      return transport::matrix_of(layer);
    };
    const transport::LayerMatrix m = at(k);
    const double y = 2 * std::sqrt(k / 0.5), step = 1e-4 * k;
    CHECK(m.cosh.value == doctest::Approx(std::cosh(y)));
    CHECK(m.admit.value == doctest::Approx(0.5 * 3 / 2 * y * std::sinh(y)));
    CHECK(m.cosh.slope * step == doctest::Approx(at(k + step).cosh.value - m.cosh.value).epsilon(1e-3).scale(1e-13));
    CHECK(m.admit.slope * step == doctest::Approx(at(k + step).admit.value - m.admit.value).epsilon(1e-3));
    const Linear one = m.cosh * m.cosh - m.resist * m.admit;
    CHECK(one.value == doctest::Approx(1));
    CHECK(std::abs(one.slope) < 1e-9 * std::abs((m.cosh * m.cosh).slope));
  }
}

TEST_CASE("[law] a layer deeper than anything reaches takes K sqrt(D k) at its surface, however deep it is") {
  transport::LayerProperties layer{.name = "dermis", .thickness = 1e-3, .diffusivity = 1e-10, .partition = 0.7};
  for (const double k : {1.0, 100.0, 1e4}) {  // l sqrt(k / D) = 100, 1000, 10 000
    layer.clearance = k;
    const transport::LayerMatrix m = transport::matrix_of(layer);
    CHECK((m.admit / m.cosh).value == doctest::Approx(0.7 * std::sqrt(1e-10 * k)));
    CHECK((m.admit / m.cosh).slope == doctest::Approx(0.7 * std::sqrt(1e-10 / k) / 2));
  }
}

TEST_CASE("[law] the series for weak clearance meets the closed form") {
  const auto at = [](double rate) {
    transport::LayerProperties layer = tests::slab(1, 1, 1);
    layer.clearance = rate;
    return transport::matrix_of(layer);
  };
  const transport::LayerMatrix below = at(0.999e-6), above = at(1.001e-6);
  CHECK(below.resist.slope == doctest::Approx(above.resist.slope).epsilon(1e-6));
  CHECK(below.admit.slope == doctest::Approx(above.admit.slope).epsilon(1e-6));
}
