#pragma once

#include <optional>
#include <string>
#include <vector>

#include "percuta/base/units.hpp"
#include "percuta/run/result_table.hpp"

namespace percuta::run {

/// What is read off a table, one number per member: a number by its key, or of a series one of three.
struct Reading {
  std::string quantity;                           ///< "insertion.depth_in_place", "endpoints.redness_course"
  std::optional<double> at = std::nullopt;        ///< its value at this place of its axis, linear between places [SI]
  bool is_peak = false;                           ///< its greatest value
  std::optional<double> crossing = std::nullopt;  ///< the first place after its peak where it is below this level [SI]
};

/// Of each member, in their order (SI): a crossing is in the axis' unit. k_undefined in members that lack the number;
/// of a crossing also where the series never rises to the level, or never falls below it.
/// Throws InputError: a key that no column has, a series without one of the three or with more, a number with one, a
/// series along names, a place outside its axis.
std::vector<double> read(const ResultTable& table, const Reading& reading, const Units& units);

}  // namespace percuta::run
