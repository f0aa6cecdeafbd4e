#include "percuta/transport/delivery/injection_flow.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <numbers>

using namespace percuta;
using transport::infuse;
using transport::Infused;
using transport::PorousTissue;

namespace {

constexpr PorousTissue k_skin{9.6e-15, 2.94, 50e3, 1e-3, 0.7};

Infused drop(const PorousTissue& tissue, double volume = 20e-9, double time = 2) {
  return infuse(tissue, {volume, time, 0.1e-3, 0});
}

}  // namespace

TEST_CASE("[law] all that is infused is held by tissue that swells, within the reach of the shells") {
  for (const double m : {0.0, 2.94}) {
    PorousTissue tissue = k_skin;
    tissue.exponent = m;
    CHECK(drop(tissue).taken == doctest::Approx(1).epsilon(1e-6));
  }
}

TEST_CASE("[law] strain falls away from the tip, and the depot holds what was infused in its pores") {
  const Infused made = drop(k_skin);
  for (std::size_t n = 1; n < made.strain.size(); ++n) CHECK(made.strain[n] <= made.strain[n - 1]);
  CHECK(made.strain.back() >= 0);
  // Between a ball of fluid alone and one of pores at rest.
  CHECK(made.depot > std::cbrt(3 * 20e-9 / (4 * std::numbers::pi)));
  CHECK(made.depot < std::cbrt(3 * 20e-9 / (4 * std::numbers::pi * 0.7)) + 0.1e-3);
}

TEST_CASE("[law] pressure rises with flow and viscosity, and falls with permeability and where the way widens") {
  const double usual = drop(k_skin).pressure;
  PorousTissue stiff = k_skin, thick = k_skin, open = k_skin, firm = k_skin;
  thick.viscosity *= 3;
  open.permeability *= 3;
  stiff.modulus *= 3;
  firm.exponent = 0;
  CHECK(drop(thick).pressure > usual);
  CHECK(drop(open).pressure < usual);
  CHECK(drop(stiff).pressure > usual);
  CHECK(drop(firm).pressure > 2 * usual);
  CHECK(drop(k_skin, 20e-9, 0.5).pressure > usual);
}

TEST_CASE("[law] more comes further, as the cube root of its volume, and less far where tissue swells more") {
  const double one = drop(k_skin, 10e-9).depot, eight = drop(k_skin, 80e-9).depot;
  CHECK(eight > 1.8 * one);
  CHECK(eight < 2.05 * one);
  PorousTissue soft = k_skin;
  soft.modulus /= 5;
  CHECK(drop(soft).depot < drop(k_skin).depot);
}

TEST_CASE("[unit] a steady flow of m = 0 is Darcy's, and a small m hardly differs") {
  PorousTissue tissue = k_skin;
  tissue.exponent = 0;
  const double linear = transport::steady_flow(tissue, 1e-4, 2e-3, 30e3);
  CHECK(linear == doctest::Approx(4 * std::numbers::pi * 9.6e-15 / 1e-3 * 30e3 / (1e4 - 500)));
  tissue.exponent = 1e-6;
  CHECK(transport::steady_flow(tissue, 1e-4, 2e-3, 30e3) == doctest::Approx(linear).epsilon(1e-5));
  tissue.exponent = 2.94;
  CHECK(transport::steady_flow(tissue, 1e-4, 2e-3, 30e3) > 2 * linear);
}
