#include "percuta/insertion/layer_depth.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "skin/skin_fixture.hpp"

using namespace percuta;
using insertion::bottom_of;
using insertion::top_of;

TEST_CASE("[unit] faces are those of the layer, and infinitely deep where it is missing") {
  const skin::Skin skin = tests::skin_of();
  CHECK(top_of(skin, "papillary_dermis") == doctest::Approx(80e-6));
  CHECK(bottom_of(skin, "papillary_dermis") == doctest::Approx(280e-6));
  CHECK(std::isinf(top_of(skin, "scale")));
  CHECK(std::isinf(bottom_of(skin, "scale")));
}

TEST_CASE("[unit] the one dermis of a bench skin stands for the papillary one") {
  skin::Skin skin;
  skin.layers = {{"epidermis", 0, 80e-6, 1e6}, {"dermis", 80e-6, 1e-3, 1e6}};
  CHECK(top_of(skin, "papillary_dermis") == doctest::Approx(80e-6));
  CHECK(std::isinf(top_of(skin, "reticular_dermis")));
}
