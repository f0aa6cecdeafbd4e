#include <doctest/doctest.h>

#include <cmath>

#include "endpoints/treated_fixture.hpp"

using namespace percuta;
using endpoints::Maps;
using tests::scaled;
using tests::treatment;
using tests::turned;
using tests::untouched;

using endpoints::BarrierMap;

namespace {

/// Holes of a tenth of a millimetre on a hundredth of the surface.
void make_reference(tests::Treatment& some, double times = 1) {
  for (auto& session : some.sessions) {
    session.holes = {100e-6, 150e-6, times * -std::log1p(-0.01) / (0.25 * 3.14159265358979 * 1e-8)};
  }
}

}  // namespace

TEST_CASE("[unit] the reference's holes let through the extra, less what saturation keeps back") {
  const double unit = 1e-3 / 3600;  // g/m2/h
  CHECK(turned("barrier", [](auto& some) { make_reference(some); }) == doctest::Approx((10 + 6 / 1.1) * unit));
  CHECK(turned("barrier", [](auto& some) { make_reference(some, 10); }) == doctest::Approx((10 + 60 / 2.0) * unit));
}

TEST_CASE("[law] water loss falls back to that of untouched skin as the barrier closes, and more holes lose more") {
  const auto some = treatment();
  const auto loss = some.curve("barrier_course");
  CHECK(loss.front() == doctest::Approx(some.number("barrier")));
  CHECK(loss[700] == doctest::Approx(some.maps.barrier.untouched.value));
  const auto of = [](double density) {
    return turned("barrier", [density](auto& one) {
      for (auto& session : one.sessions) session.holes.density = density;
    });
  };
  CHECK(of(300e4) > of(100e4));
  for (const double value : untouched().curve("barrier_course")) CHECK(value == some.maps.barrier.untouched.value);
}

TEST_CASE("[law] each number of the barrier moves water loss the expected way") {
  const double usual = treatment().number("barrier");
  CHECK(scaled("barrier", &Maps::barrier, &BarrierMap::untouched, 2) > usual);
  CHECK(scaled("barrier", &Maps::barrier, &BarrierMap::extra, 2) > usual);
  CHECK(scaled("barrier", &Maps::barrier, &BarrierMap::saturation, 0.1) < usual);
  CHECK(scaled("barrier", &Maps::barrier, &BarrierMap::reference_share, 2) < usual);
  CHECK(scaled("barrier", &Maps::barrier, &BarrierMap::reference_width, 2) != usual);
}

TEST_CASE("[unit] where no hole stays nothing more is lost") {
  CHECK(turned("barrier", [](auto& some) {
          for (auto& session : some.sessions) {
            session.holes = {};
            session.clocks = {};
          }
        }) == treatment().maps.barrier.untouched.value);
}
