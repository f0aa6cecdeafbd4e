#pragma once

#include <vector>

#include "percuta/transport/delivery/uptake.hpp"

/// What lies on the skin, and what happens to it: conditions that hold for a while, one after the other.
namespace percuta::transport {

/// A film of product by what it is made of, per area [kg/m2].
struct Film {
  double water = 0, oil = 0, rest = 0;
  double mass() const { return water + oil + rest; }
};

/// How much of the product lies on the skin when it is put on.
Film fresh_film(const Composition& composition, double amount);

/// How thick its cells are: as the product when put on, and never nothing [m].
double film_thickness(double amount);

/// The thickness of a layer of water that would hold as much of an active at the same concentration in water [m].
double holding(const Film& film, const Active& active, const Vehicle& vehicle, const Rates& rates);

/// A while with the same conditions.
struct Phase {
  double from = 0, until = 0;  ///< since the last puncture [s]
  bool has_holes = false;      ///< holes are there, open or closing
  bool is_covered = false;
  bool is_applied = false;  ///< fresh product is put on at its beginning
  bool is_wiped = false;    ///< what lies on the skin is taken off at its beginning
  Film film;                ///< at its beginning, after both; nothing = bare skin
  double drying = 0;        ///< of its water [kg/(m2 s)]

  Film at(double t) const;
};

/// From the first application until `until`. Holes are there from 0 until `closed`, when they have become tissue.
/// Uncovered, water leaves at the vehicle's rate until `left_over` of it is left.
std::vector<Phase> phases(const Composition& composition, const Application& application, double left_over,
                          double closed, double until);

}  // namespace percuta::transport
