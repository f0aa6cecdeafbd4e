#include <doctest/doctest.h>

#include "percuta/base/error.hpp"
#include "skin/skin_fixture.hpp"

using namespace percuta;

TEST_CASE("[unit] a specimen is a square of its layers on what it lies on") {
  skin::Specimen pig;
  pig.title = "Pig ear";
  pig.layers = {{"epidermis", certain(60e-6), certain(20e6)}, {"dermis", certain(1e-3), certain(5e6)}};
  pig.beneath = "rigid";
  pig.beneath_modulus = certain(1e9);
  const skin::Skin skin = skin::build(pig, 20e-3);
  REQUIRE(skin.layers.size() == 2);
  CHECK(skin.layer("dermis").top == doctest::Approx(60e-6));
  CHECK(skin.layer("dermis").bottom == doctest::Approx(1.06e-3));
  CHECK(skin.layer("epidermis").modulus == 20e6);
  CHECK(skin.beneath_modulus == 1e9);
  CHECK(numerics::area(skin.window) == doctest::Approx(4e-4));
}

TEST_CASE("[unit] only a living specimen's skin is alive") {
  skin::Specimen specimen;
  specimen.layers = {{"dermis", certain(1e-3), certain(5e6)}};
  for (const char* state : {"living", "excised", "phantom"}) {
    specimen.state = state;
    CHECK(skin::build(specimen, 20e-3).is_living == (specimen.state == "living"));
  }
}

TEST_CASE("[unit] a specimen without layers is refused") {
  CHECK_THROWS_AS(skin::build(skin::Specimen{}, 20e-3), InputError);
}
