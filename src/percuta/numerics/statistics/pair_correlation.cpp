#include "percuta/numerics/statistics/pair_correlation.hpp"

#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numbers>

#include "percuta/base/error.hpp"
#include "percuta/numerics/parallel.hpp"
#include "percuta/numerics/statistics/pair_pattern.hpp"

namespace percuta::numerics {
namespace {

/// Of the pairs between two ends of kernels: weight, and weight times their distance from the middle of the step, and
/// that squared.
struct Moments {
  double weight = 0, first = 0, second = 0;
};

/// The ends r_k - h and r_k + h of all kernels cut each step between two radii at two places, the same in each.
class Pieces {
 public:
  Pieces(const Radii& radii, double half_width) : step_(radii.most / static_cast<double>(radii.n)), half_(half_width) {
    const double share = half_width / step_ - std::floor(half_width / step_);
    cuts_ = {std::min(share, 1 - share), std::max(share, 1 - share)};
    count_ = 3 * (static_cast<std::size_t>((radii.most + half_width) / step_) + 2);
  }

  std::size_t count() const { return count_; }
  /// Where a distance belongs: its piece, and how far it is from the middle of its step [m].
  struct Place {
    std::size_t piece;
    double off;
    void add(Moments* moments, double weight) const {
      Moments& m = moments[piece];
      m.weight += weight;
      m.first += weight * off;
      m.second += weight * off * off;
    }
  };
  Place place(double distance) const {
    const double steps = distance * per_step_;
    const auto whole = static_cast<std::int32_t>(steps);
    const double rest = steps - whole;
    const std::int32_t cuts = static_cast<std::int32_t>(rest > cuts_[0]) + static_cast<std::int32_t>(rest > cuts_[1]);
    return {static_cast<std::size_t>(3 * whole + cuts), distance - step_ * (whole + 0.5)};
  }
  /// Sum over the pairs of weight times the kernel about `r` [1/m].
  double kernel_sum(const std::vector<Moments>& moments, double r) const {
    const double from = std::max(0.0, r - half_), last = r + half_;
    const std::size_t end = std::min(count_, 3 * (static_cast<std::size_t>(last / step_) + 1));
    double sum = 0;
    for (std::size_t i = 3 * static_cast<std::size_t>(from / step_); i < end; ++i) {
      const double left = start_of(i), right = start_of(i + 1);
      if (0.5 * (left + right) < r - half_ || 0.5 * (left + right) > last) continue;
      const double off = r - step_ * (std::floor(static_cast<double>(i) / 3) + 0.5);
      const Moments& m = moments[i];
      sum += m.weight - (off * off * m.weight - 2 * off * m.first + m.second) / (half_ * half_);
    }
    return 0.75 * sum / half_;
  }

 private:
  double start_of(std::size_t piece) const {
    const double cut = piece % 3 == 0 ? 0 : cuts_[piece % 3 - 1];
    return step_ * (std::floor(static_cast<double>(piece) / 3) + cut);
  }

  double step_, per_step_ = 1 / step_, half_;
  std::array<double, 2> cuts_{};
  std::size_t count_ = 0;
};

struct Tally {
  std::vector<Moments> shifted;    ///< unordered pairs by their translation weight
  std::vector<Moments> pairs;      ///< unordered pairs, each as 1
  std::vector<Moments> isotropic;  ///< ordered pairs by their isotropic weight above 1
};

class Summer {
 public:
  Summer(const PairPattern& pattern, const Pieces& pieces, double reach, const EdgeRules& rules)
      : pattern_(pattern), pieces_(pieces), reach_(reach), rules_(rules) {}

  Tally sum(PointGrid::Run part) const {
    Tally tally;
    tally.shifted.resize(rules_.translation ? pieces_.count() : 0);
    tally.pairs.resize(rules_.isotropic ? pieces_.count() : 0);
    tally.isotropic.resize(rules_.isotropic ? pieces_.count() : 0);
    for (std::size_t i = part.from; i < part.to; ++i) {
      pattern_.visit_later(i, [&](PointGrid::Run run) { add_later(i, run, tally); });
      if (rules_.isotropic && pattern_.boundary_distance(i) < reach_) add_near_boundary(i, tally);
    }
    return tally;
  }

