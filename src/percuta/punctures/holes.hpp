#pragma once

#include <vector>

#include "percuta/numerics/geometry/cell_list.hpp"
#include "percuta/numerics/geometry/region.hpp"
#include "percuta/punctures/needles.hpp"

namespace percuta::punctures {

/// The skin as it fills with holes, whatever makes them. A needle that meets it nearer than the capture distance to an
/// earlier hole slips into that, the nearest first; needles that meet it at once do not know of each other. Places and
/// lengths are whole steps of 10 nm, forces of 1 uN.
class Holes {
 public:
  /// Room is kept for about `expected` strikes.
  Holes(const skin::Skin& skin, const Guidance& guidance, double expected);

  /// Needles that meet the skin at once. `blow` is what they share; its length is how far they are meant to reach.
  void press(const strokes::Pose& pose, const std::vector<MadeNeedle>& needles, const Puncture& blow);
  /// One needle, alone.
  void strike(const Puncture& puncture);
  /// One needle into the hole that it names: an earlier one, or the next. False when it lies beyond the site's outline.
  bool strike_as_told(const Puncture& puncture);

  std::int32_t count() const;
  Punctures take();

 private:
  bool is_on_site(const Puncture& puncture);
  void look_up(Puncture puncture);
  void keep(Puncture& puncture, numerics::Point at);
  void open();

  numerics::Region outline_, window_;
  double capture_;
  numerics::CellList holes_;
  std::vector<numerics::Point> fresh_;  ///< made by the needles that meet the skin now
  Punctures result_;
};

}  // namespace percuta::punctures
