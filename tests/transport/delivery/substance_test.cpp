#include "percuta/transport/delivery/substance.hpp"

#include <doctest/doctest.h>

#include "transport/delivery/site_fixture.hpp"

using namespace percuta;
using tests::SteadySite;
using tests::Tracer;

TEST_CASE("[unit] what fills a hole sets how it conducts and holds: tissue fluid, product, and between") {
  const Tracer of{};
  transport::Rates rates = tests::plain_rates(of);
  rates.channel.fluid = certain(3);
  rates.surface.mobility = certain(0.5);
  const auto filled = [&](double share) {
    rates.channel.product_share = certain(share);
    return SteadySite(of, tests::holes(25e-6, 100e-6, 1e-6), rates).substance;
  };
  CHECK(filled(0).hole_conductivity == doctest::Approx(3 * of.diffusivity));
  CHECK(filled(1).hole_conductivity == doctest::Approx(0.5 * 3 * of.diffusivity));
  CHECK(filled(0.5).hole_conductivity == doctest::Approx(0.75 * 3 * of.diffusivity));
  CHECK(filled(0.5).hole_capacity == doctest::Approx(1));
  CHECK(filled(0.3).film_capacity == doctest::Approx(1));
}
