#include "percuta/numerics/operators/body_width.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "percuta/base/error.hpp"

namespace percuta::numerics {
namespace {

constexpr double k_most = 2;            // cells across; more is not looked for
constexpr double k_least_thick = 0.99;  // cells: a plate over one layer of middles, but for rounding
constexpr double k_least_wide = 1.49;   // cells along two axes: 1.5 but for rounding; sqrt 2 always meets a middle
constexpr double k_least_gain = 0.1;    // of a step: one that gains less runs along the body, not into it
constexpr double k_fine = 1e-3;         // of a cell: no place or width is looked for closer than this
constexpr double k_finest = 1e-9;       // of a cell: but a body is while none of it is found
constexpr int k_most_steps = 100;
constexpr int k_base = 10;  // of the digits of a message

using Sizes = std::array<double, 3>;

SkinPlace moved(SkinPlace from, std::size_t axis, double by) {
  (axis == 0 ? from.x : axis == 1 ? from.y : from.z) += by;
  return from;
}

/// How far from a place inside the body goes on along an axis, also across seams between its parts, at most `most` [m].
double way_out(const BodyShape& body, SkinPlace from, std::size_t axis, double sign, double most) {
  double way = 0;
  for (int step = 0; step < k_most_steps && way < most; ++step) {
    const double depth = -body(moved(from, axis, sign * way));
    if (depth > 0) way += depth;
    if (depth >= k_fine * k_fine * most) continue;
    if (!(body(moved(from, axis, sign * (way + k_fine * most))) < 0)) break;
    way += k_fine * most;
  }
  return std::min(way, most);
}

Sizes widths(const BodyShape& body, SkinPlace at, const Sizes& sizes) {
  Sizes across{};
  for (std::size_t axis = 0; axis < sizes.size(); ++axis) {
    const double most = k_most * sizes.at(axis);
    const double way = way_out(body, at, axis, 1, most) + way_out(body, at, axis, -1, most);
    across.at(axis) = std::min(way, most) / sizes.at(axis);
  }
  return across;
}

/// To the middle between both ends, along one axis after the other: parts of a body are less deep than it is.
SkinPlace centred(const BodyShape& body, SkinPlace at, const Sizes& sizes) {
  for (std::size_t axis = 0; axis < sizes.size(); ++axis) {
    const double most = k_most * sizes.at(axis);
    const double ahead = way_out(body, at, axis, 1, most), behind = way_out(body, at, axis, -1, most);
    const SkinPlace next = moved(at, axis, 0.5 * (ahead - behind));
    if (body(next) < -k_fine * sizes.at(axis)) at = next;  // not onto a seam
  }
  return at;
}

/// How many times finer cells must be [-], two digits rounded up.
double times_finer(Sizes across) {
  std::sort(across.begin(), across.end());
  const double times = std::max(k_least_thick / across[0], k_least_wide / across[1]);
  const double digit = std::pow(static_cast<double>(k_base), std::floor(std::log10(times)) - 1);
  return std::ceil(times / digit) * digit;
}

bool is_resolved(Sizes across) {
  std::sort(across.begin(), across.end());
  return across[0] >= k_least_thick && across[1] >= k_least_wide;
}

Sizes widths_about(const BodyShape& body, SkinPlace at, const Sizes& sizes) {
  const Sizes across = widths(body, at, sizes);
  return is_resolved(across) ? across : widths(body, centred(body, at, sizes), sizes);
}

/// Steps that lead inward [m]: the longest, the shortest, that of bodies not met yet, and how deep is deep enough.
struct Climb {
  double step, fine, finest, enough;
};

/// From a place to where no step along the axes leads deeper.
SkinPlace settled(const BodyShape& body, SkinPlace at, const std::vector<std::size_t>& axes, const Climb& climb) {
  double step = climb.step;
  double least = body(at);
  for (int n = 0; n < k_most_steps && step > (least < 0 ? climb.fine : climb.finest) && -least < climb.enough; ++n) {
    SkinPlace best = at;
    const double before = least;
    for (const std::size_t axis : axes) {
      for (const double by : {-step, step}) {
        const SkinPlace next = moved(at, axis, by);
        if (const double here = body(next); here < least) {
          least = here;
          best = next;
        }
      }
    }
    at = best;
    if (!(before - least > k_least_gain * step)) step *= 0.5;
  }
  return at;
}

/// From the axis of a tilted cone no step along x, y or z leads deeper, but one and then back to the axis across it
/// does.
SkinPlace deeper(const BodyShape& body, SkinPlace from, const Climb& climb) {
  SkinPlace best = from;
  for (std::size_t axis = 0; axis < 3; ++axis) {
    for (const double by : {-climb.step, climb.step}) {
      const SkinPlace next = settled(body, moved(from, axis, by), {(axis + 1) % 3, (axis + 2) % 3}, climb);
      if (body(next) < body(best) - climb.fine) best = next;
    }
  }
  return best;
}

}  // namespace

std::array<double, 3> cells_across(const Grid& grid, const BodyShape& body, const CellPlace& cell) {
  const Sizes sizes{grid.dx(), grid.dy(), grid.dz(cell.k)};
  const double reach = 0.5 * std::hypot(sizes[0], sizes[1], sizes[2]);
  const auto [least, most] = std::minmax({sizes[0], sizes[1], sizes[2]});
  const Climb climb{reach, k_fine * least, k_finest * least, 0.5 * k_most * most};
  SkinPlace at = middle_of(grid, cell.i, cell.j, cell.k);
  if (body(at) >= reach) return {};
  at = settled(body, at, {0, 1, 2}, climb);
  if (body(at) >= 0) return {};
  Sizes across = widths_about(body, at, sizes);
  for (int n = 0; n < k_most_steps && !is_resolved(across); ++n) {
    const SkinPlace next = deeper(body, at, climb);
    if (!(body(next) < body(at))) break;
    at = next;
    across = widths_about(body, at, sizes);
  }
  return across;
}

void must_be_resolved(const Grid& grid, const BodyShape& body, const std::vector<CellPlace>& near) {
  for (const CellPlace& cell : near) {
    const Sizes across = cells_across(grid, body, cell);
    if (std::max({across[0], across[1], across[2]}) == 0 || is_resolved(across)) continue;
    const auto [x, y, z] = across;
    throw InputError(fmt::format(
        "a held body is {:.2g} x {:.2g} x {:.2g} cells across along x, y and z near cell ({}, {}, {}), so it may slip "
        "between the middles of cells: make cells {:.2g} times finer, or hold it by hold_needle where it is an upright "
        "needle",
        x, y, z, cell.i, cell.j, cell.k, times_finer(across)));
  }
}

}  // namespace percuta::numerics
