#pragma once

#include <cstddef>
#include <functional>

namespace percuta::numerics {

/// Calls body(i) for i in [0, n) on up to `threads` threads (0 = all). The one place that knows of OpenMP.
/// Each body writes only its own slot, so results do not depend on `threads`. The exception of the lowest i is
/// rethrown.
void parallel_for(std::size_t n, int threads, const std::function<void(std::size_t)>& body);

}  // namespace percuta::numerics
