#pragma once

#include <cstdint>
#include <vector>

#include "percuta/base/ensemble.hpp"
#include "percuta/base/parameters.hpp"
#include "percuta/numerics/polygon.hpp"

/// How the operator's hand moves the device over the window.
/// Model    parallel tracks per direction and pass; errors of placement, heading, bow, force and speed shrink with
/// skill In       technique, hand, window [m], head width [m], stream keys        Out  strokes (SI) Holds    hand-held
/// rollers; no published map of hand rolling exists: every hand parameter is assumed, wide   Throws  - Checked
/// tests/strokes
namespace percuta::strokes {

/// What the study asks of the operator.
struct Technique {
  std::vector<Quantity> directions;  ///< of the tracks [rad]
  std::int64_t passes = 0;           ///< per direction
  Quantity speed;                    ///< [m/s]
  Quantity force;                    ///< on the device, towards the skin [N]
  Quantity skill;                    ///< 0 first time, 1 expert
};
void describe(Technique& technique, Visitor& visitor);

/// A hand error at both ends of the skill scale.
struct HandError {
  Quantity novice, expert;
};

/// data/hand.toml: the one hand model, for every hand-held device.
struct Hand {
  HandError heading;       ///< standard deviation of a stroke's direction [rad]
  HandError placement;     ///< standard deviation of a track's offset, as a share of the head width [1]
  HandError bow;           ///< standard deviation of a stroke's sideways bow, as a share of its length [1]
  HandError force_spread;  ///< coefficient of variation of the force from stroke to stroke [1]
  HandError force_drift;   ///< same, from the start to the end of a stroke [1]
  HandError overshoot;     ///< mean run beyond the window's edge [m]
  Quantity track_overlap;  ///< share of the head width that neighbouring tracks are meant to overlap [1]
};
void describe(Hand& hand, Visitor& visitor);

/// One movement of the device, skin touched all along.
struct Stroke {
  numerics::Point start;                  ///< of the head's middle [m]
  double heading = 0;                     ///< [rad]
  double length = 0;                      ///< [m]
  double bow = 0;                         ///< sideways excursion at mid-stroke [m]; path is a parabola
  double force_start = 0, force_end = 0;  ///< [N]
  double speed = 0;                       ///< [m/s]
  double phase = 0;                       ///< of the drum at the start, in turns [0, 1)
  std::int32_t direction = 0, pass = 0;
};

/// Position of the head's middle after `s` [m] of the stroke, and the local heading [rad].
struct Pose {
  numerics::Point at;
  double heading = 0;
};
Pose pose_at(const Stroke& stroke, double s);

/// All strokes of one session, in order of time.
std::vector<Stroke> trace(const Technique& technique, const Hand& hand, const numerics::Polygon& window,
                          double head_width, const Member& member, std::uint32_t session);

}  // namespace percuta::strokes
