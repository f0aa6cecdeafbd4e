#include <doctest/doctest.h>

#include "percuta/base/error.hpp"
#include "percuta/device/device.hpp"

using namespace percuta;

TEST_CASE("[unit] each kind is brought to the skin in its own manner") {
  CHECK(device::manner_of("roller") == device::Manner::roll);
  CHECK(device::manner_of("pen") == device::Manner::glide);
  CHECK(device::manner_of("stamp") == device::Manner::place);
  CHECK(device::manner_of("patch") == device::Manner::place);
  CHECK(device::manner_of("rf") == device::Manner::place);
  CHECK(device::manner_of("injector") == device::Manner::inject);
}

TEST_CASE("[unit] a roller's needles stand on a drum, all others on a head") {
  CHECK(device::kinds().size() == 6);
  for (const std::string& kind : device::kinds()) CHECK(device::body_of(kind) == (kind == "roller" ? "drum" : "head"));
}

TEST_CASE("[unit] a word that is no kind is refused with the kinds there are") {
  CHECK_THROWS_AS(device::manner_of("laser"), InputError);
  CHECK_THROWS_AS(device::body_of(""), InputError);
}
