#pragma once

#include <vector>

#include "percuta/numerics/geometry/polygon.hpp"
#include "percuta/punctures/punctures.hpp"
#include "percuta/report/figures/svg.hpp"
#include "percuta/skin/skin.hpp"

namespace percuta::report {

/// A piece of the site's plane [m] laid on a frame of pixels: the same scale both ways, y upwards.
class MapView {
 public:
  /// Shows at least `box`, with a margin, and fills the frame.
  static MapView fitting(const numerics::Box& box, const Frame& frame);

  Spot spot(numerics::Point point) const;
  std::vector<Spot> spots(const std::vector<numerics::Point>& points) const;
  double pixels(double length) const { return length * pixels_per_metre_; }
  const numerics::Box& shown() const { return shown_; }

 private:
  Frame frame_;
  numerics::Box shown_;
  double pixels_per_metre_ = 1;
};

/// The box round the window and every puncture; 1 cm square when there is neither.
numerics::Box treated_box(const skin::Skin& skin, const punctures::Punctures& punctures);

}  // namespace percuta::report
