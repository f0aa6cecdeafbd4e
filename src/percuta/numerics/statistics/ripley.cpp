#include "percuta/numerics/statistics/ripley.hpp"

#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numbers>

#include "percuta/numerics/parallel.hpp"
#include "percuta/numerics/statistics/near_row.hpp"
#include "percuta/numerics/statistics/pair_pattern.hpp"

namespace percuta::numerics {
namespace {

constexpr std::size_t k_chunk = 512;

/// What one part of the points adds to each bin; empty where no rule asks for it.
struct Tally {
  std::vector<std::int64_t> pairs;   ///< unordered
  std::vector<double> shifted;       ///< translation weights of unordered pairs
  std::vector<std::int64_t> border;  ///< what border-near points change in the count of ordered pairs
  std::vector<double> isotropic;     ///< isotropic weight above 1 of ordered pairs
};

class Counter {
 public:
  Counter(const PairPattern& pattern, const RadiusBins& bins, const RipleyOptions& options)
      : pattern_(pattern), bins_(bins), options_(options) {}

  Tally count(PointGrid::Run part) const {
    const bool asks_boundary = options_.rules.border || options_.rules.isotropic;
    Tally tally{std::vector<std::int64_t>(bins_.count()), {}, {}, {}};
    if (options_.rules.translation) tally.shifted.assign(bins_.count(), 0);
    if (asks_boundary) tally.border.assign(bins_.count(), 0);
    if (asks_boundary) tally.isotropic.assign(bins_.count(), 0);
    for (std::size_t i = part.from; i < part.to; ++i) {
      pattern_.visit_later(i, [&](PointGrid::Run run) { count_later(i, run, tally); });
      if (asks_boundary && pattern_.boundary_distance(i) < bins_.most()) count_near_boundary(i, tally);
    }
    return tally;
  }

 private:
  struct Chunk {
    std::size_t from, n;
    NearRow row;
    std::array<double, k_chunk> square;
    std::array<std::int32_t, k_chunk> bin;
  };

  /// Calls look(chunk) for the run's points, measured from point i. The kernel goes on to the end of its lanes, so that
  /// no run ends point by point; nobody reads what it finds there.
  template <class Look>
  void in_chunks(std::size_t i, PointGrid::Run run, Look&& look) const {
    const PointGrid& grid = pattern_.grid();
    const Point p = grid.at(i);
    Chunk chunk;
    for (chunk.from = run.from; chunk.from < run.to; chunk.from += k_chunk) {
      chunk.n = std::min(k_chunk, run.to - chunk.from);
      const std::size_t whole = (chunk.n + PointGrid::k_lanes - 1) / PointGrid::k_lanes * PointGrid::k_lanes;
      chunk.row = {p.x, p.y, grid.x() + chunk.from, grid.y() + chunk.from, whole, bins_.per_step(), bins_.cap()};
      measure(chunk.row, chunk.square.data(), chunk.bin.data(), options_.clone);
      look(chunk);
    }
  }

  void count_later(std::size_t i, PointGrid::Run run, Tally& tally) const {
    std::int64_t* pairs = tally.pairs.data();
    const bool counts = options_.rules.border || options_.rules.isotropic || options_.rules.none;
    in_chunks(i, run, [&](const Chunk& chunk) {
      if (options_.rules.translation) add_shifted(chunk, tally.shifted.data());
      if (!counts) return;
      for (std::size_t k = 0; k < chunk.n; ++k) ++pairs[bins_.settled(chunk.bin[k], chunk.square[k])];
    });
  }

  /// What is beyond the last radius is added too, into the last bin, which nobody reads.
  void add_shifted(const Chunk& chunk, double* shifted) const {
    const EdgeCorrection& edges = pattern_.edges();
    if (!edges.is_rectangle()) return add_shifted_in_polygon(chunk, shifted);
    std::array<double, k_chunk> weight;
    weigh(chunk.row, {edges.width(), edges.height(), edges.area(), EdgeCorrection::k_most_weight}, weight.data(),
          options_.clone);
    for (std::size_t k = 0; k < chunk.n; ++k) shifted[bins_.settled(chunk.bin[k], chunk.square[k])] += weight[k];
  }

  void add_shifted_in_polygon(const Chunk& chunk, double* shifted) const {
    const NearRow& row = chunk.row;
    for (std::size_t k = 0; k < chunk.n; ++k) {
      const std::size_t bin = bins_.settled(chunk.bin[k], chunk.square[k]);
      if (bin + 1 == bins_.count()) continue;
      shifted[bin] += pattern_.edges().translation_weight(row.xs[k] - row.x, row.ys[k] - row.y);
    }
  }

