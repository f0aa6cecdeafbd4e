#include "percuta/numerics/statistics/thinning.hpp"

#include <algorithm>
#include <cstdint>

namespace percuta::numerics {

namespace {

/// Knuth's multiplicative hash: neighbouring numbers land far apart.
std::size_t scattered(std::size_t i) {
  return static_cast<std::uint32_t>(i) * std::uint32_t{2654435761U} >> 16;
}

}  // namespace

std::vector<std::size_t> thinned(std::size_t n, std::size_t most) {
  const std::size_t count = std::min(n, most);
  std::vector<std::size_t> indices(count);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t begin = i * n / count;
    const std::size_t end = (i + 1) * n / count;
    indices[i] = begin + scattered(i) % (end - begin);
  }
  return indices;
}

}  // namespace percuta::numerics
