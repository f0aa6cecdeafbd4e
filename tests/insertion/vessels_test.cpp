#include "percuta/insertion/vessels.hpp"

#include <doctest/doctest.h>

#include <numbers>

#include "insertion/insertion_fixture.hpp"

using namespace percuta;
using insertion::VesselHits;

namespace {

/// Papillary dermis from 80 to 280 um, the plexus at 80 + 0.25 x 1000 = 330 um.
double hits(double depth, const insertion::Contact& contact = tests::contact(),
            const skin::Skin& skin = tests::skin_of()) {
  return VesselHits(insertion::needle_form(tests::roller().needle), skin, contact)(depth);
}

}  // namespace

TEST_CASE("[law] nothing bleeds above the dermis; loops count by the way through the papillary dermis") {
  CHECK(hits(0) == 0);
  CHECK(hits(79e-6) == 0);
  const double crack = 2 * (6e-6 + 119e-6 * 100 / 900);
  CHECK(hits(180e-6) == doctest::Approx(0.5 * 14e6 * (crack * 15e-6 + std::numbers::pi * 15e-6 * 15e-6 / 4)));
}

TEST_CASE("[law] the plexus adds its lines for needles that come so deep") {
  const double above = hits(329e-6), below = hits(331e-6);
  CHECK(below - above == doctest::Approx(2 / std::numbers::pi * 2 * 6e-6 / 0.4e-3).epsilon(0.1));
}

TEST_CASE("[law] deeper needles, denser and wider vessels, a shallower and denser plexus are hit more") {
  CHECK(hits(0.9e-3) > hits(0.5e-3));
  insertion::Contact turned = tests::contact();
  turned.capillary_density = certain(28e6);
  CHECK(hits(0.2e-3, turned) == doctest::Approx(2 * hits(0.2e-3)));
  turned = tests::contact();
  turned.capillary_width = certain(25e-6);
  CHECK(hits(0.2e-3, turned) > hits(0.2e-3));
  turned = tests::contact();
  turned.plexus_share = certain(0.1);
  CHECK(hits(0.25e-3, turned) > hits(0.25e-3));
  turned = tests::contact();
  turned.plexus_spacing = certain(0.2e-3);
  CHECK(hits(0.5e-3, turned) > hits(0.5e-3));
}

TEST_CASE("[law] in thicker dermis the plexus lies deeper") {
  skin::SiteData thick = tests::site();
  thick.dermis.female = certain(2e-3);
  const skin::Skin skin = skin::build(thick, tests::mechanics(), tests::person(), 1e-4);
  CHECK(hits(0.4e-3, tests::contact(), skin) < hits(0.4e-3));
}

TEST_CASE("[unit] a bench skin without a dermis has no vessels") {
  skin::Skin skin;
  skin.layers = {{"gel", 0, 5e-3, 1e6}};
  CHECK(hits(1e-3, tests::contact(), skin) == 0);
}
