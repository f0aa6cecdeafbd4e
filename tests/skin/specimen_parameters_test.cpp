#include <doctest/doctest.h>

#include "percuta/base/error.hpp"
#include "percuta/base/files/data_folder.hpp"
#include "percuta/base/files/document.hpp"
#include "percuta/base/reader.hpp"
#include "skin/skin_fixture.hpp"

using namespace percuta;

namespace {

const std::string k_mechanics = [] {
  std::string text = "[mechanics]\n";
  for (const char* line : {"corneum_modulus = \"20 MPa\"",
                           "epidermis_modulus = \"2 MPa\"",
                           "dermis_modulus = \"5 MPa\"",
                           "fat_modulus = \"20 kPa\"",
                           "muscle_modulus = \"50 kPa\"",
                           "bone_modulus = \"10 GPa\"",
                           "tension = \"6 N/m\"",
                           "relaxation_exponent = 0.3",
                           "relaxation_from = \"10 us\"",
                           "relaxation_until = \"100 s\"",
                           "cutting_rate_exponent = 0.3",
                           "cutting_from = \"0.1 mm/s\"",
                           "cutting_until = \"10 m/s\"",
                           "corneum_share = 0.5",
                           "snap_depth = \"100 um\"",
                           "threshold_spread = 0.4",
                           "cutting_retained = 0.3",
                           "density = \"1100 kg/m3\"",
                           "strength = \"20 MPa\"",
                           "cutting_energy = \"1200 J/m2\"",
                           "opening_pressure = \"0.4 MPa\"",
                           "friction_stress = \"4 kPa\""}) {
    text += std::string(line) + "\n";
  }
  return text;
}();

skin::Specimen read(const std::string& text) {
  return read_struct<skin::Specimen>(parse_document(text, "specimen.toml"), nullptr, Units());
}

}  // namespace

TEST_CASE("[unit] a specimen is read layer by layer") {
  const skin::Specimen gel = read(
      "title = \"Gel\"\nspecies = \"phantom\"\nstate = \"phantom\"\nbeneath = \"rigid\"\nbeneath_modulus = \"1 GPa\"\n"
      "[[layer]]\nname = \"gel\"\nthickness = \"10 mm\"\nmodulus = \"0.05 MPa\"\n" +
      k_mechanics);
  REQUIRE(gel.layers.size() == 1);
  CHECK(gel.layers.front().thickness.value == doctest::Approx(10e-3));
  CHECK(gel.mechanics.relaxation_exponent.value == doctest::Approx(0.3));
}

TEST_CASE("[unit] an unknown species is refused") {
  CHECK_THROWS_AS(read("title = \"Gel\"\nspecies = \"unicorn\"\nstate = \"phantom\"\nbeneath = \"rigid\"\n"
                       "beneath_modulus = \"1 GPa\"\n" +
                       k_mechanics),
                  InputError);
}
