#include "percuta/punctures/needles.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "device/head_fixture.hpp"
#include "punctures/guidance_fixture.hpp"

using namespace percuta;
using punctures::MadeNeedle;

namespace {

const Member k_member{7, 0, 32};
constexpr std::size_t k_many = 4000;

std::vector<MadeNeedle> made(const device::Device& device, const punctures::Guidance& guidance = tests::no_guidance(),
                             const Member& member = k_member) {
  return punctures::make_needles(std::vector<numerics::Point>(k_many, {1e-3, 2e-3}), device, guidance, member);
}

double distance(const MadeNeedle& needle) {
  return std::hypot(needle.along - 1e-3, needle.aside - 2e-3);
}

}  // namespace

TEST_CASE("[unit] flawless needles stand where they are meant to") {
  const std::vector<MadeNeedle> needles = made(tests::stamp("grid", 4));
  REQUIRE(needles.size() == k_many);
  for (std::size_t i = 0; i < k_many; ++i) {
    CHECK(needles[i].number == static_cast<std::int32_t>(i));
    CHECK(distance(needles[i]) == 0);
    CHECK(needles[i].longer == 0);
  }
}

TEST_CASE("[law] the share of missing needles is missing, and the others keep their numbers and flaws") {
  device::Device device = tests::stamp("grid", 4);
  punctures::Guidance guidance = tests::no_guidance();
  guidance.seat_error = certain(50e-6);
  const std::vector<MadeNeedle> whole = made(device, guidance);
  device.wear.missing_share = certain(0.2);
  const std::vector<MadeNeedle> gapped = made(device, guidance);
  CHECK(static_cast<double>(gapped.size()) == doctest::Approx(0.8 * k_many).epsilon(0.05));
  for (const MadeNeedle& needle : gapped) {
    CHECK(needle.along == whole[static_cast<std::size_t>(needle.number)].along);
  }
  device.wear.missing_share = certain(1);
  CHECK(made(device).empty());
}

TEST_CASE("[law] the share of bent needles stands off by the bend, in every direction") {
  device::Device device = tests::stamp("grid", 4);
  device.wear.bent_share = certain(0.3);
  device.wear.bend = certain(0.2e-3);
  int bent = 0;
  double along = 0, aside = 0;
  for (const MadeNeedle& needle : made(device)) {
    if (distance(needle) == 0) continue;
    CHECK(distance(needle) == doctest::Approx(0.2e-3));
    ++bent;
    along += needle.along - 1e-3;
    aside += needle.aside - 2e-3;
  }
  CHECK(bent == doctest::Approx(0.3 * k_many).epsilon(0.1));
  CHECK(std::abs(along / bent) < 0.02e-3);
  CHECK(std::abs(aside / bent) < 0.02e-3);
  device.wear.bend = certain(0);
  for (const MadeNeedle& needle : made(device)) CHECK(distance(needle) == 0);
}

TEST_CASE("[law] seats and lengths spread as told") {
  device::Device device = tests::stamp("grid", 4);
  device.needle.length_spread = certain(0.05e-3);
  punctures::Guidance guidance = tests::no_guidance();
  guidance.seat_error = certain(0.1e-3);
  double seat = 0, length = 0;
  for (const MadeNeedle& needle : made(device, guidance)) {
    seat += distance(needle) * distance(needle) / 2;
    length += needle.longer * needle.longer;
  }
  CHECK(std::sqrt(seat / k_many) == doctest::Approx(0.1e-3).epsilon(0.05));
  CHECK(std::sqrt(length / k_many) == doctest::Approx(0.05e-3).epsilon(0.05));
}

TEST_CASE("[law] another member has another device") {
  punctures::Guidance guidance = tests::no_guidance();
  guidance.seat_error = certain(0.1e-3);
  const device::Device device = tests::stamp("grid", 4);
  CHECK(made(device, guidance)[0].along == made(device, guidance)[0].along);
  CHECK(made(device, guidance)[0].along != made(device, guidance, {7, 1, 32})[0].along);
}
