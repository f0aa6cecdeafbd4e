#pragma once

#include <vector>

#include "percuta/strokes/strokes.hpp"

/// What the hand means to do, before it errs.
namespace percuta::strokes {

/// One straight track or, where it ends as it begins, one place; in the frame of its direction.
struct Aim {
  double direction = 0;       ///< [rad]
  double offset = 0;          ///< across, of the head's middle [m]
  double begin = 0, end = 0;  ///< along [m]
  double angle = 0;           ///< at which the needles are held, off the skin's plane; 0 = square to it [rad]
  double depth = 0;           ///< to which they are set; 0 = their whole length [m]
  bool is_place() const { return begin == end; }
};

/// What there is to do, with what.
struct Task {
  const Technique& technique;
  const Hand& hand;
  const InjectionPatterns& patterns;
  const device::Device& device;
  const skin::Skin& skin;
};

/// One pass in one direction, in order of time, for each manner.
std::vector<Aim> tracks(const Task& task, double direction);      ///< roll and glide
std::vector<Aim> placements(const Task& task, double direction);  ///< place
std::vector<Aim> injections(const Task& task, double direction);  ///< inject

/// A point of the frame of `direction` in the site's frame; with -direction the other way round.
numerics::Point turned(numerics::Point point, double direction);

/// Bands `width` wide and `spacing` apart across the direction, centred on the window and as many as cover it, each as
/// long as the window is under it.
std::vector<Aim> bands_over(const numerics::Polygon& window, double direction, double width, double spacing);

/// How far places stand apart [m].
struct Step {
  double along = 0, across = 0;
};

/// Places a step apart, one of them on `middle`, those inside the window; that on `middle` in any case.
std::vector<Aim> places_round(numerics::Point middle, const numerics::Polygon& window, double direction,
                              const Step& step);

/// How much there is to do in one pass of one direction: how many tracks or places, and how long the tracks are
/// together [m].
struct Extent {
  double aims = 0, length = 0;
};
/// As `bands_over`, or with `along` [m] places so far apart on them; as `places_round`. Of very many only a part is
/// looked at: neither list nor time grows with them.
Extent extent_of_bands(const numerics::Polygon& window, double direction, double width, double spacing, double along);
Extent extent_of_places(numerics::Point middle, const numerics::Polygon& window, double direction, const Step& step);

/// How placements are laid: round a middle, or over bands as wide as the head.
struct Laying {
  bool is_round = false;
  numerics::Point middle;
  double width = 0;  ///< [m]
  Step step;
};
Laying laying_of(const Task& task);

/// The extent of what `tracks`, `placements` or `injections` give for the device's manner.
Extent extent_of(const Task& task, double direction);

}  // namespace percuta::strokes
