#pragma once

#include <string_view>

#include "percuta/base/random.hpp"
#include "percuta/strokes/strokes.hpp"

/// How a hand errs, whatever it holds.
namespace percuta::strokes {

/// The hand's errors at one skill, in SI.
struct HandErrors {
  double heading = 0, placement = 0, bow = 0, force_spread = 0, force_drift = 0, overshoot = 0, angle = 0, skip = 0;
  double speed_spread = 0, dwell = 0, lift = 0, change = 0;
};

/// Each error between novice and expert by skill.
HandErrors errors_of(const Hand& hand, double skill);

/// Numbers for one stroke, each purpose from its own stream.
class HandChance {
 public:
  HandChance(const Member& member, std::uint32_t session, std::uint32_t stroke)
      : key_{member.seed, member.index, session, stroke, ""} {}
  double normal(std::string_view purpose) const { return stream(purpose).normal(); }
  double uniform(std::string_view purpose) const { return stream(purpose).uniform(); }
  double exponential(std::string_view purpose) const;  ///< mean 1
  /// A factor with mean 1 and the given coefficient of variation, never below 0.
  double log_normal_factor(std::string_view purpose, double variation) const;

 private:
  Stream stream(std::string_view purpose) const;
  StreamKey key_;
};

}  // namespace percuta::strokes
