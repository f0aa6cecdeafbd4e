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

}  // namespace percuta::strokes
