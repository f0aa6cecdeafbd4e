#include <doctest/doctest.h>

#include "endpoints/treated_fixture.hpp"

using namespace percuta;
using tests::k_day;
using tests::treatment;
using tests::turned;
using tests::untouched;

TEST_CASE("[unit] new epidermis has closed all when the pore's clock says so") {
  const auto some = treatment();
  CHECK(some.number("reepithelialised") == doctest::Approx(some.sessions[0].clocks.pore_time));
  const auto course = some.curve("reepithelialised_course");
  CHECK(course.front() == 0);
  CHECK(course.back() == 1);
  for (const double share : course) {
    CHECK(share >= 0);
    CHECK(share <= 1);
  }
}

TEST_CASE("[law] the hole that closes last decides, and untouched skin is whole") {
  CHECK(turned("reepithelialised", [](auto& some) { some.sessions[0].clocks.pore_time = 70 * k_day; }) ==
        doctest::Approx(10 * k_day));
  CHECK(untouched().number("reepithelialised") == 0);
  for (const double share : untouched().curve("reepithelialised_course")) CHECK(share == 1);
}
