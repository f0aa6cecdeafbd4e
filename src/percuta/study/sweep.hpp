#pragma once

#include <string>
#include <vector>

#include "percuta/base/parameters.hpp"
#include "percuta/base/units.hpp"

/// A study over a range of any of its keys: the axes, and the settings of every point of their grid.
namespace percuta::study {

/// [sweep]: what `percuta sweep` varies; a single run leaves it aside.
struct Sweep {
  std::vector<std::string> over;  ///< "device.needle.length=0.5..1.5 mm:5", as --over
  std::vector<std::string> show;  ///< quantities that are drawn: "insertion.depth_in_place"
};
void describe(Sweep& sweep, Visitor& visitor);

/// One key and the values it takes, in order.
struct SweepAxis {
  std::string key;
  std::string unit;                 ///< of `numbers`; "" when the values are words or bare numbers
  std::vector<std::string> values;  ///< as --set would take them
  std::vector<double> numbers;      ///< in `unit`; empty when a value is no number, or of another dimension
};

/// Reads key=from..to[:steps] (steps evenly spaced points, both ends in; whole numbers without :steps take every one)
/// or key=a,b,c. Throws InputError with the place in `text`.
SweepAxis read_over(const std::string& text, const Units& units);

/// The grid's points, the first axis slowest: one --set text per axis. Throws InputError when there are more than
/// k_most_points, when two axes vary one key, or when there is none.
std::vector<std::vector<std::string>> sweep_settings(const std::vector<SweepAxis>& axes);

inline constexpr std::size_t k_most_points = 1000;

}  // namespace percuta::study