  void count_near_boundary(std::size_t i, Tally& tally) const {
    const Point p = pattern_.grid().at(i);
    const double boundary = pattern_.boundary_distance(i), square = boundary * boundary;
    const std::size_t last = bins_.last_within(boundary);
    std::vector<EdgeCorrection::NearEdge> near;
    pattern_.edges().find_near_edges(p, bins_.most(), near);
    pattern_.visit_all(i, [&](PointGrid::Run run) {
      in_chunks(i, run, [&](const Chunk& chunk) {
        for (std::size_t k = 0; k < chunk.n; ++k) {
          const auto bin = bins_.settled(chunk.bin[k], chunk.square[k]);
          if (bin + 1 == bins_.count() || chunk.from + k == i) continue;
          --tally.border[std::max(bin, last + 1)];
          if (!options_.rules.isotropic || chunk.square[k] <= square) continue;
          tally.isotropic[bin] += pattern_.edges().isotropic_weight(p, std::sqrt(chunk.square[k]), near) - 1;
        }
      });
    });
  }

  const PairPattern& pattern_;
  const RadiusBins& bins_;
  const RipleyOptions& options_;
};

/// The parts added up in their order.
Tally sum_of(const std::vector<Tally>& parts) {
  Tally sum = parts.front();
  for (std::size_t part = 1; part < parts.size(); ++part) {
    for (std::size_t k = 0; k < sum.pairs.size(); ++k) sum.pairs[k] += parts[part].pairs[k];
    for (std::size_t k = 0; k < sum.border.size(); ++k) {
      sum.border[k] += parts[part].border[k];
      sum.isotropic[k] += parts[part].isotropic[k];
    }
    for (std::size_t k = 0; k < sum.shifted.size(); ++k) sum.shifted[k] += parts[part].shifted[k];
  }
  return sum;
}

/// Points that are at least r_k from the boundary.
std::vector<double> count_remote(const PairPattern& pattern, const RadiusBins& bins) {
  std::vector<double> remote(bins.radii().size(), 0);
  for (std::size_t i = 0; i < pattern.size(); ++i) ++remote[bins.last_within(pattern.boundary_distance(i))];
  for (std::size_t k = remote.size() - 1; k > 0; --k) remote[k - 1] += remote[k];
  return remote;
}

/// scale times the running sum of added(k).
template <class Added>
std::vector<double> running(std::size_t n, double scale, Added&& added) {
  std::vector<double> curve;
  double sum = 0;
  for (std::size_t k = 0; k < n; ++k) {
    sum += added(k);
    curve.push_back(scale * sum);
  }
  return curve;
}

}  // namespace

RipleyK ripley_k(const std::vector<Point>& points, const Polygon& window, const RipleyOptions& options) {
  return ripley_k(points, EdgeCorrection(window), options);
}

RipleyK ripley_k(const std::vector<Point>& points, const EdgeCorrection& edges, const RipleyOptions& options) {
  const RadiusBins bins(options.radii);
  PairPattern pattern(points, edges, bins.most());
  if (options.rules.border || options.rules.isotropic) pattern.measure_boundary();
  std::vector<Tally> parts(PairPattern::k_parts);
  const Counter counter(pattern, bins, options);
  parallel_for(parts.size(), options.threads,
               [&](std::size_t part) { parts[part] = counter.count(pattern.part(part)); });
  const Tally sum = sum_of(parts);
  const std::size_t n = bins.radii().size();
  const double scale = pattern.size() < 2 ? 0 : 1 / pattern.pairs_per_area();
  const auto ordered = [&](std::size_t k) { return 2 * static_cast<double>(sum.pairs[k]); };
  RipleyK result{bins.radii(), {}, {}, {}, {}};
  if (options.rules.translation)
    result.translation = running(n, scale, [&](std::size_t k) { return 2 * sum.shifted[k]; });
  if (options.rules.none) result.none = running(n, scale, ordered);
  if (options.rules.isotropic) {
    result.isotropic = running(n, scale, [&](std::size_t k) { return ordered(k) + sum.isotropic[k]; });
  }
  if (options.rules.border) {
    const double per_point = pattern.size() < 2 ? 0 : pattern.edges().area() / static_cast<double>(pattern.size());
    result.border =
        running(n, per_point, [&](std::size_t k) { return ordered(k) + static_cast<double>(sum.border[k]); });
    const std::vector<double> remote = count_remote(pattern, bins);
    for (std::size_t k = 0; k < n; ++k) {
      result.border[k] = remote[k] > 0 ? result.border[k] / remote[k] : std::numeric_limits<double>::quiet_NaN();
    }
  }
  return result;
}

std::vector<double> ripley_l(const std::vector<double>& k) {
  std::vector<double> l;
  l.reserve(k.size());
  for (const double value : k) l.push_back(std::sqrt(value / std::numbers::pi));
  return l;
}

}  // namespace percuta::numerics
