#include "percuta/insertion/layered_compliance.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <numbers>

using namespace percuta::insertion;

namespace {

constexpr double k_modulus = 2e6;
constexpr double k_tip = 10e-6;

Ground even_ground(std::vector<double> thicknesses = {}) {
  Ground ground;
  for (const double thickness : thicknesses) ground.media.push_back({k_modulus, thickness});
  ground.media.push_back({k_modulus, k_everywhere});
  return ground;
}

Ground soft_below(double modulus) {
  Ground ground;
  ground.media = {{20e6, 80e-6}, {k_modulus, 1e-3}, {modulus, 3e-3}, {1e9, k_everywhere}};
  return ground;
}

double total(const Ground& ground, const Bed& bed = {}) {
  const Compliance compliance = layered_compliance(ground, k_tip, bed);
  return compliance.near + compliance.far;
}

}  // namespace

TEST_CASE("[law] an even half-space gives as under a flat punch, however it is cut into layers") {
  const double punch = 1 / (2 * k_modulus * k_tip);
  CHECK(total(even_ground()) == doctest::Approx(punch).epsilon(1e-12));
  CHECK(total(even_ground({20e-6, 80e-6, 1e-3})) == doctest::Approx(punch).epsilon(1e-12));
  CHECK(layered_compliance(even_ground(), k_tip, {}).far == 0);
}

TEST_CASE("[law] a softer layer below gives more, a stiffer one less") {
  CHECK(total(soft_below(10e3)) > total(soft_below(50e3)));
  CHECK(total(soft_below(50e3)) > total(soft_below(1e6)));
  Ground rigid = soft_below(50e3);
  rigid.media[2].thickness = 0.1e-3;  // bone near below
  CHECK(total(rigid) < total(soft_below(50e3)));
}

TEST_CASE("[law] load that passes a stiff layer spreads by its equivalent thickness") {
  Ground ground;
  ground.media = {{8 * k_modulus, 50e-6}, {k_modulus, k_everywhere}};
  const double b = 2 / std::numbers::pi;
  const double upper = (1 / k_tip - 1 / (k_tip + b * 50e-6)) / (2 * 8 * k_modulus);
  const double lower = 1 / (2 * k_modulus * (k_tip + b * 100e-6));  // cbrt(8) = 2 times as thick
  CHECK(total(ground) == doctest::Approx(upper + lower));
}

TEST_CASE("[law] neighbours share the ground: near and far meet where their loads merge, and no load is lost") {
  const Bed bed{100, 5e-3};
  const Compliance compliance = layered_compliance(even_ground(), k_tip, bed);
  const double merging = (5e-3 - k_tip) / 9;
  CHECK(compliance.near == doctest::Approx((1 / k_tip - 1 / merging) / (2 * k_modulus)));
  // All the array's force on a punch of its footprint, from there on.
  CHECK(compliance.far == doctest::Approx(100 / (2 * k_modulus * (merging + 5e-3 - k_tip))));
  CHECK(compliance.near < total(even_ground()));
  CHECK(total(even_ground(), bed) > total(even_ground()));
}

TEST_CASE("[law] more or denser neighbours dent the skin more") {
  CHECK(total(even_ground(), {200, 5e-3}) > total(even_ground(), {100, 5e-3}));
  CHECK(total(even_ground(), {100, 3e-3}) > total(even_ground(), {100, 5e-3}));
  CHECK(total(even_ground(), {1.0001, 5e-3}) == doctest::Approx(total(even_ground())).epsilon(1e-2));
}

TEST_CASE("[law] a ring that holds the skin, tension and too little time each make it give less") {
  const Bed bed{6, 2e-3};
  Bed held = bed;
  held.aperture = 3e-3;
  CHECK(total(soft_below(10e3), held) < total(soft_below(10e3), bed));
  Bed wider = held;
  wider.aperture = 6e-3;
  CHECK(total(soft_below(10e3), held) < total(soft_below(10e3), wider));
  Ground tense = soft_below(10e3);
  tense.tension = 10;
  Ground tenser = soft_below(10e3);
  tenser.tension = 50;
  CHECK(total(tense) < total(soft_below(10e3)));
  CHECK(total(tenser) < total(tense));
  CHECK(total(tenser, bed) < total(tense, bed));
  Ground fast = soft_below(10e3);
  fast.yielding_depth = 0.5e-3;
  Ground faster = soft_below(10e3);
  faster.yielding_depth = 0.2e-3;
  CHECK(total(fast) < total(soft_below(10e3)));
  CHECK(total(faster) < total(fast));
}

TEST_CASE("[unit] an array sinks less on bone than on muscle, and less on stiff muscle than on soft") {
  const auto dent = [](double beneath) {
    Ground ground = soft_below(20e3);
    ground.media.back().modulus = beneath;
    return layered_compliance(ground, k_tip, {100, 10e-3}).far;
  };
  CHECK(dent(10e9) < dent(200e3));
  CHECK(dent(200e3) < dent(20e3));
}
