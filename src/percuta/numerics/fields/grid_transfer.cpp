#include "percuta/numerics/fields/grid_transfer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "percuta/base/error.hpp"

namespace percuta::numerics {
namespace {

constexpr double k_same = 1e-9;  // of an extent

/// How much of old cell `from` lies in new cell `to` [m].
struct Overlap {
  Index from, to;
  double length;
};

std::vector<Overlap> overlaps(const std::vector<double>& from, const std::vector<double>& to) {
  std::vector<Overlap> all;
  std::size_t f = 0, t = 0;
  while (f + 1 < from.size() && t + 1 < to.size()) {
    const double length = std::min(from[f + 1], to[t + 1]) - std::max(from[f], to[t]);
    if (length > 0) all.push_back({static_cast<Index>(f), static_cast<Index>(t), length});
    if (from[f + 1] < to[t + 1]) {
      ++f;
    } else {
      ++t;
    }
  }
  return all;
}

void must_match(double from, double to, const char* axis) {
  if (std::abs(from - to) <= k_same * std::abs(from)) return;
  throw InputError(
      fmt::format("two grids between which a field is carried must be as large in {}: {} m and {} m", axis, from, to));
}

/// The far edge of the old axis exactly, so that no sliver is lost to rounding.
std::vector<double> edges_of(Index n, double height, double extent) {
  std::vector<double> edges = even_edges(n, height * static_cast<double>(n));
  edges.back() = extent;
  return edges;
}

}  // namespace

Field transferred(const Grid& from_grid, const Field& from, const Grid& to_grid, const Field* from_weight,
                  const Field* to_weight) {
  const Layout &old = from_grid.layout(), &now = to_grid.layout();
  const double width = from_grid.dx() * static_cast<double>(old.nx),
               length = from_grid.dy() * static_cast<double>(old.ny);
  must_match(width, to_grid.dx() * static_cast<double>(now.nx), "x");
  must_match(length, to_grid.dy() * static_cast<double>(now.ny), "y");
  must_match(from_grid.depth(), to_grid.depth(), "z");
  std::vector<double> deep = to_grid.z_edges();
  deep.front() = from_grid.z_edges().front();
  deep.back() = from_grid.z_edges().back();
  const std::vector<Overlap> xs =
      overlaps(edges_of(old.nx, from_grid.dx(), width), edges_of(now.nx, to_grid.dx(), width));
  const std::vector<Overlap> ys =
      overlaps(edges_of(old.ny, from_grid.dy(), length), edges_of(now.ny, to_grid.dy(), length));
  const std::vector<Overlap> zs = overlaps(from_grid.z_edges(), deep);
  Field result(from.name(), from.unit(), now);
  for (const Overlap& y : ys) {
    for (const Overlap& z : zs) {
      for (const Overlap& x : xs) {
        const double weight = from_weight != nullptr ? (*from_weight)(x.from, y.from, z.from) : 1;
        result(x.to, y.to, z.to) += from(x.from, y.from, z.from) * weight * x.length * y.length * z.length;
      }
    }
  }
  for_each_cell(now, [&](Index i, Index j, Index k) {
    const double holds = to_grid.volume(k) * (to_weight != nullptr ? (*to_weight)(i, j, k) : 1);
    result(i, j, k) = holds > 0 ? result(i, j, k) / holds : 0;
  });
  return result;
}

}  // namespace percuta::numerics
