#include <doctest/doctest.h>

#include <filesystem>

#include "percuta/base/error.hpp"
#include "percuta/device/device.hpp"
#include "skin/declared.hpp"

using namespace percuta;

TEST_CASE("[law] the device's declarations are complete and sound") {
  tests::check_declaration<device::Drum>();
  tests::check_declaration<device::Head>();
  tests::check_declaration<device::Applicator>();
  tests::check_declaration<device::Device>();
}

TEST_CASE("[unit] every device that Percuta ships reads, with needles and a width") {
  int devices = 0;
  for (const auto& entry : std::filesystem::directory_iterator(std::string(PERCUTA_SOURCE_DIR) + "/data/devices")) {
    if (entry.path().extension() != ".toml") continue;
    CAPTURE(entry.path());
    const auto device = tests::shipped<device::Device>("devices/" + entry.path().filename().string());
    CHECK(device::needle_count(device) > 0);
    CHECK(device::working_width(device) > 0);
    CHECK(device::radius_at(device.needle, 0) > 0);
    ++devices;
  }
  CHECK(devices >= 4);
}

TEST_CASE("[unit] the medical roller is the one of the papers") {
  const auto roller = tests::shipped<device::Device>("devices/roller-192.toml");
  CHECK(device::needle_count(roller) == 192);
  CHECK(roller.needle.length == doctest::Approx(1.5e-3));
  CHECK_FALSE(roller.drum.is_staggered);
}
