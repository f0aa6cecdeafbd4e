#include "percuta/numerics/statistics/tracks.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <numbers>

#include "percuta/base/error.hpp"

namespace percuta::numerics {
namespace {

/// Turned so that the heading points along x.
Point turned(Point p, double sine, double cosine) {
  return {p.x * cosine + p.y * sine, p.y * cosine - p.x * sine};
}

std::vector<Point> those_inside(const std::vector<Point>& points, const Polygon& window) {
  std::vector<Point> inside;
  std::copy_if(points.begin(), points.end(), std::back_inserter(inside), [&](Point p) { return contains(window, p); });
  return inside;
}

}  // namespace

TrackStrips::TrackStrips(const Polygon& window, double width, int headings) : width_(width) {
  if (!(width > 0)) throw InputError("strips must be wider than 0");
  for (int i = 0; i < headings; ++i) headings_.push_back(heading_at(std::numbers::pi * i / headings, window, width));
}

TrackStrips::Heading TrackStrips::heading_at(double angle, const Polygon& window, double width) {
  Heading heading{angle, std::sin(angle), std::cos(angle), 0, {}};
  Polygon aligned = window;
  for (Point& p : aligned) p = turned(p, heading.sine, heading.cosine);
  const Box box = bounding_box(aligned);
  heading.low = box.low.y;
  heading.areas.resize(static_cast<std::size_t>(std::ceil((box.high.y - box.low.y) / width)));
  double widest = 0;
  for (std::size_t i = 0; i < heading.areas.size(); ++i) {
    const double y = box.low.y + static_cast<double>(i) * width;
    heading.areas[i] = area(clipped(aligned, {{box.low.x, y}, {box.high.x, y + width}}));
    widest = std::max(widest, heading.areas[i]);
  }
  for (double& inside : heading.areas) {
    if (4 * inside < widest) inside = 0;
  }
  return heading;
}

/// How many points each strip holds. The strips are found for many points at once, and then counted.
std::vector<std::int64_t> TrackStrips::counts_along(const Heading& heading, double width,
                                                    const std::vector<Point>& inside) {
  constexpr std::size_t k_at_once = 512;
  const double sine = heading.sine, cosine = heading.cosine, low = heading.low;
  std::vector<std::int64_t> counts(heading.areas.size());
  const auto last = static_cast<std::int32_t>(counts.size()) - 1;
  std::array<std::int32_t, k_at_once> places;
  for (std::size_t first = 0; first < inside.size(); first += k_at_once) {
    const std::size_t n = std::min(k_at_once, inside.size() - first);
    const Point* points = inside.data() + first;
#pragma omp simd
    for (std::size_t i = 0; i < n; ++i) {
      places[i] = static_cast<std::int32_t>((points[i].y * cosine - points[i].x * sine - low) / width);
    }
    for (std::size_t i = 0; i < n; ++i) ++counts[static_cast<std::size_t>(std::min(places[i], last))];
  }
  return counts;
}

double TrackStrips::dispersion_along(const Heading& heading, double width, const std::vector<Point>& inside) {
  const std::vector<double>& areas = heading.areas;
  const std::vector<std::int64_t> counts = counts_along(heading, width, inside);
  double all = 0, n = 0;
  std::size_t strips = 0;
  for (std::size_t i = 0; i < areas.size(); ++i) {
    if (areas[i] == 0) continue;
    all += areas[i];
    n += static_cast<double>(counts[i]);
    ++strips;
  }
  if (n == 0 || strips < 2) return 0;
  double sum = 0;
  for (std::size_t i = 0; i < areas.size(); ++i) {
    if (areas[i] == 0) continue;
    const double expected = n / all * areas[i], off = static_cast<double>(counts[i]) - expected;
    sum += off * off / expected;
  }
  return sum / static_cast<double>(strips - 1);
}

Tracks TrackStrips::find(const std::vector<Point>& inside) const {
  Tracks best;
  for (const Heading& heading : headings_) {
    const double dispersion = dispersion_along(heading, width_, inside);
    if (dispersion > best.dispersion) best = {heading.angle, dispersion};
  }
  return best;
}

double strip_dispersion(const std::vector<Point>& points, const Polygon& window, double width, double heading) {
  if (!(width > 0)) throw InputError("strips must be wider than 0");
  return TrackStrips::dispersion_along(TrackStrips::heading_at(heading, window, width), width,
                                       those_inside(points, window));
}

Tracks find_tracks(const std::vector<Point>& points, const Polygon& window, double width, int headings) {
  return TrackStrips(window, width, headings).find(those_inside(points, window));
}

}  // namespace percuta::numerics
