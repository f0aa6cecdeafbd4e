#include <doctest/doctest.h>

#include <cmath>

#include "insertion/insertion_fixture.hpp"
#include "percuta/insertion/vessels.hpp"

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
      channels.all.push_back({depth * 1e-6, depth * 1e-3, 0, 0});
      punctures.all.emplace_back().in_window = true;
    }
  }
};

Reach reach_of(const Struck& struck, const skin::Skin& skin = tests::skin_of()) {
  return insertion::reach(struck.channels, struck.punctures, tests::roller(), skin, tests::contact());
}

}  // namespace

TEST_CASE("[unit] a strike reaches a layer when it passes its upper face") {
  // Faces of the test skin: 20, 80 and 1080 um.
  const Struck struck({0, 10, 20, 30, 90, 500, 1100, 1200});
  const Reach reach = reach_of(struck);
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
  const Reach reach = reach_of(struck);
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
  const Reach usual = reach_of(struck);
  const Reach less = reach_of(struck, skin);
  CHECK(less.reach_epidermis < usual.reach_epidermis);
  CHECK(less.reach_dermis < usual.reach_dermis);
  CHECK(less.reach_fat < usual.reach_fat);
}

TEST_CASE("[unit] of no strike there is no mean and no share, of no pierced one no hole") {
  const Reach none = reach_of(Struck({}));
  for (const double number :
       {none.depth_in_place, none.pierced_share, none.force_per_needle, none.reach_epidermis, none.reach_dermis,
        none.reach_fat, none.residual_depth, none.channel_width, none.force_margin, none.capillary_strikes,
        none.bleeding_share, none.skin_energy_share, none.dermis_force}) {
    CHECK(std::isnan(number));
  }
  const Reach dented = reach_of(Struck({0, 0}));
  CHECK(dented.pierced_share == 0);
  CHECK(dented.depth_in_place == 0);
  CHECK(dented.reach_dermis == 0);
  CHECK(dented.bleeding_share == 0);
  CHECK(std::isnan(dented.residual_depth));
  CHECK(std::isnan(dented.channel_width));
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

TEST_CASE("[law] what stays is averaged over the holes, vessels over all strikes") {
  Struck struck({0, 0, 500, 900});
  struck.channels.all[2].residual_depth = 100e-6;
  struck.channels.all[2].width = 50e-6;
  struck.channels.all[3].residual_depth = 300e-6;
  struck.channels.all[3].width = 90e-6;
  const Reach reach = reach_of(struck);
  CHECK(reach.residual_depth == doctest::Approx(200e-6));
  CHECK(reach.channel_width == doctest::Approx(70e-6));
  const insertion::VesselHits hits(insertion::needle_form(tests::roller().needle), tests::skin_of(), tests::contact());
  CHECK(reach.capillary_strikes == doctest::Approx((hits(500e-6) + hits(900e-6)) / 4));
  CHECK(reach.bleeding_share == doctest::Approx((2 - std::exp(-hits(500e-6)) - std::exp(-hits(900e-6))) / 4));
}

TEST_CASE("[unit] the margin is against the strike in the window that was resisted most") {
  Struck struck({100, 200, 900});  // as many mN
  struck.punctures.all[2].in_window = false;
  struck.channels.failure_force = 1;
  struck.channels.failure = "buckling";
  struck.channels.tip_force = 50e-3;
  CHECK(reach_of(struck).force_margin == doctest::Approx(5));
  struck.channels.failure = "yield";
  CHECK(reach_of(struck).force_margin == doctest::Approx(20));
}

TEST_CASE("[unit] the skin's share of the work is what does not go into the body and the array's dent") {
  Struck struck({100});
  CHECK(std::isnan(reach_of(struck).skin_energy_share));
  struck.channels.skin_energy = 3e-6;
  struck.channels.backing_energy = 1e-6;
  CHECK(reach_of(struck).skin_energy_share == doctest::Approx(0.75));
}

TEST_CASE("[unit] a bench skin has only the layers that it names") {
  skin::Skin gel = tests::skin_of();
  gel.layers = {{"gel", 0, 5e-3, 1e6}};
  const Reach reach = reach_of(Struck({500}), gel);
  CHECK(reach.pierced_share == 1);
  CHECK(reach.reach_epidermis == 0);
  CHECK(reach.reach_fat == 0);
}
