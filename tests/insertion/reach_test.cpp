#include <doctest/doctest.h>

#include "percuta/insertion/insertion.hpp"
#include "skin/skin_fixture.hpp"

using namespace percuta;
using insertion::Channels;
using insertion::Reach;

namespace {

/// One strike per depth [um]; the force in mN is the depth in um.
struct Struck {
  Channels channels;
  punctures::Punctures punctures;

  explicit Struck(const std::vector<double>& depths) {
    for (const double depth : depths) {
      channels.all.push_back({depth * 1e-6, depth * 1e-3});
      punctures.all.emplace_back().in_window = true;
    }
  }
};

}  // namespace

TEST_CASE("[unit] a strike reaches a layer when it passes its upper face") {
  // Faces of the test skin: 20, 80 and 1080 um.
  const Struck struck({0, 10, 20, 30, 90, 500, 1100, 1200});
  const Reach reach = insertion::reach(struck.channels, struck.punctures, tests::skin_of());
  CHECK(reach.pierced_share == doctest::Approx(7.0 / 8));
  CHECK(reach.reach_epidermis == doctest::Approx(5.0 / 8));
  CHECK(reach.reach_dermis == doctest::Approx(4.0 / 8));
  CHECK(reach.reach_fat == doctest::Approx(2.0 / 8));
  CHECK(reach.depth_in_place == doctest::Approx((10 + 20 + 30 + 90 + 500 + 1100 + 1200) / 8.0 * 1e-6));
  CHECK(reach.force_per_needle == doctest::Approx((10 + 20 + 30 + 90 + 500 + 1100 + 1200) / 8.0 * 1e-3));
}

TEST_CASE("[law] strikes beyond the window do not count") {
  Struck struck({100, 2000});
  struck.punctures.all[1].in_window = false;
  const Reach reach = insertion::reach(struck.channels, struck.punctures, tests::skin_of());
  CHECK(reach.reach_fat == 0);
  CHECK(reach.depth_in_place == doctest::Approx(100e-6));
}

TEST_CASE("[law] thicker skin is passed by fewer needles") {
  const Struck struck({50, 100, 600, 1000, 1100});
  skin::SiteData thick = tests::site();
  thick.dermis.female = certain(3e-3);
  thick.epidermis.female = certain(150e-6);
  thick.stratum_corneum.female = certain(60e-6);
  const skin::Skin skin = skin::build(thick, tests::mechanics(), tests::person(), 1e-4);
  const Reach usual = insertion::reach(struck.channels, struck.punctures, tests::skin_of());
  const Reach less = insertion::reach(struck.channels, struck.punctures, skin);
  CHECK(less.reach_epidermis < usual.reach_epidermis);
  CHECK(less.reach_dermis < usual.reach_dermis);
  CHECK(less.reach_fat < usual.reach_fat);
}

TEST_CASE("[unit] nothing struck reaches nothing") {
  const Reach reach = insertion::reach({}, {}, tests::skin_of());
  CHECK(reach.pierced_share == 0);
  CHECK(reach.depth_in_place == 0);
}

TEST_CASE("[law] the histogram holds every pierced strike of the window once, per area") {
  Struck struck({0, 5, 11, 15, 25, 999});
  struck.punctures.all[4].in_window = false;
  const skin::Skin skin = tests::skin_of(10e-4);
  const std::vector<double> density =
      insertion::depth_histogram(struck.channels, struck.punctures, skin.window, {0, 10e-6, 20e-6, 30e-6});
  REQUIRE(density.size() == 3);
  CHECK(density[0] == doctest::Approx(1 / 10e-4));
  CHECK(density[1] == doctest::Approx(2 / 10e-4));
  CHECK(density[2] == 0);
  CHECK(insertion::depth_histogram(struck.channels, struck.punctures, skin.window, {}).empty());
}
