#include "percuta/transport/cell/cell.hpp"

#include <cstddef>

namespace percuta::transport {
namespace {

constexpr std::size_t k_least_samples = 3;
constexpr double k_straight = 0.99;  // r2 of a straight part, at least

/// Least squares of some samples, in a row.
struct Line {
  double slope = 0, middle_time = 0, middle = 0, r2 = 0;
};

Line line_of(const std::vector<double>& times, const std::vector<double>& values, std::size_t first, std::size_t last) {
  const auto n = static_cast<double>(last - first + 1);
  Line line;
  for (std::size_t i = first; i <= last; ++i) {
    line.middle_time += times[i] / n;
    line.middle += values[i] / n;
  }
  double tt = 0, tv = 0, vv = 0;
  for (std::size_t i = first; i <= last; ++i) {
    const double t = times[i] - line.middle_time, v = values[i] - line.middle;
    tt += t * t;
    tv += t * v;
    vv += v * v;
  }
  line.slope = tt > 0 ? tv / tt : 0;
  line.r2 = tt > 0 && vv > 0 ? tv * tv / (tt * vv) : 0;
  return line;
}

}  // namespace

Samples samples_of(const std::vector<double>& passed, const FranzCell& cell) {
  Samples samples;
  for (const double amount : passed) {
    const double now = cell.area * (amount - samples.taken) / cell.receptor_volume;
    samples.concentration.push_back(now);
    samples.taken += cell.sampling_volume * now / cell.area;
  }
  return samples;
}

StraightPart straight_part(const std::vector<double>& sampled, const std::vector<double>& passed) {
  std::vector<double> times = {0}, values = {0};
  times.insert(times.end(), sampled.begin(), sampled.end());
  values.insert(values.end(), passed.begin(), passed.end());
  StraightPart found;
  for (std::size_t first = 0; first + k_least_samples <= times.size(); ++first) {
    for (std::size_t last = first + k_least_samples - 1; last < times.size(); ++last) {
      const Line line = line_of(times, values, first, last);
      if (line.r2 < k_straight || !(line.slope > found.rate)) continue;
      found = {line.slope, line.middle_time - line.middle / line.slope, times[first], times[last]};
    }
  }
  return found;
}

}  // namespace percuta::transport
