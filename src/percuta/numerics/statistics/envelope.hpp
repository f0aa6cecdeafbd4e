#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "percuta/numerics/geometry/polygon.hpp"

namespace percuta::numerics {

/// A statistic of a pattern: points to a curve, always as long.
using Statistic = std::function<std::vector<double>(const std::vector<Point>&)>;

struct EnvelopeOptions {
  std::uint32_t simulations = 39;
  std::uint32_t rank = 1;  ///< which of the smallest and largest make the bounds, from 1
  std::uint64_t seed = 0;
  std::uint32_t member = 0;  ///< whose streams to take, so that members do not share their chance
  int threads = 1;           ///< 0 = all; no number of them changes a byte
};

/// A curve against those of as many points set at random into the window.
struct Envelope {
  std::vector<double> observed;
  std::vector<double> centre;  ///< mean of all curves, the observed one too
  std::vector<double> low,
      high;  ///< pointwise: a curve of chance is outside with 2 rank / (simulations + 1) at each place
  std::vector<double> lowest, highest;  ///< global: anywhere outside with rank / (simulations + 1)
  double p_value = 1;                   ///< of the largest distance from the centre, among those of the simulations [1]
};

/// The points inside the window against complete spatial randomness, their number kept. Throws InputError unless
/// 0 < 2 rank <= simulations + 1.
Envelope envelope(const std::vector<Point>& points, const Polygon& window, const Statistic& statistic,
                  const EnvelopeOptions& options);

/// `n` points at random in the window, independent and evenly spread; a pure function of its arguments.
struct RandomPattern {
  std::uint64_t seed = 0;
  std::uint32_t member = 0;
  std::uint32_t index = 0;
};
std::vector<Point> random_points(std::size_t n, const Polygon& window, const RandomPattern& key);

}  // namespace percuta::numerics
