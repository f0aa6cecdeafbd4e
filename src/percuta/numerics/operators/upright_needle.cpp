#include "percuta/numerics/operators/upright_needle.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <unordered_set>

#include "percuta/base/error.hpp"

/// A current I per length and conductivity that enters along a circle of radius a makes, outside of it, the field of a
/// line: a drop of I ln(r / a) / (2 pi) from the circle. On the grid columns get shares w of it: those of a quadratic
/// B-spline about each place on the circle, which keep its size and middle and spread it alike in all directions. The
/// drop is then I times the sum of w R, with R the answer of the endless lattice to a current at one node
/// (Atkinson1999), far away ln(r / r0) / (2 pi) with r0 = exp(-gamma) / 4 x the diagonal of a cell (Peaceman1983). Both
/// drops are the same far away, so a column is
///     phi = ln(r0 / a) / (2 pi) + sum over columns of w R
/// below the needle, per I, and w / phi conducts to it what it is to get. Nothing is fitted.
namespace percuta::numerics {
namespace {

constexpr Index k_most_across = 4;     // cells over a needle
constexpr Index k_waves = 512;         // of which the answer of the lattice is made
constexpr Index k_places = 64;         // on the circle
constexpr double k_least_drop = 1e-3;  // phi of columns that are at the needle's value, but for rounding

/// R between nodes (m, n) apart, where a step along x conducts `aspect` and one along y 1 / aspect. Each wave along y
/// decays along x.
double lattice_drop(Index m, Index n, double aspect) {
  double sum = 0;
  for (Index wave = 0; wave < k_waves; ++wave) {
    const double angle = std::numbers::pi * (static_cast<double>(wave) + 0.5) / static_cast<double>(k_waves);
    const double decay = 2 * std::asinh(std::sin(0.5 * angle) / aspect);
    sum +=
        (1 - std::exp(-decay * static_cast<double>(m)) * std::cos(angle * static_cast<double>(n))) / std::sinh(decay);
  }
  return sum / (2 * aspect * static_cast<double>(k_waves));
}

/// Quadratic B-spline of a distance in cells.
double spline(double distance) {
  const double off = std::abs(distance), left = 1 + 0.5 - off;
  if (off < 0.5) return 1 - 0.5 * 0.5 - off * off;
  return left > 0 ? 0.5 * left * left : 0;
}

/// The columns that share the current of a needle, x fastest.
struct Footprint {
  Index first_i = 0, first_j = 0, nx = 0, ny = 0;
  std::vector<double> share, conductance;  ///< of the current; per length and conductivity

