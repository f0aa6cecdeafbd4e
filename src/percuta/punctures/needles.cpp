#include "percuta/punctures/needles.hpp"

#include <cmath>
#include <numbers>

#include "percuta/base/random.hpp"

namespace percuta::punctures {
namespace {

constexpr std::uint32_t k_any_session = 0;  // sessions count from 1

Stream flaw(const Member& member, std::uint32_t needle, std::string_view purpose) {
  return Stream({member.seed, member.index, k_any_session, needle, purpose});
}

}  // namespace

std::vector<MadeNeedle> make_needles(const std::vector<numerics::Point>& meant, const device::Device& device,
                                     const Guidance& guidance, const Member& member) {
  const device::Wear& wear = device.wear;
  std::vector<MadeNeedle> needles;
  needles.reserve(meant.size());
  for (std::size_t n = 0; n < meant.size(); ++n) {
    const auto number = static_cast<std::uint32_t>(n);
    if (wear.missing_share > 0 && flaw(member, number, "punctures.missing").uniform() < wear.missing_share) continue;
    MadeNeedle needle;
    needle.number = static_cast<std::int32_t>(n);
    Stream seat = flaw(member, number, "punctures.seat");
    needle.along = meant[n].x + guidance.seat_error * seat.normal();
    needle.aside = meant[n].y + guidance.seat_error * seat.normal();
    Stream bent = flaw(member, number, "punctures.bent");
    if (wear.bent_share > 0 && bent.uniform() < wear.bent_share) {
      const double towards = 2 * std::numbers::pi * bent.uniform();
      needle.along += wear.bend * std::cos(towards);
      needle.aside += wear.bend * std::sin(towards);
    }
    needle.longer = device.needle.length_spread * flaw(member, number, "punctures.length").normal();
    needles.push_back(needle);
  }
  return needles;
}

}  // namespace percuta::punctures
