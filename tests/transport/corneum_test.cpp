#include "percuta/transport/corneum.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "transport/transport_fixture.hpp"

using namespace percuta;
using transport::corneum_conductivity;
using transport::corneum_partition;

namespace {

double log_kp(double mass, double log_kow) {
  const transport::Rates& rates = tests::transport_rates();
  return std::log10(tests::bench_permeability(tests::substance(mass, log_kow), rates) / tests::k_cm);
}

}  // namespace

TEST_CASE("[unit] the fit's own figures: as tools/fit_permeability foretells them") {
  // tests/tools/fit_permeability_test.py holds the same four.
  CHECK(log_kp(194.19, -0.07) == doctest::Approx(-7.3782).epsilon(1e-4));
  CHECK(log_kp(18.02, -1.38) == doctest::Approx(-6.9209).epsilon(1e-4));
  CHECK(log_kp(288.42, 3.48) == doctest::Approx(-5.9471).epsilon(1e-4));
  CHECK(log_kp(342.3, -3.85) == doctest::Approx(-7.923).epsilon(1e-4));
}

TEST_CASE("[law] the polar path carries what enters no lipid, and is tenfold what the lipids let of ascorbic acid") {
  transport::Rates rates = tests::transport_rates();
  const transport::Active acid = tests::active("ascorbic-acid");
  const double both = corneum_conductivity(acid, rates, 3, 1);
  rates.corneum.polar_share.value = 0;
  CHECK(both > 10 * corneum_conductivity(acid, rates, 3, 1));
  CHECK(corneum_conductivity(tests::active("albumin"), rates, 7, 1) == 0);
}

TEST_CASE("[law] each path's numbers turn it the way they should") {
  const transport::Active small = tests::substance(150, 1), oily = tests::substance(150, 5),
                          sugar = tests::substance(300, -5);
  const auto change = [](const transport::Active& active, auto member, double factor) {
    transport::Rates rates = tests::transport_rates();
    const double before = corneum_conductivity(active, rates, 7.4, 1);
    member(rates).value *= factor;
    return corneum_conductivity(active, rates, 7.4, 1) / before;
  };
  CHECK(change(small, [](auto& r) -> auto& { return r.corneum.lipid_conductivity; }, 2) > 1.5);
  CHECK(change(small, [](auto& r) -> auto& { return r.corneum.lipid_exponent; }, 1.2) > 1.2);
  CHECK(change(small, [](auto& r) -> auto& { return r.corneum.mass_decay; }, 2) < 0.9);
  CHECK(change(oily, [](auto& r) -> auto& { return r.corneum.cell_conductivity; }, 2) > 1.8);
  CHECK(change(small, [](auto& r) -> auto& { return r.corneum.cell_conductivity; }, 2) < 1.2);
  CHECK(change(sugar, [](auto& r) -> auto& { return r.corneum.polar_share; }, 2) > 1.9);
  CHECK(change(sugar, [](auto& r) -> auto& { return r.corneum.pore_radius; }, 2) > 1.05);
  CHECK(change(sugar, [](auto& r) -> auto& { return r.molecule_volume; }, 2) < 0.99);
  CHECK(change(sugar, [](auto& r) -> auto& { return r.tissue.diffusivity; }, 2) > 1.9);
  CHECK(change(small, [](auto& r) -> auto& { return r.corneum.substance_factor; }, 3) == doctest::Approx(3));
  CHECK(change(tests::substance(150, 7.9), [](auto& r) -> auto& { return r.most_log_kow; }, 0.3) < 1);
}

TEST_CASE("[law] lipids let only the neutral share pass, the path by water all") {
  const transport::Rates& rates = tests::transport_rates();
  transport::Active acid = tests::substance(138, 2.06);
  acid.ionises = "acid";
  acid.pka = certain(3);
  const double neutral = corneum_conductivity(acid, rates, 1, 1), charged = corneum_conductivity(acid, rates, 10, 1);
  CHECK(charged < 0.02 * neutral);
  CHECK(charged > 0);
  transport::Active base = acid;
  base.ionises = "base";
  CHECK(corneum_conductivity(base, rates, -3, 1) > charged);  // charged plus
}

TEST_CASE("[unit] a measured permeability takes the law's place, whatever the law says") {
  transport::Rates rates = tests::transport_rates();
  const transport::Active caffeine = tests::active("caffeine");
  const double measured = corneum_conductivity(caffeine, rates, 7.4, 1);
  CHECK(measured == doctest::Approx(caffeine.permeability * rates.corneum.reference_thickness));
  rates.corneum.lipid_conductivity.value *= 5;
  rates.corneum.substance_factor.value *= 5;
  CHECK(corneum_conductivity(caffeine, rates, 7.4, 1) == doctest::Approx(measured));
}

TEST_CASE("[unit] a measured permeability changes with pH as the law does") {
  const transport::Rates& rates = tests::transport_rates();
  const transport::Active lidocaine = tests::active("lidocaine");
  transport::Active by_law = lidocaine;
  by_law.permeability = {};
  const double measured = corneum_conductivity(lidocaine, rates, 5, 1) / corneum_conductivity(lidocaine, rates, 7.4, 1);
  const double law = corneum_conductivity(by_law, rates, 5, 1) / corneum_conductivity(by_law, rates, 7.4, 1);
  CHECK(measured == doctest::Approx(law));
  CHECK(measured < 0.7);
}

TEST_CASE("[law] in the open it lets less pass, and holds more of what sits on keratin") {
  const transport::Rates& rates = tests::transport_rates();
  const transport::Active active = tests::substance(200, 2);
  const double wet = corneum_conductivity(active, rates, 7.4, 1), dry = corneum_conductivity(active, rates, 7.4, 0);
  CHECK(dry == doctest::Approx(rates.corneum.dry_factor * wet));
  const double half = corneum_conductivity(active, rates, 7.4, 0.5);
  CHECK(half * half == doctest::Approx(wet * dry));
  CHECK(corneum_partition(active, rates, 7.4, 0) > corneum_partition(active, rates, 7.4, 1));
}

TEST_CASE("[unit] what it holds at Kow 1, and of a molecule that enters its water alone") {
  const transport::Rates& rates = tests::transport_rates();
  CHECK(corneum_partition(tests::substance(200, 0), rates, 7, 1) == doctest::Approx(0.014 + 0.782 + 1.381));
  CHECK(corneum_partition(tests::substance(200, 0), rates, 7, 0) == doctest::Approx(0.04 + 0.359 + 4.057));
  CHECK(corneum_partition(tests::active("albumin"), rates, 7, 1) == doctest::Approx(0.782));
}
