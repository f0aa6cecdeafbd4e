#include "percuta/numerics/statistics/tracks.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>

#include "percuta/base/error.hpp"

namespace percuta::numerics {
namespace {

struct Strip {
  double inside = 0, n = 0;
};

/// Turned so that the heading points along x.
Point turned(Point p, double sine, double cosine) {
  return {p.x * cosine + p.y * sine, p.y * cosine - p.x * sine};
}

double dispersion_of(const std::vector<Strip>& strips) {
  double inside = 0, n = 0;
  for (const Strip& strip : strips) {
    inside += strip.inside;
    n += strip.n;
  }
  if (n == 0 || strips.size() < 2) return 0;
  double sum = 0;
  for (const Strip& strip : strips) {
    const double expected = n / inside * strip.inside;
    sum += (strip.n - expected) * (strip.n - expected) / expected;
  }
  return sum / static_cast<double>(strips.size() - 1);
}

}  // namespace

double strip_dispersion(const std::vector<Point>& points, const Polygon& window, double width, double heading) {
  if (!(width > 0)) throw InputError("strips must be wider than 0");
  const double sine = std::sin(heading), cosine = std::cos(heading);
  Polygon aligned = window;
  for (Point& p : aligned) p = turned(p, sine, cosine);
  const Box box = bounding_box(aligned);
  std::vector<Strip> strips(static_cast<std::size_t>(std::ceil((box.high.y - box.low.y) / width)));
  double widest = 0;
  for (std::size_t i = 0; i < strips.size(); ++i) {
    const double y = box.low.y + static_cast<double>(i) * width;
    strips[i].inside = area(clipped(aligned, {{box.low.x, y}, {box.high.x, y + width}}));
    widest = std::max(widest, strips[i].inside);
  }
  for (const Point& p : points) {
    const auto place = static_cast<std::size_t>((turned(p, sine, cosine).y - box.low.y) / width);
    strips[std::min(place, strips.size() - 1)].n += contains(window, p) ? 1 : 0;
  }
  std::erase_if(strips, [&](const Strip& strip) { return 4 * strip.inside < widest; });
  return dispersion_of(strips);
}

Tracks find_tracks(const std::vector<Point>& points, const Polygon& window, double width, int headings) {
  std::vector<Point> inside;
  std::copy_if(points.begin(), points.end(), std::back_inserter(inside), [&](Point p) { return contains(window, p); });
  Tracks best;
  for (int i = 0; i < headings; ++i) {
    const double heading = std::numbers::pi * i / headings;
    const double dispersion = strip_dispersion(inside, window, width, heading);
    if (dispersion > best.dispersion) best = {heading, dispersion};
  }
  return best;
}

}  // namespace percuta::numerics