  std::size_t at(Index m, Index n) const { return static_cast<std::size_t>(n * nx + m); }
};

void share_current(const Grid& grid, const UprightNeedle& needle, Footprint& columns) {
  const double x = needle.x / grid.dx() - 0.5, y = needle.y / grid.dy() - 0.5;  // in cells, from middle to middle
  const double reach_x = needle.radius / grid.dx(), reach_y = needle.radius / grid.dy(), spread = 1 + 0.5;
  columns.first_i = static_cast<Index>(std::floor(x - reach_x - spread)) + 1;
  columns.first_j = static_cast<Index>(std::floor(y - reach_y - spread)) + 1;
  columns.nx = static_cast<Index>(std::ceil(x + reach_x + spread)) - columns.first_i;
  columns.ny = static_cast<Index>(std::ceil(y + reach_y + spread)) - columns.first_j;
  columns.share.assign(static_cast<std::size_t>(columns.nx * columns.ny), 0);
  for (Index place = 0; place < k_places; ++place) {
    const double angle = 2 * std::numbers::pi * (static_cast<double>(place) + 0.5) / static_cast<double>(k_places);
    const double from_x = x + reach_x * std::cos(angle) - static_cast<double>(columns.first_i);
    const double from_y = y + reach_y * std::sin(angle) - static_cast<double>(columns.first_j);
    for (Index n = 0; n < columns.ny; ++n) {
      for (Index m = 0; m < columns.nx; ++m) {
        columns.share[columns.at(m, n)] += spline(static_cast<double>(m) - from_x) *
                                           spline(static_cast<double>(n) - from_y) / static_cast<double>(k_places);
      }
    }
  }
}

Footprint footprint(const Grid& grid, const UprightNeedle& needle) {
  Footprint columns;
  share_current(grid, needle, columns);
  std::vector<double> drop(columns.share.size());
  for (Index n = 0; n < columns.ny; ++n) {
    for (Index m = 0; m < columns.nx; ++m) drop[columns.at(m, n)] = lattice_drop(m, n, grid.dy() / grid.dx());
  }
  const double lattice_radius = std::exp(-std::numbers::egamma) / 4 * std::hypot(grid.dx(), grid.dy());
  for (Index j = 0; j < columns.ny; ++j) {
    for (Index i = 0; i < columns.nx; ++i) {
      double phi = std::log(lattice_radius / needle.radius) / (2 * std::numbers::pi);
      for (Index n = 0; n < columns.ny; ++n) {
        for (Index m = 0; m < columns.nx; ++m) {
          phi += columns.share[columns.at(m, n)] * drop[columns.at(std::abs(m - i), std::abs(n - j))];
        }
      }
      columns.conductance.push_back(columns.share[columns.at(i, j)] / std::max(phi, k_least_drop));
    }
  }
  return columns;
}

/// How much of a layer lies between two depths [m].
double length_within(const Grid& grid, Index k, double from, double to) {
  const auto at = static_cast<std::size_t>(k);
  return std::max(0.0, std::min(to, grid.z_edges()[at + 1]) - std::max(from, grid.z_edges()[at]));
}

/// Within one width of the grid: no side that wraps is wrapped around twice.
bool is_near(double place, double width) {
  return place > -width && place < 2 * width;
}

void must_fit(const Grid& grid, const UprightNeedle& needle) {
  const Layout& layout = grid.layout();
  if (!is_near(needle.x, static_cast<double>(layout.nx) * grid.dx()) ||
      !is_near(needle.y, static_cast<double>(layout.ny) * grid.dy())) {
    throw InputError("the axis of a needle needs a place on the grid");
  }
  double length = 0;
  for (Index k = 0; k < grid.layout().nz; ++k) length += length_within(grid, k, needle.from, needle.to);
  if (!(needle.radius > 0 && length > 0)) throw InputError("a needle needs a radius and a length within the grid");
  const double widest = k_most_across * std::min(grid.dx(), grid.dy());
  if (2 * needle.radius > widest) {
    throw InputError(
        fmt::format("hold_needle is for needles up to {:.3g} m wide on this grid, not {:.3g} m: take "
                    "hold_body",
                    widest, 2 * needle.radius));
  }
}

/// A column's number where it is on the grid or around a side that wraps.
Index wrapped(Index i, Index n, bool wraps) {
  if (i >= 0 && i < n) return i;
  if (!wraps || i < -n || i >= 2 * n) {
    throw InputError(
        "a needle stands too near to a closed side: up to two cells off its surface must be within the grid");
  }
  return i < 0 ? i + n : i - n;
}

/// Calls body(i, j, conductance) for the columns that conduct.
template <typename Body>
void for_each_column(const Layout& layout, const Footprint& columns, const Body& body) {
  for (Index n = 0; n < columns.ny; ++n) {
    const Index j = wrapped(columns.first_j + n, layout.ny, layout.wraps_y());
    for (Index m = 0; m < columns.nx; ++m) {
      const Index i = wrapped(columns.first_i + m, layout.nx, layout.wraps_x());
      const double conductance = columns.conductance[columns.at(m, n)];
      if (conductance > 0) body(i, j, conductance);
    }
  }
}

}  // namespace

void hold_needle(const Grid& grid, const Medium& medium, const UprightNeedle& needle, Transmissibilities& matrix) {
  must_fit(grid, needle);
  const Layout& layout = grid.layout();
  const Footprint columns = footprint(grid, needle);
  std::unordered_set<Index> held;
  for (const Held& each : matrix.held()) held.insert(each.cell);
  std::vector<Exchange> exchanges;
  for_each_column(layout, columns, [&](Index i, Index j, double conductance) {
    for (Index k = 0; k < layout.nz; ++k) {
      const double length = length_within(grid, k, needle.from, needle.to);
      if (!(length > 0)) continue;
      const Index cell = layout.at(i, j, k);
      if (held.contains(cell)) throw InputError("a needle stands too near to what is held or cut");
      exchanges.push_back({cell, conductance * length * medium.conductivity(i, j, k), needle.value, needle.label});
    }
  });
  for (const Exchange& each : exchanges) matrix.add_exchange(each);
}

}  // namespace percuta::numerics
