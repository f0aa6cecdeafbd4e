#pragma once

#include <cstdint>
#include <vector>

#include "percuta/base/ensemble.hpp"
#include "percuta/base/parameters.hpp"
#include "percuta/base/result_column.hpp"
#include "percuta/device/device.hpp"
#include "percuta/numerics/geometry/polygon.hpp"
#include "percuta/skin/skin.hpp"

/// How the operator's hand moves the device over the window.
/// Model    parallel tracks, or places that cover the window, per direction and pass; stamps and injections on a grid,
///          shaped patches where the lines are; one hand whose errors shrink with skill and are the same in mm whatever
///          it holds; the session lasts as long as its strokes, lifts and changes
/// In       technique, hand, device, skin, stream keys       Out  strokes (SI)
/// Holds    no published map of a hand exists: every hand parameter is assumed, wide           Throws  InputError
/// Checked  tests/strokes
namespace percuta::strokes {

/// What the study asks of the operator.
struct Technique {
  std::vector<Quantity> directions;  ///< of the tracks [rad]
  std::int64_t passes = 0;           ///< per direction
  Quantity speed;                    ///< over the skin; of an injection, towards it [m/s]
  Quantity force;                    ///< on the device, towards the skin [N]
  Quantity skill;                    ///< 0 first time, 1 expert
  Quantity stretch;                  ///< tension that the other hand adds to the skin; 0 = none [N/m]
  std::string pattern;               ///< injections: "nappage", "papule", "point by point"; else empty
  Quantity spacing;                  ///< between placements or injections; 0 = the pattern's own [m]
  Quantity angle;                    ///< of an injection, off the skin's plane; 0 = the pattern's own [rad]
  Quantity depth;                    ///< to which an injection or RF head is set; 0 = the whole needle [m]
  Quantity hold;                     ///< how long each place is held [s]
  std::string endpoint;              ///< "even bleeding": stops there, after the passes at the latest; else empty
};
void describe(Technique& technique, Visitor& visitor);

/// A key of the technique that asks for what the device's manner does not know, or for more than its needles have.
struct Misfit {
  std::string key, message, hint;
};
std::vector<Misfit> misfits(const Technique& technique, const device::Device& device);

/// Throws InputError for the keys that the device's manner does not know.
void check(const Technique& technique, const device::Device& device);

/// A hand error at both ends of the skill scale.
struct HandError {
  Quantity novice, expert;
};

/// data/injection.toml: what the injection patterns mean.
struct InjectionPattern {
  Quantity spacing, angle, depth;  ///< [m], off the skin's plane [rad], along the needle [m]
};
struct InjectionPatterns {
  InjectionPattern nappage, papule, point_by_point;
};
void describe(InjectionPatterns& patterns, Visitor& visitor);

/// The pattern that the technique names; nappage when it names none.
const InjectionPattern& pattern_of(const Technique& technique, const InjectionPatterns& patterns);
/// The same, with spacing, angle and depth that the technique asks for itself.
InjectionPattern as_asked(const Technique& technique, const InjectionPatterns& patterns);

/// data/hand.toml: the one hand model, for every hand-held device.
struct Hand {
  HandError heading;          ///< standard deviation of a stroke's direction [rad]
  HandError placement;        ///< standard deviation of a track's offset, or of a place either way [m]
  HandError bow;              ///< standard deviation of a stroke's sideways bow, as a share of its length [1]
  HandError force_spread;     ///< coefficient of variation of the force from stroke to stroke [1]
  HandError force_drift;      ///< same, from the start to the end of a stroke [1]
  HandError overshoot;        ///< mean run beyond the window's edge [m]
  HandError angle;            ///< standard deviation of the angle of needles that are held aslant [rad]
  HandError speed_spread;     ///< coefficient of variation of the speed over the skin from stroke to stroke [1]
  HandError dwell;            ///< mean time that the device stands still at either end of a stroke [s]
  HandError lift;             ///< time to lift the device and set it down at the next track or place [s]
  HandError change;           ///< time to turn to another direction, or to take another patch [s]
  Quantity bleeding_density;  ///< strikes into the dermis per area that the eye takes for bleeding [1/m2]
  Quantity bleeding_share;    ///< share of the window that must bleed to be taken for even [1]
  HandError skip;             ///< chance that one of several tracks or places is left out [1]
  Quantity track_overlap;     ///< share of the head that neighbouring tracks or places are meant to overlap [1]
};
void describe(Hand& hand, Visitor& visitor);

/// One movement of the device, skin touched all along; or, with length 0, one placement of it.
struct Stroke {
  numerics::Point start;                  ///< of the head's middle [m]
  double heading = 0;                     ///< [rad]
  double length = 0;                      ///< 0 = a placement [m]
  double bow = 0;                         ///< sideways excursion at mid-stroke [m]; path is a parabola
  double force_start = 0, force_end = 0;  ///< [N]
  double speed = 0;                       ///< over the skin; of a placement, towards it [m/s]
  double dwell = 0;                       ///< standing still at either end; of a placement, all the time there [s]
  double before = 0;                      ///< from the end of the one before to its start [s]
  double phase = 0;                       ///< of the drum or piston at the start, in turns [0, 1)
  double tilt = 0;                        ///< of the needles off the normal, beside what the mechanism gives [rad]
  double depth = 0;                       ///< to which the needles are set, along them; 0 = their whole length [m]
  std::int32_t direction = 0, pass = 0;
};

/// How long the device is on the skin in it [s].
double duration(const Stroke& stroke);
/// What the strokes and all between them take; undefined without strokes [s].
double session_time(const std::vector<Stroke>& strokes);

/// How far round the needles of a stroke the skin counts as treated: half of the way to the next needle on the device;
/// of a single needle to the middle between four places [m].
double reach_around(const Technique& technique, const InjectionPatterns& patterns, const device::Device& device);

/// What results.json says of the strokes, in its order.
std::vector<ResultOf<std::vector<Stroke>>> results();

/// Position of the head's middle after `s` [m] of the stroke, and the local heading [rad].
struct Pose {
  numerics::Point at;
  double heading = 0;
};
Pose pose_at(const Stroke& stroke, double s);

/// All strokes of one session, in order of time. The injection patterns are used by devices of the manner `inject`
/// alone. Throws InputError as check() does.
std::vector<Stroke> trace(const Technique& technique, const Hand& hand, const InjectionPatterns& patterns,
                          const device::Device& device, const skin::Skin& skin, const Member& member,
                          std::uint32_t session);

/// About how many strokes or places `trace` gives, and how long the strokes are together [m]. Takes no longer for more
/// of them. Throws InputError as check() does.
struct Workload {
  double strokes = 0, length = 0;
  double dwell = 0;  ///< standing still with the skin under the device [s]
};
Workload workload(const Technique& technique, const Hand& hand, const InjectionPatterns& patterns,
                  const device::Device& device, const skin::Skin& skin);

}  // namespace percuta::strokes
