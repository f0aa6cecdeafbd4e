#include <doctest/doctest.h>

#include <cmath>

#include "endpoints/treated_fixture.hpp"
#include "percuta/endpoints/tissue/tissue.hpp"

using namespace percuta;
using endpoints::Maps;
using tests::scaled;
using tests::treatment;
using tests::untouched;

TEST_CASE("[unit] the dermis thickens by a share of its gain") {
  const auto some = treatment();
  CHECK(endpoints::dermis_thickness(some.skin) == doctest::Approx(1e-3));
  const double gain = some.state.course.dermis.back().tissue.gain();
  CHECK(some.number("dermis_change") == doctest::Approx(0.3 * gain));
  CHECK(some.number("dermis") == doctest::Approx(1e-3 * (1 + 0.3 * gain)));
  CHECK(scaled("dermis", &Maps::dermis, &endpoints::DermisMap::thickening, 2) > some.number("dermis"));
  CHECK(untouched().number("dermis_change") == 0);
  CHECK(untouched().number("dermis") == endpoints::dermis_thickness(some.skin));
}

TEST_CASE("[unit] a dermis that is one layer is known by that name, and a skin without has none") {
  skin::Skin piece;
  piece.layers = {{"dermis", 0, 2e-3, 1}};
  CHECK(endpoints::dermis_thickness(piece) == 2e-3);
  CHECK(std::isnan(endpoints::dermis_thickness(skin::Skin{})));
}
