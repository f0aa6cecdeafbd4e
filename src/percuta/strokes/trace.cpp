#include <algorithm>
#include <cmath>
#include <numbers>

#include "percuta/base/random.hpp"
#include "percuta/strokes/strokes.hpp"

namespace percuta::strokes {
namespace {

/// What the hand means to do: one straight line, in the frame of its direction.
struct Track {
  double direction = 0;       ///< [rad]
  double offset = 0;          ///< across, of the head's middle [m]
  double begin = 0, end = 0;  ///< along [m]
};

/// The hand's errors at this skill, in SI.
struct Errors {
  double heading, placement, bow, force_spread, force_drift, overshoot;
};

Errors errors_of(const Hand& hand, double skill, double head_width) {
  const auto at = [skill](const HandError& error) { return error.novice + (error.expert - error.novice) * skill; };
  return {at(hand.heading),  head_width * at(hand.placement), at(hand.bow), at(hand.force_spread), at(hand.force_drift),
          at(hand.overshoot)};
}

numerics::Point turned(numerics::Point p, double angle) {
  const double c = std::cos(angle), s = std::sin(angle);
  return {c * p.x - s * p.y, s * p.x + c * p.y};
}

/// Parallel tracks that cover the window, side by side, each as long as the window is under it.
std::vector<Track> tracks_over(const numerics::Polygon& window, double direction, double head_width, double spacing) {
  numerics::Polygon level = window;
  for (numerics::Point& p : level) p = turned(p, -direction);
  const numerics::Box box = numerics::bounding_box(level);
  const double extent = box.high.y - box.low.y;
  const auto n = static_cast<std::int64_t>(std::max(1.0, std::ceil(extent / spacing)));
  const double middle = 0.5 * (box.low.y + box.high.y);
  std::vector<Track> tracks;
  for (std::int64_t k = 0; k < n; ++k) {
    const double offset = middle + (static_cast<double>(k) - 0.5 * static_cast<double>(n - 1)) * spacing;
    const numerics::Box strip{{box.low.x, offset - 0.5 * head_width}, {box.high.x, offset + 0.5 * head_width}};
    const numerics::Polygon under = numerics::clipped(level, strip);
    if (under.empty()) continue;
    const numerics::Box reach = numerics::bounding_box(under);
    tracks.push_back({direction, offset, reach.low.x, reach.high.x});
  }
  return tracks;
}

/// Numbers for one stroke, each purpose from its own stream.
class Chance {
 public:
  Chance(const Member& member, std::uint32_t session, std::uint32_t stroke)
      : key_{member.seed, member.index, session, stroke, ""} {}
  double normal(std::string_view purpose) const { return stream(purpose).normal(); }
  double uniform(std::string_view purpose) const { return stream(purpose).uniform(); }

 private:
  Stream stream(std::string_view purpose) const {
    StreamKey key = key_;
    key.purpose = purpose;
    return Stream(key);
  }
  StreamKey key_;
};

/// A factor with mean 1 and the given coefficient of variation, never below 0.
double log_normal_factor(double variation, double normal) {
  const double variance = std::log1p(variation * variation);
  return std::exp(std::sqrt(variance) * normal - 0.5 * variance);
}

Stroke stroke_along(const Track& track, bool is_back, const Errors& errors, const Technique& technique,
                    const Chance& chance) {
  const double before = -errors.overshoot * std::log(chance.uniform("strokes.overshoot_start"));
  const double after = -errors.overshoot * std::log(chance.uniform("strokes.overshoot_end"));
  Stroke stroke;
  stroke.length = track.end - track.begin + before + after;
  const double turn = errors.heading * chance.normal("strokes.heading");
  stroke.heading = track.direction + turn + (is_back ? std::numbers::pi : 0);
  const double offset = track.offset + errors.placement * chance.normal("strokes.placement");
  const double shift = 0.5 * (is_back ? before - after : after - before);
  const numerics::Point middle = turned({0.5 * (track.begin + track.end) + shift, offset}, track.direction);
  const double half = 0.5 * stroke.length;
  stroke.start = {middle.x - half * std::cos(stroke.heading), middle.y - half * std::sin(stroke.heading)};
  stroke.bow = errors.bow * stroke.length * chance.normal("strokes.bow");
  const double force = technique.force * log_normal_factor(errors.force_spread, chance.normal("strokes.force"));
  const double drift = std::exp(0.5 * errors.force_drift * chance.normal("strokes.force_drift"));
  stroke.force_start = force / drift;
  stroke.force_end = force * drift;
  stroke.speed = technique.speed;
  stroke.phase = chance.uniform("strokes.phase");
  return stroke;
}

}  // namespace

std::vector<Stroke> trace(const Technique& technique, const Hand& hand, const numerics::Polygon& window,
                          double head_width, const Member& member, std::uint32_t session) {
  const Errors errors = errors_of(hand, technique.skill, head_width);
  const double spacing = head_width * (1 - hand.track_overlap);
  std::vector<Stroke> strokes;
  for (std::size_t d = 0; d < technique.directions.size(); ++d) {
    const double direction = technique.directions[d];
    const std::vector<Track> tracks = tracks_over(window, direction, head_width, spacing);
    for (std::int32_t pass = 0; pass < technique.passes; ++pass) {
      for (const Track& track : tracks) {
        const auto index = static_cast<std::uint32_t>(strokes.size());
        const bool is_back = index % 2 == 1;
        strokes.push_back(stroke_along(track, is_back, errors, technique, Chance(member, session, index)));
        strokes.back().direction = static_cast<std::int32_t>(d);
        strokes.back().pass = pass;
      }
    }
  }
  return strokes;
}

}  // namespace percuta::strokes
