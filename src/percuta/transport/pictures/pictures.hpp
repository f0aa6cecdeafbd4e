#pragma once

#include <string>
#include <vector>

#include "percuta/numerics/geometry/polygon.hpp"
#include "percuta/transport/delivery/uptake.hpp"

/// What the report draws of what gets in: places of the window seen from above, and the skin around a hole in section.
namespace percuta::transport {

/// How much of what is put on has passed the stratum corneum a day later, place by place of the window.
struct DoseMap {
  double side = 0;                            ///< of a place, a square [m]
  std::vector<numerics::Point> places;        ///< their middles
  std::vector<std::string> actives;           ///< those that are put on, in the product's order
  std::vector<std::vector<double>> taken_up;  ///< [active][place], per area; what it turned into counts [kg/m2]
};

/// The same holes, each class walked by itself: a place is the mean of its points, and a point is of the class of the
/// hole nearest to it, or of whole tissue beyond the reach of all. Empty where no strength is stated.
DoseMap dose_map(const std::vector<Hole>& holes, const skin::Skin& skin, const closure::Clocks& clocks,
                 const Treatment& treatment, const Rates& rates, const DeliveryPlan& plan);

/// A section through the axis of a hole that stands for most of the holes.
struct HoleCut {
  double radius = 0, depth = 0;      ///< of the hole [m]; 0 = none stays, and nothing else is told
  std::vector<double> times;         ///< since the product was first put on [s]
  std::vector<double> across;        ///< edges of the cells from the axis outward; nothing passes the last [m]
  std::vector<double> down;          ///< edges from the surface of the skin; what lies on it is above, < 0 [m]
  std::vector<std::string> actives;  ///< those that are put on, in the product's order
  /// [active][time][cell], what is there whatever holds it; cells row by row from the top, outward within one [kg/m3].
  std::vector<std::vector<std::vector<double>>> concentration;
};

/// The rings of the class with most holes, walked by itself for a day.
HoleCut hole_cut(const std::vector<Hole>& holes, const skin::Skin& skin, const closure::Clocks& clocks,
                 const Treatment& treatment, const Rates& rates, const DeliveryPlan& plan);

}  // namespace percuta::transport
