#include "percuta/numerics/statistics/seen_share.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "percuta/base/error.hpp"
#include "percuta/numerics/geometry/polygon_overlap.hpp"

namespace percuta::numerics {
namespace {

constexpr std::size_t k_headings = 24;  // over half a turn: the other half shares as much
constexpr std::size_t k_knots = 12;     // between them the shared area is all but straight

/// Mean area that the window shares with itself at this distance [m2].
double mean_shared(const Polygon& window, double distance) {
  double sum = 0;
  for (std::size_t i = 0; i < k_headings; ++i) {
    const double heading = std::numbers::pi * (static_cast<double>(i) + 0.5) / static_cast<double>(k_headings);
    Polygon shifted = window;
    for (Point& p : shifted) p = {p.x + distance * std::cos(heading), p.y + distance * std::sin(heading)};
    sum += shared_area(window, shifted);
  }
  return sum / static_cast<double>(k_headings);
}

}  // namespace

std::vector<double> seen_share(const Polygon& window, const Radii& radii) {
  const double whole = area(window);
  if (!(whole > 0)) throw InputError("a share of pairs needs a window with an area");
  const std::vector<double> r = RadiusBins(radii).radii();
  const std::size_t knots = std::min(k_knots, radii.n);
  std::vector<double> shared;
  for (std::size_t i = 0; i <= knots; ++i) {
    shared.push_back(mean_shared(window, radii.most * static_cast<double>(i) / static_cast<double>(knots)));
  }
  const auto shared_at = [&](double distance) {
    const double place = distance / radii.most * static_cast<double>(knots);
    const auto below = std::min(static_cast<std::size_t>(place), knots - 1);
    return shared[below] + (place - static_cast<double>(below)) * (shared[below + 1] - shared[below]);
  };
  std::vector<double> share = {1};
  double sum = 0;
  for (std::size_t k = 1; k < r.size(); ++k) {
    const double from = r[k - 1], to = r[k], ring = to * to - from * from;
    const double middle = 2 * (from * from + from * to + to * to) / (3 * (from + to));  // of the ring's radii
    sum += ring * shared_at(middle) / whole;
    share.push_back(sum / (to * to));
  }
  return share;
}

}  // namespace percuta::numerics
