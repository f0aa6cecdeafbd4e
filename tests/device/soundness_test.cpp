#include <doctest/doctest.h>

#include "device/head_fixture.hpp"
#include "device/roller_fixture.hpp"
#include "percuta/base/error.hpp"

using namespace percuta;

namespace {

device::Device with_profile(std::vector<std::vector<double>> profile) {
  device::Device device = tests::stamp("grid", 9);
  device.needle.profile = std::move(profile);
  return device;
}

}  // namespace

TEST_CASE("[unit] rollers, stamps and measured needles that fit together are well") {
  CHECK_NOTHROW(device::check(tests::roller()));
  CHECK_NOTHROW(device::check(tests::stamp("hex", 14)));
  CHECK_NOTHROW(device::check(with_profile({{0, 2e-6}, {1e-3, 100e-6}})));
}

TEST_CASE("[unit] a bore as wide as its needle is refused") {
  device::Device hollow = tests::stamp("grid", 9);
  hollow.needle.bore = certain(0.1e-3);
  CHECK_NOTHROW(device::check(hollow));
  hollow.needle.bore = certain(0.2e-3);
  CHECK_THROWS_AS(device::check(hollow), InputError);
}

TEST_CASE("[unit] a profile of one point, of falling heights or without a radius is refused") {
  CHECK_THROWS_AS(device::check(with_profile({{0, 2e-6}})), InputError);
  CHECK_THROWS_AS(device::check(with_profile({{1e-3, 100e-6}, {0, 2e-6}})), InputError);
  CHECK_THROWS_AS(device::check(with_profile({{0, 0}, {1e-3, 100e-6}})), InputError);
}

TEST_CASE("[unit] a head that cannot be laid out is refused") {
  CHECK_THROWS_AS(device::check(tests::stamp("csv", 9)), InputError);
}

TEST_CASE("[unit] a drum of more needles than a device may have is refused") {
  device::Device roller = tests::roller();
  roller.drum.rows = roller.drum.columns = 1000;
  REQUIRE(device::faults_of(roller).size() == 1);
  CHECK(device::faults_of(roller).front().key == "drum.rows");
  roller.drum.rows = 100;
  CHECK(device::faults_of(roller).empty());
}

TEST_CASE("[unit] all faults are told at once") {
  device::Device wrong = tests::stamp("csv", 9);
  wrong.needle.bore = certain(0.3e-3);
  CHECK(device::faults_of(wrong).size() == 2);
}
