#include "percuta/punctures/roller.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <numbers>
#include <set>

#include "device/roller_fixture.hpp"
#include "percuta/punctures/roller_kinematics.hpp"
#include "punctures/guidance_fixture.hpp"
#include "skin/declared.hpp"
#include "skin/skin_fixture.hpp"
#include "strokes/hand_fixture.hpp"

using namespace percuta;
using punctures::Puncture;
using punctures::Punctures;

namespace {

const Member k_member{7, 0, 32};

strokes::Stroke straight(double length = 40e-3) {
  strokes::Stroke stroke;
  stroke.start = {10e-3, 30e-3};
  stroke.length = length;
  stroke.force_start = 1;
  stroke.force_end = 3;
  return stroke;
}

Punctures roll(const std::vector<strokes::Stroke>& strokes, const device::Device& device,
               const punctures::Guidance& guidance = tests::no_guidance(), const Member& member = k_member) {
  return punctures::land_roller(strokes, device, tests::skin_of(), guidance, member);
}

/// How far ahead of the drum's middle its tips meet the skin [m].
double lead() {
  return punctures::roller_kinematics(tests::roller()).entry_lead;
}

/// Strikes per cm2 and pass of a perfect hand, on a site without near edges.
double density_per_pass(double rolling_share) {
  skin::SiteData site = tests::site();
  site.outline = {{0, 0}, {0.3, 0}, {0.3, 0.3}, {0, 0.3}};
  site.area = certain(900e-4);
  const skin::Skin skin = skin::build(site, tests::mechanics(), tests::person(), 30e-4);
  strokes::Technique technique = tests::technique();
  technique.passes = 50;
  device::Device device = tests::roller();
  device.drum.rolling_share = certain(rolling_share);
  const auto strokes = strokes::trace(technique, tests::perfect_hand(), tests::patterns(), device, skin, k_member, 1);
  const Punctures all = punctures::land_roller(strokes, device, skin, tests::no_guidance(), k_member);
  return punctures::cover(all, skin.window).density * 1e-4 / 100;
}

}  // namespace

TEST_CASE("[unit] the drum prints its rows across and its columns along the stroke") {
  const Punctures printed = roll({straight()}, tests::roller());
  const double pitch = 2 * std::numbers::pi * 10e-3 / 24;
  REQUIRE(printed.all.size() == 8 * 16);  // 40 mm hold 15 pitches of 2.62 mm
  for (std::size_t i = 0; i < printed.all.size(); ++i) {
    const Puncture& p = printed.all[i];
    CHECK(p.x == doctest::Approx(10e-3 + lead() + static_cast<double>(i / 8) * pitch));
    CHECK(p.y == doctest::Approx(30e-3 + (static_cast<double>(i % 8) - 3.5) * 2.5e-3));
    CHECK(p.needle == static_cast<std::int32_t>(i % 8 * 24 + i / 8));
    CHECK_FALSE(p.is_reentry);
  }
  CHECK(printed.holes == 128);
  CHECK(printed.outside == 0);
}

TEST_CASE("[law] one pass leaves the density that the drum's geometry asks for, by rolling radius") {
  CHECK(std::abs(density_per_pass(0) - 15.3) < 0.2);
  CHECK(std::abs(density_per_pass(1) - 13.3) < 0.2);
}

TEST_CASE("[law] between drum and tip circle the density lies between, and the shipped share is between") {
  CHECK(density_per_pass(0.5) < density_per_pass(0));
  CHECK(density_per_pass(0.5) > density_per_pass(1));
  const auto shipped = tests::shipped<device::Device>("devices/roller-192.toml");
  CHECK(shipped.drum.rolling_share.low > 0);
  CHECK(shipped.drum.rolling_share.high < 1);
}

