#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "device/head_fixture.hpp"
#include "percuta/device/layout.hpp"
#include "skin/declared.hpp"
#include "source_folder.hpp"

using namespace percuta;
namespace fs = std::filesystem;

namespace {

const fs::path k_data = fs::path(source_folder()) / "data";

std::map<std::string, device::Device> all_devices() {
  std::map<std::string, device::Device> devices;
  for (const auto& entry : fs::directory_iterator(k_data / "devices")) {
    const std::string file = entry.path().filename().string();
    if (entry.path().extension() == ".toml") devices[file] = tests::shipped<device::Device>("devices/" + file);
  }
  return devices;
}

}  // namespace

TEST_CASE("[law] the device's declarations are complete and sound") {
  tests::check_declaration<device::Drum>();
  tests::check_declaration<device::Head>();
  tests::check_declaration<device::Applicator>();
  tests::check_declaration<device::Device>();
}

TEST_CASE("[unit] every device that Percuta ships reads, with needles, a width and a material") {
  for (const auto& [name, device] : all_devices()) {
    CAPTURE(name);
    CHECK(device::needle_count(device) > 0);
    CHECK(device::working_width(device) > 0);
    CHECK(device::radius_at(device.needle, 0) > 0);
    CHECK_NOTHROW(device::check(device));
    CHECK(fs::exists(k_data / "materials" / (device.needle.material + ".toml")));
  }
}

TEST_CASE("[law] shipped heads hold the needles they tell of, none in the place of another") {
  for (const auto& [name, device] : all_devices()) {
    if (device.kind == "roller") continue;
    CAPTURE(name);
    const auto points = device::layout(device);
    CHECK(static_cast<std::int64_t>(points.size()) == device.head.needles);
    const std::size_t some = std::min<std::size_t>(points.size(), 20);
    for (std::size_t i = 0; i < some; ++i) CHECK(tests::nearest(points, i) > device.needle.diameter);
  }
}

TEST_CASE("[unit] every kind and every system of the articles has a device") {
  std::set<std::string> kinds, systems;
  for (const auto& [name, device] : all_devices()) {
    kinds.insert(device.kind);
    systems.insert(device.systems.begin(), device.systems.end());
  }
  for (const std::string& kind : device::kinds()) CHECK(kinds.contains(kind));
  for (const char* id : {"S1", "S2", "S3", "S4", "S5", "S6", "S7", "S8", "S9"}) CHECK(systems.contains(id));
}

TEST_CASE("[law] what is sold for the home has short needles and neither current nor injection") {
  for (const auto& [name, device] : all_devices()) {
    if (device.setting != "home") continue;
    CAPTURE(name);
    CHECK((device.kind == "roller" || device.kind == "patch"));
    CHECK(device.needle.length.value <= 0.5e-3);
  }
}

TEST_CASE("[unit] the two under-eye patches have the densities of their trial") {
  for (const auto& [name, per_cm2] :
       {std::pair("patch-under-eye-250", 945.0), std::pair("patch-under-eye-350", 482.0)}) {
    const auto patch = tests::shipped<device::Device>("devices/" + std::string(name) + ".toml");
    const double area = numerics::area(device::outline_of(patch.head));
    CHECK(static_cast<double>(device::needle_count(patch)) / area == doctest::Approx(per_cm2 * 1e4).epsilon(0.05));
  }
}

TEST_CASE("[unit] the medical roller is the one of the papers") {
  const auto roller = tests::shipped<device::Device>("devices/roller-192.toml");
  CHECK(device::needle_count(roller) == 192);
  CHECK(roller.needle.length == doctest::Approx(1.5e-3));
  CHECK_FALSE(roller.drum.is_staggered);
}