 private:
  void add_later(std::size_t i, PointGrid::Run run, Tally& tally) const {
    const Point p = pattern_.grid().at(i);
    const double *x = pattern_.grid().x(), *y = pattern_.grid().y();
    Moments *pairs = tally.pairs.data(), *shifted = tally.shifted.data();
    for (std::size_t j = run.from; j < run.to; ++j) {
      const double dx = x[j] - p.x, dy = y[j] - p.y, square = dx * dx + dy * dy;
      if (square > reach_ * reach_) continue;
      const Pieces::Place place = pieces_.place(std::sqrt(square));
      if (rules_.isotropic) place.add(pairs, 1);
      if (rules_.translation) place.add(shifted, pattern_.edges().translation_weight(dx, dy));
    }
  }

  void add_near_boundary(std::size_t i, Tally& tally) const {
    const Point p = pattern_.grid().at(i);
    const double boundary = pattern_.boundary_distance(i);
    std::vector<EdgeCorrection::NearEdge> near;
    pattern_.edges().find_near_edges(p, reach_, near);
    pattern_.visit_all(i, [&](PointGrid::Run run) {
      for (std::size_t j = run.from; j < run.to; ++j) {
        const Point q = pattern_.grid().at(j);
        const double dx = q.x - p.x, dy = q.y - p.y, square = dx * dx + dy * dy;
        if (square <= boundary * boundary || square > reach_ * reach_ || j == i) continue;
        const double distance = std::sqrt(square);
        pieces_.place(distance).add(tally.isotropic.data(), pattern_.edges().isotropic_weight(p, distance, near) - 1);
      }
    });
  }

  const PairPattern& pattern_;
  const Pieces& pieces_;
  double reach_;
  EdgeRules rules_;
};

/// One kind of moments of all parts, added up in their order.
std::vector<Moments> sum_of(const std::vector<Tally>& parts, std::vector<Moments> Tally::* kind) {
  std::vector<Moments> sum(parts.front().*kind);
  for (std::size_t part = 1; part < parts.size(); ++part) {
    for (std::size_t i = 0; i < sum.size(); ++i) {
      const Moments& m = (parts[part].*kind)[i];
      sum[i] = {sum[i].weight + m.weight, sum[i].first + m.first, sum[i].second + m.second};
    }
  }
  return sum;
}

}  // namespace

PairCorrelation pair_correlation(const std::vector<Point>& points, const Polygon& window,
                                 const PairCorrelationOptions& options) {
  const RadiusBins bins(options.radii);
  const EdgeCorrection edges(window);
  std::size_t n = 0;
  for (const Point& p : points) n += edges.contains(p) ? 1 : 0;
  PairCorrelation result{bins.radii(), {}, {}, options.half_width};
  if (!(result.half_width > 0)) result.half_width = stoyan_half_width(std::max<std::size_t>(n, 1), edges.area());
  const Pieces pieces(options.radii, result.half_width);
  const double reach = bins.most() + result.half_width;
  PairPattern pattern(points, window, reach);
  if (options.rules.isotropic) pattern.measure_boundary();
  const Summer summer(pattern, pieces, reach, options.rules);
  std::vector<Tally> parts(PairPattern::k_parts);
  parallel_for(parts.size(), options.threads, [&](std::size_t part) { parts[part] = summer.sum(pattern.part(part)); });
  const auto curve = [&](auto&& kernel_sum) {
    std::vector<double> g;
    for (const double r : result.r) {
      const double ring = 2 * std::numbers::pi * r * pattern.pairs_per_area();
      g.push_back(ring > 0 ? kernel_sum(r) / ring : std::numeric_limits<double>::quiet_NaN());
    }
    return g;
  };
  if (options.rules.translation) {
    const std::vector<Moments> shifted = sum_of(parts, &Tally::shifted);
    result.translation = curve([&](double r) { return 2 * pieces.kernel_sum(shifted, r); });
  }
  if (options.rules.isotropic) {
    const std::vector<Moments> pairs = sum_of(parts, &Tally::pairs), above = sum_of(parts, &Tally::isotropic);
    result.isotropic = curve([&](double r) { return 2 * pieces.kernel_sum(pairs, r) + pieces.kernel_sum(above, r); });
  }
  return result;
}

double stoyan_half_width(std::size_t n, double area) {
  constexpr double k_stoyan = 0.15;
  return k_stoyan * std::sqrt(area / static_cast<double>(n));
}

}  // namespace percuta::numerics
