#include "percuta/numerics/statistics/envelope.hpp"

#include <algorithm>
#include <cmath>

#include "percuta/base/error.hpp"
#include "percuta/base/random.hpp"
#include "percuta/numerics/geometry/region.hpp"
#include "percuta/numerics/parallel.hpp"

namespace percuta::numerics {
namespace {

using Curves = std::vector<std::vector<double>>;

std::vector<double> mean_of(const Curves& curves) {
  std::vector<double> mean(curves.front().size(), 0);
  for (const std::vector<double>& curve : curves) {
    for (std::size_t k = 0; k < mean.size(); ++k) mean[k] += curve[k];
  }
  for (double& value : mean) value /= static_cast<double>(curves.size());
  return mean;
}

/// Largest distance between two curves; places that are not numbers do not count.
double farthest(const std::vector<double>& curve, const std::vector<double>& centre) {
  double most = 0;
  for (std::size_t k = 0; k < centre.size(); ++k) {
    const double off = std::abs(curve[k] - centre[k]);
    if (off > most) most = off;
  }
  return most;
}

/// Bounds at each place, of all curves but the first.
void bound_places(const Curves& curves, std::size_t rank, Envelope& envelope) {
  std::vector<double> values(curves.size() - 1);
  for (std::size_t k = 0; k < curves.front().size(); ++k) {
    for (std::size_t i = 1; i < curves.size(); ++i) values[i - 1] = curves[i][k];
    std::sort(values.begin(), values.end());
    envelope.low.push_back(values[rank - 1]);
    envelope.high.push_back(values[values.size() - rank]);
  }
}

/// One distance for all places: the observed curve and the simulated ones stand in the same relation to their mean, so
/// under randomness each is as likely as another to be the farthest.
void bound_everywhere(const Curves& curves, std::size_t rank, Envelope& envelope) {
  const double own = farthest(curves.front(), envelope.centre);
  std::vector<double> distances;
  for (std::size_t i = 1; i < curves.size(); ++i) distances.push_back(farthest(curves[i], envelope.centre));
  const auto as_far = std::count_if(distances.begin(), distances.end(), [&](double d) { return d >= own; });
  envelope.p_value = (1 + static_cast<double>(as_far)) / static_cast<double>(curves.size());
  std::sort(distances.begin(), distances.end());
  const double most = distances[distances.size() - rank];
  for (const double value : envelope.centre) {
    envelope.lowest.push_back(value - most);
    envelope.highest.push_back(value + most);
  }
}

std::vector<Point> random_points_in(const Region& window, const Box& box, std::size_t n, const RandomPattern& key) {
  Stream stream({key.seed, key.member, 0, key.index, "numerics.randomness"});
  const double width = box.high.x - box.low.x, height = box.high.y - box.low.y;
  std::vector<Point> points;
  points.reserve(n);
  while (points.size() < n) {
    const double x = box.low.x + width * stream.uniform();
    const Point p{x, box.low.y + height * stream.uniform()};
    if (window.contains(p)) points.push_back(p);
  }
  return points;
}

}  // namespace

std::vector<Point> random_points(std::size_t n, const Polygon& window, const RandomPattern& key) {
  if (n > 0 && !(area(window) > 0)) throw InputError("points need a window with an area");
  return random_points_in(Region(window), bounding_box(window), n, key);
}

Envelope envelope(const std::vector<Point>& points, const Polygon& window, const Statistic& statistic,
                  const EnvelopeOptions& options) {
  if (options.rank == 0 || 2 * options.rank > options.simulations + 1) {
    throw InputError("an envelope of " + std::to_string(options.simulations) + " simulations has no rank " +
                     std::to_string(options.rank));
  }
  const Region region(window);
  const Box box = bounding_box(window);
  std::vector<Point> inside;
  std::copy_if(points.begin(), points.end(), std::back_inserter(inside), [&](Point p) { return region.contains(p); });
  Curves curves(options.simulations + 1);
  parallel_for(curves.size(), options.threads, [&](std::size_t i) {
    const RandomPattern key{options.seed, options.member, static_cast<std::uint32_t>(i)};
    curves[i] = statistic(i == 0 ? inside : random_points_in(region, box, inside.size(), key));
  });
  Envelope envelope;
  envelope.observed = curves.front();
  envelope.centre = mean_of(curves);
  bound_places(curves, options.rank, envelope);
  bound_everywhere(curves, options.rank, envelope);
  return envelope;
}

}  // namespace percuta::numerics
