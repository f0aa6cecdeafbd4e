#pragma once

#include <cstddef>
#include <vector>

namespace percuta::numerics {

/// At most `most` of the indices 0 .. n-1, ascending, spread evenly: one from each stretch of equal length, at a place
/// in it that varies, so that no pattern of the device survives as stripes. All of them when n <= most.
std::vector<std::size_t> thinned(std::size_t n, std::size_t most);

}  // namespace percuta::numerics
