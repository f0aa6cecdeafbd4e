#pragma once

#include <cstdint>
#include <vector>

#include "percuta/base/ensemble.hpp"
#include "percuta/numerics/geometry/polygon.hpp"

/// No two strikes are alike: the puncture force is log-normal from spot to spot. It belongs to the place on the skin,
/// so that a landing read back from a table pierces as it did, in whatever order the rows stand.
namespace percuta::insertion {

inline constexpr std::size_t k_thresholds = 64;  ///< classes of equal share

/// Of each class the puncture force over that of a typical strike: the middle of its share, exp(spread z) [1].
std::vector<double> threshold_classes(double spread);

/// What all places of one member start from.
std::uint64_t threshold_key(const Member& member);

/// The class of a place, at random among all: 0 .. k_thresholds - 1.
std::size_t threshold_class(numerics::Point at, std::uint64_t key);

}  // namespace percuta::insertion
