#include <doctest/doctest.h>

#include "transport/transport_fixture.hpp"

using namespace percuta;

TEST_CASE("[law] the declarations of the rates are complete and sound") {
  tests::check_declaration<transport::Rates>();
  tests::check_declaration<transport::CorneumRates>();
  tests::check_declaration<transport::TissueRates>();
  tests::check_declaration<transport::VesselRates>();
}

TEST_CASE("[unit] the rates are read in SI, with their intervals") {
  const transport::Rates& rates = tests::transport_rates();
  CHECK(rates.reference_mass == doctest::Approx(0.1));
  CHECK(rates.molecule_volume == doctest::Approx(0.73e-3));
  CHECK(rates.corneum.mass_decay == doctest::Approx(7.3));
  CHECK(rates.tissue.diffusivity.low == doctest::Approx(1.7e-10));
  CHECK(rates.vessels.capillary_area == doctest::Approx(1e4));
}

TEST_CASE("[law] draws stay within what is declared and move every number that is uncertain") {
  const transport::Rates median = tests::transport_rates();
  const transport::Rates one = tests::drawn_transport(1), other = tests::drawn_transport(2);
  CHECK(one.corneum.lipid_conductivity.value != other.corneum.lipid_conductivity.value);
  CHECK(one.tissue.binding_lipid.value != median.tissue.binding_lipid.value);
  CHECK(one.vessels.lymph.value != other.vessels.lymph.value);
  CHECK(one.reference_mass.value == median.reference_mass.value);
}
