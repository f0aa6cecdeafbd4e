#include <doctest/doctest.h>

#include <cmath>
#include <numbers>

#include "insertion/insertion_fixture.hpp"
#include "percuta/numerics/geometry/polygon.hpp"

using namespace percuta;
using namespace percuta::insertion;

namespace {

struct Struck {
  Channels channels;
  punctures::Punctures punctures;

  void strike(std::int32_t hole, double depth, double width, bool in_window = true) {
    channels.all.push_back({2 * depth, 0, depth, width});
    punctures::Puncture& p = punctures.all.emplace_back();
    p.hole = hole;
    p.in_window = in_window;
    punctures.holes = std::max<std::int64_t>(punctures.holes, hole + 1);
  }
};

}  // namespace

TEST_CASE("[law] a hole struck again counts once, with its deepest strike; none beyond the window, none that closed") {
  Struck struck;
  struck.strike(0, 100e-6, 50e-6);
  struck.strike(0, 300e-6, 90e-6);
  struck.strike(0, 200e-6, 70e-6);
  struck.strike(1, 100e-6, 50e-6);
  struck.strike(2, 900e-6, 200e-6, false);
  struck.strike(3, 0, 0);
  const skin::Skin skin = tests::skin_of(10e-4);
  const HolesLeft holes = holes_left(struck.channels, struck.punctures, skin);
  CHECK(holes.width == doctest::Approx(70e-6));
  CHECK(holes.depth == doctest::Approx(200e-6));
  CHECK(holes.density == doctest::Approx(2 / numerics::area(skin.window)));
  const HolesLeft none = holes_left({}, {}, skin);
  CHECK(none.density == 0);
  CHECK(open_share(none) == 0);
  CHECK(leak(none, skin) == 0);
}

TEST_CASE("[law] few holes open the sum of their areas, very many no more than all of the skin") {
  const double one = std::numbers::pi * 0.1e-3 * 0.1e-3 / 4;
  CHECK(open_share({0.1e-3, 0.1e-3, 1e4}) == doctest::Approx(1e4 * one).epsilon(1e-4));
  CHECK(open_share({0.1e-3, 0.1e-3, 1 / one}) == doctest::Approx(1 - std::exp(-1.0)));
  CHECK(open_share({1e-3, 0.1e-3, 1e9}) == doctest::Approx(1));
}

TEST_CASE("[law] a wide hole leaks like a mouth in a thin wall, a narrow one like a tube; many like as many") {
  const skin::Skin skin = tests::skin_of();  // stratum corneum 20 um
  const double wide = 10e-3, narrow = 0.1e-6;
  CHECK(leak({wide, 0, 1}, skin) == doctest::Approx(4 * wide / 2).epsilon(0.02));
  CHECK(leak({narrow, 0, 1}, skin) == doctest::Approx(std::numbers::pi * narrow * narrow / 4 / 20e-6).epsilon(0.02));
  CHECK(leak({0.1e-3, 0, 7e4}, skin) == doctest::Approx(7e4 * leak({0.1e-3, 0, 1}, skin)));
}

TEST_CASE("[unit] where there is no stratum corneum the tube is the hole itself") {
  skin::Skin rubber = tests::skin_of();
  rubber.layers = {{"silicone", 0, 10e-3, 1e6}};
  const double tube = 0.2e-3 / (std::numbers::pi * 0.05e-3 * 0.05e-3) + 1 / (4 * 0.05e-3);
  CHECK(leak({0.1e-3, 0.2e-3, 3e4}, rubber) == doctest::Approx(3e4 / tube));
}

TEST_CASE("[law] holes that stay open are told one by one, each as its deepest strike left it") {
  Struck struck;
  struck.strike(0, 100e-6, 50e-6);
  struck.strike(0, 300e-6, 90e-6);
  struck.strike(1, 900e-6, 200e-6, false);
  struck.strike(2, 0, 0);
  struck.strike(3, 120e-6, 60e-6);
  struck.punctures.all[1].x = 2e-3;
  const std::vector<OpenHole> holes = open_holes(struck.channels, struck.punctures);
  REQUIRE(holes.size() == 2);
  CHECK(holes[0].x == 2e-3);
  CHECK(holes[0].depth == 300e-6);
  CHECK(holes[0].width == 90e-6);
  CHECK(holes[1].depth == 120e-6);
}
