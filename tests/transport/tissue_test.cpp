#include "percuta/transport/tissue.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "transport/transport_fixture.hpp"

using namespace percuta;

namespace {

/// Half-life of what is unbound, by the walls' lipids alone [s].
double half_life_by_lipids(const transport::Active& active) {
  transport::Rates rates = tests::transport_rates();
  rates.vessels.pore_density.value = 0;
  rates.vessels.lymph.value = 0;
  return std::log(2) / transport::vessel_clearance(active, rates);
}

}  // namespace

TEST_CASE("[law] nothing binds what is unbound in blood and enters no lipid") {
  CHECK(transport::binding(tests::active("albumin"), tests::transport_rates()) == doctest::Approx(1));
}

TEST_CASE("[unit] retinol is bound a hundredfold and more, and a charged molecule is not by its oil") {
  const transport::Rates& rates = tests::transport_rates();
  CHECK(transport::binding(tests::active("retinol"), rates) ==
        doctest::Approx(0.68 + 0.32 / 0.02 + 0.025 * std::pow(10, 5.7 * 0.7)));
  transport::Active acid = tests::substance(300, 4);
  const double neutral = transport::binding(acid, rates);
  acid.ionises = "acid";
  acid.pka = certain(4);
  CHECK(transport::binding(acid, rates) < 1 + 0.01 * neutral);
}

TEST_CASE(
    "[unit] clearance by the walls' lipids alone is the published one: caffeine 45 min, niacinamide 28, lidocaine 6") {
  transport::Active lidocaine = tests::active("lidocaine");
  lidocaine.ionises = "no";  // as the law was published
  CHECK(half_life_by_lipids(tests::active("caffeine")) == doctest::Approx(45 * 60).epsilon(0.05));
  CHECK(half_life_by_lipids(tests::active("niacinamide")) == doctest::Approx(28 * 60).epsilon(0.05));
  CHECK(half_life_by_lipids(lidocaine) == doctest::Approx(6 * 60).epsilon(0.1));
}

TEST_CASE("[law] the path by water takes ascorbic acid within the hour, where lipids alone would need half a day") {
  transport::Active acid = tests::active("ascorbic-acid");
  const double whole = std::log(2) / transport::vessel_clearance(acid, tests::transport_rates());
  acid.ionises = "no";
  CHECK(half_life_by_lipids(acid) == doctest::Approx(9.5 * 3600).epsilon(0.1));
  CHECK(whole < 3600);
}

TEST_CASE("[law] blood flow bounds what capillaries take, and lymph alone takes what fits no pore") {
  const transport::Rates& rates = tests::transport_rates();
  const double most = rates.vessels.blood_flow + rates.vessels.lymph;
  CHECK(transport::vessel_clearance(tests::active("retinol"), rates) < most);
  CHECK(transport::vessel_clearance(tests::active("retinol"), rates) > 0.9 * most);
  CHECK(transport::vessel_clearance(tests::active("hyaluronate-1000"), rates) ==
        doctest::Approx(rates.vessels.lymph.value));
}

TEST_CASE("[law] each number of the vessels turns the clearance up") {
  const transport::Active caffeine = tests::active("caffeine");
  const double before = transport::vessel_clearance(caffeine, tests::transport_rates());
  const auto doubled = [&](auto member) {
    transport::Rates rates = tests::transport_rates();
    (rates.vessels.*member).value *= 2;
    return transport::vessel_clearance(caffeine, rates);
  };
  using Vessels = transport::VesselRates;
  for (const auto member : {&Vessels::blood_flow, &Vessels::capillary_area, &Vessels::lipid_permeability,
                            &Vessels::pore_density, &Vessels::pore_radius, &Vessels::lymph}) {
    CHECK(doubled(member) > before);
  }
}

TEST_CASE("[unit] a clearance of its own takes the law's place") {
  transport::Active caffeine = tests::active("caffeine");
  caffeine.clearance = certain(0.01);
  CHECK(transport::vessel_clearance(caffeine, tests::transport_rates()) == 0.01);
}

TEST_CASE("[law] the junction resists the more the thicker and the larger, and what was measured of it counts") {
  transport::Rates rates = tests::transport_rates();
  const double small = transport::junction_resistance(tests::active("urea"), rates);
  const double large = transport::junction_resistance(tests::active("albumin"), rates);
  CHECK(large > 10 * small);
  const transport::Active dextran = tests::active("dextran-70");
  CHECK(transport::junction_resistance(dextran, rates) == doctest::Approx(20e-6 / (2.2e-12 * 0.7)));
  rates.tissue.junction_thickness.value *= 2;
  CHECK(transport::junction_resistance(tests::active("urea"), rates) == doctest::Approx(2 * small));
  rates.tissue.junction_share.value *= 2;
  CHECK(transport::junction_resistance(tests::active("urea"), rates) == doctest::Approx(small));
}
