#pragma once

#include <cmath>
#include <numbers>
#include <vector>

#include "transport/delivery/delivery_fixture.hpp"

namespace percuta::tests {

/// A cone that is a straight line from its tip to its base, so many of them.
inline transport::NeedleLoad cones(double length = 300e-6, double radius = 75e-6, double needles = 16) {
  transport::NeedleLoad load;
  load.release = transport::Release::dissolves;
  load.shape = {length, {0, radius}};
  load.worn = 8 * k_hour;
  load.needles = needles;
  return load;
}

/// The hole that such a needle fills at a depth.
inline transport::Hole filled(const transport::NeedleLoad& load, double x, double y, double depth) {
  const double volume = transport::volume_between(load.shape, 0, depth);
  return {x, y, std::sqrt(volume / (std::numbers::pi * depth)), depth};
}

/// In a square lattice over a window of `side`, all at that depth.
inline std::vector<transport::Hole> filled_lattice(const transport::NeedleLoad& load, int n, double side,
                                                   double depth) {
  std::vector<transport::Hole> holes;
  for (const transport::Hole& each : lattice(n, side, 1e-6, depth)) {
    holes.push_back(filled(load, each.x, each.y, depth));
  }
  return holes;
}

}  // namespace percuta::tests