TEST_CASE("[law] the length of the needles changes the print only through rolling radius and entry") {
  device::Device longer = tests::roller();
  longer.needle.length = certain(2.5e-3);
  const Punctures printed = roll({straight()}, tests::roller()), far = roll({straight()}, longer);
  const double further = punctures::roller_kinematics(longer).entry_lead - lead();
  REQUIRE(printed.all.size() == far.all.size());
  for (std::size_t i = 0; i < far.all.size(); ++i) {
    CHECK(far.all[i].x == doctest::Approx(printed.all[i].x + further));
    CHECK(far.all[i].y == printed.all[i].y);
  }
}

TEST_CASE("[law] rigid skin is entered aslant, skin that travels along is not, and the tip is as fast as the roll") {
  strokes::Stroke stroke = straight();
  stroke.speed = 50e-3;
  punctures::Guidance guidance = tests::no_guidance();
  const auto first = [&](double compliance) {
    guidance.lateral_compliance = certain(compliance);
    return roll({stroke}, tests::roller(), guidance).all.front();
  };
  const double entry = punctures::roller_kinematics(tests::roller()).entry_angle;
  CHECK(first(0).tilt == doctest::Approx(entry));
  CHECK(first(0.3e-3).tilt < entry);
  CHECK(first(0.3e-3).tilt > 0);
  CHECK(first(1.6e-3).tilt == 0);
  CHECK(first(0).speed == doctest::Approx(50e-3 * 1.15 * std::sin(entry)));
  CHECK(first(0).x == first(1.6e-3).x);
}

TEST_CASE("[law] the force goes with the place along the stroke") {
  for (const Puncture& p : roll({straight()}, tests::roller()).all) {
    CHECK(p.force == doctest::Approx(1 + 2 * (p.x - lead() - 10e-3) / 40e-3));
  }
}

TEST_CASE("[law] the phase of the drum moves the print and turns the needles on") {
  strokes::Stroke stroke = straight();
  stroke.phase = 0.5 / 24;
  const Punctures printed = roll({stroke}, tests::roller());
  CHECK(printed.all.front().x == doctest::Approx(10e-3 + lead() + std::numbers::pi * 10e-3 / 24));
  CHECK(printed.all.front().needle == 1);
}

TEST_CASE("[law] staggered rows land half a pitch on, and as many needles land") {
  device::Device device = tests::roller();
  device.drum.is_staggered = true;
  const Punctures printed = roll({straight(4 * std::numbers::pi * 10e-3 / 3 - 1e-6)}, device);
  CHECK(printed.all.size() == 8 * 16);
  CHECK(printed.all[4].x - printed.all[0].x == doctest::Approx(std::numbers::pi * 10e-3 / 24));
  std::set<std::int32_t> needles;
  for (const Puncture& p : printed.all) needles.insert(p.needle);
  CHECK(needles.size() == 8 * 16);
}

TEST_CASE("[law] strikes beyond the outline are counted and left out") {
  strokes::Stroke stroke = straight();
  stroke.start = {40e-3, 30e-3};
  const Punctures printed = roll({stroke}, tests::roller());
  CHECK(printed.outside > 0);
  CHECK(static_cast<std::int64_t>(printed.all.size()) + printed.outside == 128);
  for (const Puncture& p : printed.all) CHECK(p.x <= 60e-3);
}

TEST_CASE("[law] a stroke rolled twice in the same place makes no new holes where holes capture") {
  punctures::Guidance guidance = tests::no_guidance();
  guidance.capture_distance = certain(0.1e-3);
  strokes::Stroke again = straight();
  again.start.x += 0.09e-3;
  const Punctures printed = roll({straight(), again}, tests::roller(), guidance);
  CHECK(printed.holes == 128);
  for (std::size_t i = 128; i < printed.all.size(); ++i) {
    CHECK(printed.all[i].is_reentry);
    CHECK(printed.all[i].x == printed.all[i - 128].x);
    CHECK(printed.all[i].hole == printed.all[i - 128].hole);
  }
}

