#include "percuta/transport/molecule.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "transport/transport_fixture.hpp"

using namespace percuta;

TEST_CASE("[law] an acid is half charged at its pKa and neutral well below it, a base the other way round") {
  const transport::Active acid = tests::active("ascorbic-acid"), base = tests::active("lidocaine");
  CHECK(transport::charge_of(acid, acid.pka).neutral == doctest::Approx(0.5));
  CHECK(transport::charge_of(acid, 3.2).neutral == doctest::Approx(1 / (1 + std::pow(10, -1.0))));
  CHECK(transport::charge_of(acid, 7.4).minus > 0.999);
  CHECK(transport::charge_of(base, 5).plus > 0.998);
  CHECK(transport::charge_of(base, 11).neutral > 0.999);
  for (const double ph : {1.0, 5.0, 7.4, 12.0}) {
    const transport::Charge charge = transport::charge_of(base, ph);
    CHECK(charge.neutral + charge.plus + charge.minus == doctest::Approx(1));
  }
}

TEST_CASE("[unit] an acid or a base without a pKa is refused, not taken as charged") {
  for (const char* kind : {"acid", "base"}) {
    transport::Active active;
    active.ionises = kind;
    CHECK_THROWS_AS(transport::charge_of(active, 7.4), InputError);
  }
}

TEST_CASE("[unit] what does not ionise and what is charged both ways at once count as neutral") {
  CHECK(transport::charge_of(tests::active("retinol"), 2).neutral == 1);
  CHECK(transport::charge_of(tests::active("tranexamic-acid"), 7).neutral == 1);
}

TEST_CASE("[unit] Kow is 0 where none is given, and stops where the laws do") {
  const transport::Rates& rates = tests::transport_rates();
  CHECK(transport::kow_of(tests::active("albumin"), rates) == 0);
  CHECK(transport::kow_of(tests::substance(100, 2), rates) == doctest::Approx(100));
  CHECK(transport::kow_of(tests::active("retinyl-palmitate"), rates) == doctest::Approx(1e8));
}

TEST_CASE("[unit] radii of compact molecules: urea 0.26 nm, albumin 2.7 nm") {
  const transport::Rates& rates = tests::transport_rates();
  CHECK(transport::radius_of(tests::active("urea"), rates) == doctest::Approx(0.26e-9).epsilon(0.02));
  CHECK(transport::radius_of(tests::active("albumin"), rates) == doctest::Approx(2.67e-9).epsilon(0.02));
}

TEST_CASE("[law] hindrance falls from 1 to 0 as the sphere fills the pore") {
  double before = transport::hindrance(0, 1);
  CHECK(before == 1);
  for (double x = 0.05; x < 1; x += 0.05) {
    const double now = transport::hindrance(x, 1);
    CHECK(now < before);
    CHECK(now > 0);
    before = now;
  }
  CHECK(transport::hindrance(1, 1) == 0);
  CHECK(transport::hindrance(3, 1) == 0);
  CHECK(transport::hindrance(0.4, 2) == doctest::Approx(transport::hindrance(0.2, 1)));
}

TEST_CASE("[unit] diffusivities of the published law: caffeine 2.2e-6, dextran of 70 kDa 4.8e-8 cm2/s") {
  const transport::Rates& rates = tests::transport_rates();
  CHECK(transport::tissue_diffusivity(tests::active("caffeine"), rates) ==
        doctest::Approx(2.2e-6 * tests::k_cm2_s).epsilon(0.03));
  CHECK(transport::tissue_diffusivity(tests::active("dextran-70"), rates) ==
        doctest::Approx(4.8e-8 * tests::k_cm2_s).epsilon(0.03));
}
