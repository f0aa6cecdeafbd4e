#include "percuta/healing/reference.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "percuta/base/random.hpp"

namespace percuta::healing {
namespace {

constexpr std::size_t k_places = 1024, k_classes = 64;
constexpr std::size_t k_least_places = 256;
constexpr int k_smooth = 10;  // holes on a tenth of a square reach: a pattern that leaves no gaps
constexpr std::size_t k_coarse_places = 512, k_coarse_classes = 32;
constexpr int k_side_in_reaches = 60, k_margin_in_reaches = 6;  // of the square of skin that is treated
constexpr std::int64_t k_patterns = 2;                          // of holes; later sessions meet them at other places
constexpr int k_most_walks = 12;
constexpr int k_closely = 100;  // one part in that many is near enough
constexpr int k_within = 50;    // one part in that many is still met

numerics::Polygon square(double from, double to) {
  return {{from, from}, {to, from}, {to, to}, {from, to}};
}

std::vector<Hole> chance_pattern(double side, double density, double depth, Stream& stream) {
  std::vector<Hole> holes;
  const auto count = static_cast<std::size_t>(std::lround(side * side * density));
  holes.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    const double x = side * stream.uniform();
    holes.push_back({x, side * stream.uniform(), depth, Hole::Kind::pierced});
  }
  return holes;
}

/// How many places are asked: of a dense pattern fewer, as its dose is the smoother.
std::size_t places_for(double holes_a_reach, bool is_coarse) {
  const std::size_t most = is_coarse ? k_coarse_places : k_places;
  const double wanted = static_cast<double>(k_places) / std::max(1.0, k_smooth * holes_a_reach);
  return std::clamp(static_cast<std::size_t>(wanted), k_least_places, most);
}

}  // namespace

ReferenceWalk::ReferenceWalk(const Rates& rates, const ReferenceCourse& course, const skin::Skin& skin,
                             const DoseResponse& response, const Member& member, const char* purpose, bool is_coarse)
    : law_(law_of(rates, course.age, {})) {
  const Slices slices = slices_of(skin);
  const double top = skin.top_of("papillary_dermis");
  const double reach = rates.signal_reach, margin = k_margin_in_reaches * reach;
  const double side = k_side_in_reaches * reach + 2 * margin;
  const double depth = top + course.dermis_share * slices.thickness, half = 0.5 * rates.reference_width;
  const DoseSetting setting = dose_setting(rates, top, [half](double) { return half; }, slices.depths);
  const std::vector<numerics::Point> places =
      scattered(square(margin, side - margin), places_for(course.density * reach * reach, is_coarse), member, purpose);
  std::vector<std::vector<Hole>> holes;
  std::vector<Visit> visits;
  for (std::int64_t session = 0; session < course.sessions; ++session) {
    if (session < k_patterns) {
      Stream stream({member.seed, member.index, static_cast<std::uint32_t>(session + 1), 0, purpose});
      holes.push_back(chance_pattern(side, course.density, depth, stream));
    }
    visits.push_back({static_cast<double>(session) * course.interval, static_cast<std::size_t>(session % k_patterns)});
    walk_.sessions.push_back(visits.back().time);
  }
  const PieceDoses pieces(doses_at(places, holes, setting), visits, mixed(member.seed + member.index), response);
  classes_ = classes_of(pieces, slices, response, is_coarse ? k_coarse_classes : k_classes);
  walk_.blows = classes_.blows;
  walk_.times = telling_times(walk_.sessions, visits.back().time + course.after, {});
}

Course ReferenceWalk::operator()(double p3) const {
  Law law = law_;
  law.p3 = p3;
  return course_of(law, walk_.times, walk(law, walk_).tissue, classes_);
}

Making making_that_gains(const Rates& rates, const ReferenceWalk& roller) {
  const double wanted = rates.reference_gain, least = rates.making_least, most = rates.making_most;
  const auto gain_of = [](const Course& course) { return course.papillary.back().tissue.gain(); };
  Making best;
  best.rate = std::sqrt(least * most);
  best.roller = roller(best.rate);
  double rate = best.rate, gain = gain_of(best.roller), before = 0, gain_before = 0;  // nothing made: about nothing
  for (int walks = 1; walks < k_most_walks && std::abs(gain - wanted) * k_closely > wanted; ++walks) {
    const double slope = (gain - gain_before) / (rate - before);
    const double next = slope > 0 ? rate + (wanted - gain) / slope : (gain < wanted ? most : least);
    const double held = std::clamp(next, least, most);
    if (held == rate) break;
    before = std::exchange(rate, held);
    Course course = roller(rate);
    gain_before = std::exchange(gain, gain_of(course));
    if (std::abs(gain - wanted) > std::abs(gain_of(best.roller) - wanted)) continue;
    best.rate = rate;
    best.roller = std::move(course);
  }
  best.is_met = std::abs(gain_of(best.roller) - wanted) * k_within <= wanted;
  return best;
}

References reference_courses(const skin::Skin& skin, const Rates& rates, const Member& member, bool is_coarse) {
  const DoseResponse response(law_of(rates, rates.roller.age, {}));
  const ReferenceWalk roller(rates, rates.roller, skin, response, member, "healing.roller", is_coarse);
  Making making = making_that_gains(rates, roller);
  References references;
  references.pen = ReferenceWalk(rates, rates.pen, skin, response, member, "healing.pen", is_coarse)(making.rate);
  references.roller = std::move(making.roller);
  references.making_rate = making.rate;
  references.is_met = making.is_met;
  return references;
}

}  // namespace percuta::healing