TEST_CASE("[law] a tip beyond the capture distance makes its own hole") {
  punctures::Guidance guidance = tests::no_guidance();
  guidance.capture_distance = certain(0.1e-3);
  strokes::Stroke again = straight();
  again.start.x += 0.11e-3;
  CHECK(roll({straight(), again}, tests::roller(), guidance).holes == 256);
}

TEST_CASE("[law] distinct holes stand further apart than the capture distance") {
  punctures::Guidance guidance = tests::no_guidance();
  guidance.capture_distance = certain(0.4e-3);
  const auto strokes = strokes::trace(tests::technique(), tests::human_hand(), tests::patterns(), tests::roller(),
                                      tests::skin_of(), k_member, 1);
  std::vector<Puncture> holes;
  for (const Puncture& p : roll(strokes, tests::roller(), guidance).all) {
    if (p.is_reentry) continue;
    for (const Puncture& hole : holes) REQUIRE(std::hypot(hole.x - p.x, hole.y - p.y) > 0.4e-3);
    holes.push_back(p);
  }
  CHECK(holes.size() > 100);
}

TEST_CASE("[law] a needle errs in seat and length the same way each time it lands, and differs from the others") {
  device::Device device = tests::roller();
  device.needle.length_spread = certain(0.05e-3);
  punctures::Guidance guidance = tests::no_guidance();
  guidance.seat_error = certain(0.1e-3);
  strokes::Stroke again = straight();
  again.start.y += 0.1e-3;
  const Punctures printed = roll({straight(), again}, device, guidance);
  REQUIRE(printed.all.size() == 256);
  double aside = 0, length = 0;
  for (std::size_t i = 0; i < 128; ++i) {
    const Puncture &first = printed.all[i], &second = printed.all[i + 128];
    CHECK(second.y - first.y == doctest::Approx(0.1e-3));
    CHECK(second.length == first.length);
    const double meant = 30e-3 + (static_cast<double>(i % 8) - 3.5) * 2.5e-3;
    aside += (first.y - meant) * (first.y - meant);
    length += (first.length - 1.5e-3) * (first.length - 1.5e-3);
  }
  CHECK(std::sqrt(aside / 128) == doctest::Approx(0.1e-3).epsilon(0.2));
  CHECK(std::sqrt(length / 128) == doctest::Approx(0.05e-3).epsilon(0.2));
}

TEST_CASE("[law] the slit is what the sweep exceeds the skin's compliance by") {
  const Punctures printed = roll({straight()}, tests::roller());
  CHECK(printed.slit == doctest::Approx(printed.tip_sweep - 0.3e-3));
  punctures::Guidance soft = tests::no_guidance();
  soft.lateral_compliance = certain(2e-3);
  CHECK(roll({straight()}, tests::roller(), soft).slit == 0);
}

TEST_CASE("[unit] a stroke shorter than a pitch may print nothing") {
  strokes::Stroke stroke = straight(1e-3);
  stroke.phase = 0.1 / 24;
  CHECK(roll({stroke}, tests::roller()).all.empty());
}

TEST_CASE("[law] on curved skin the outer rows strike with less force, and none where the drum does not touch") {
  punctures::Guidance curved = tests::no_guidance();
  curved.skin_radius = certain(80e-3);
  curved.skin_give = certain(2e-3);
  const Punctures flat = roll({straight()}, tests::roller()), all = roll({straight()}, tests::roller(), curved);
  REQUIRE(all.all.size() == flat.all.size());
  double sum = 0, sum_flat = 0;
  for (std::size_t i = 0; i < all.all.size(); ++i) {
    const auto row = i % 8;
    CHECK((all.all[i].force < flat.all[i].force) == (row < 2 || row > 5));
    sum += all.all[i].force;
    sum_flat += flat.all[i].force;
  }
  CHECK(sum == doctest::Approx(sum_flat).epsilon(1e-4));
  curved.skin_radius = certain(40e-3);
  curved.skin_give = certain(0.5e-3);
  CHECK(roll({straight()}, tests::roller(), curved).all.size() * 8 == flat.all.size() * 6);
}
