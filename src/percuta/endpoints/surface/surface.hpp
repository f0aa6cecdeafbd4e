#pragma once

#include "percuta/endpoints/basis.hpp"

/// What endpoints of the surface lend to each other and to the map of places.
namespace percuta::endpoints {

/// How long each is seen after the last session [s]: 0 if never, k_undefined if still at the horizon.
double redness_time(const Basis& basis);
double red_dots_time(const Basis& basis);
double crust_time(const Basis& basis);

/// The flare of each session, before it saturates.
std::vector<Trace> flare_traces(const Treated& treated, const RednessMap& map);
/// What cells and vessels give, before it saturates.
double redness_of_cells(const healing::Moment& moment, const RednessMap& map);
/// Grade 0 to 4 of all that together.
double redness_grade(double amount, bool is_cared_for, const Maps& maps);

/// From the last session on until less than its share of the most, or than can be seen, is left [s].
double seen_time(const Basis& basis, const std::vector<Trace>& traces, double seen);

}  // namespace percuta::endpoints
