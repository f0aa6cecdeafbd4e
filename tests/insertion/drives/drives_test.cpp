#include "percuta/insertion/drives/drives.hpp"

#include <doctest/doctest.h>

#include "insertion/strikes_fixture.hpp"

using namespace percuta;
using insertion::drive_of;
using insertion::Frame;

TEST_CASE("[unit] every kind of device has a drive that gives every strike a way") {
  for (const std::string& kind : device::kinds()) {
    CAPTURE(kind);
    device::Device device = kind == "roller" ? tests::roller() : tests::stamp("grid", 16);
    device.kind = kind;
    const std::vector<double> protrusion = tests::Driven(device, 5).protrusions();
    CHECK(protrusion.size() == 40);
    for (const double p : protrusion) CHECK(p <= device.needle.length);
    CHECK(protrusion.front() > 0);
  }
}

TEST_CASE("[unit] what is driven to a position sees the array's dent, what follows a force does not") {
  CHECK(drive_of(device::Manner::glide).frame == Frame::undisturbed);
  CHECK(drive_of(device::Manner::inject).frame == Frame::undisturbed);
  CHECK(drive_of(device::Manner::roll).frame == Frame::skin_between);
  CHECK(drive_of(device::Manner::place).frame == Frame::skin_between);
}

TEST_CASE("[unit] only a roller's tilt is gone when its needle stands deepest") {
  CHECK_FALSE(drive_of(device::Manner::roll).is_along_tilt);
  CHECK(drive_of(device::Manner::inject).is_along_tilt);
  CHECK(drive_of(device::Manner::place).is_along_tilt);
}
