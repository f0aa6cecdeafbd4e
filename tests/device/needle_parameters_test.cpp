#include <doctest/doctest.h>

#include <filesystem>

#include "percuta/base/error.hpp"
#include "percuta/device/device.hpp"
#include "skin/declared.hpp"
#include "source_folder.hpp"

using namespace percuta;

namespace {

device::Needle read(const std::string& more) {
  return read_struct<device::Needle>(
      parse_document("length_spread = '0 mm'\ndiameter = '0.2 mm'\ntip_radius = '5 um'\ntaper_share = 0.5\n" + more,
                     "n.toml"),
      nullptr, Units());
}

}  // namespace

TEST_CASE("[law] the needle's declarations are complete and sound") {
  tests::check_declaration<device::Needle>();
  tests::check_declaration<device::Strength>();
  tests::check_declaration<device::Wear>();
}

TEST_CASE("[unit] a needle longer than any is refused") {
  CHECK_THROWS_AS(read("length = '40 mm'\n"), InputError);
}

TEST_CASE("[unit] a needle is a solid cone of steel unless its file says otherwise") {
  const device::Needle plain = read("length = '1 mm'\n");
  CHECK(plain.shape == "cone");
  CHECK(plain.material == "steel");
  CHECK(plain.bore == 0);
  CHECK(plain.profile.empty());
  const device::Needle other = read(
      "length = '1 mm'\nbore = '0.1 mm'\nshape = 'bevel'\nmaterial = 'silicon'\nprofile = [[0, 0.01], [0.5, 0.1]]\n");
  CHECK(other.shape == "bevel");
  CHECK(other.material == "silicon");
  CHECK(other.bore == doctest::Approx(0.1e-3));
  REQUIRE(other.profile.size() == 2);
  CHECK(other.profile[1][0] == doctest::Approx(0.5e-3));
  CHECK_THROWS_AS(read("length = '1 mm'\nshape = 'drill'\n"), InputError);
}

TEST_CASE("[law] every material that Percuta ships bears more in compression than in shear") {
  int materials = 0;
  for (const auto& entry : std::filesystem::directory_iterator(source_folder() + "/data/materials")) {
    CAPTURE(entry.path());
    const auto strength = tests::shipped<device::Strength>("materials/" + entry.path().filename().string());
    CHECK(strength.youngs_modulus > strength.yield_stress);
    CHECK(strength.yield_stress > strength.shear_stress);
    ++materials;
  }
  CHECK(materials >= 4);
}
