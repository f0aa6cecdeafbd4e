#include "percuta/numerics/operators/face_share.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace percuta::numerics {
namespace {

constexpr std::size_t k_parts = 4;      // of a face's side, within which a surface counts as flat
constexpr int k_halvings = 40;          // of the line on which a surface is looked for
constexpr double k_least_share = 1e-3;  // of a face; less would make cells that hang on a thread

double half_diagonal(const Rectangle& face) {
  const SkinPlace &u = face.u, &v = face.v;
  return 0.5 * std::sqrt(u.x * u.x + u.y * u.y + u.z * u.z + v.x * v.x + v.y * v.y + v.z * v.z);
}

/// The share of a triangle in which what is linear between its corners is positive.
double positive_share(double a, double b, double c) {
  const int n = (a > 0 ? 1 : 0) + (b > 0 ? 1 : 0) + (c > 0 ? 1 : 0);
  if (n == 0 || n == 3) return n == 0 ? 0 : 1;
  const double single = n == 1 ? std::max({a, b, c}) : std::min({a, b, c});
  const double first = single == a ? b : a, second = single == c ? b : c;  // both of the other sign
  const double corner = single == 0 ? 0 : single / (single - first) * (single / (single - second));
  return n == 1 ? corner : 1 - corner;
}

/// Each of 4 x 4 parts as four triangles about its middle, so that no diagonal is preferred.
double open_share_of(const BodyShape& body, const Rectangle& face) {
  const double middle = body(face.at(0.5, 0.5)), reach = half_diagonal(face);
  if (middle >= reach) return 1;
  if (middle <= -reach) return 0;
  std::array<std::array<double, k_parts + 1>, k_parts + 1> corner{};
  for (std::size_t m = 0; m <= k_parts; ++m) {
    for (std::size_t n = 0; n <= k_parts; ++n) {
      corner.at(m).at(n) = body(face.at(static_cast<double>(m) / k_parts, static_cast<double>(n) / k_parts));
    }
  }
  double sum = 0;
  for (std::size_t m = 0; m < k_parts; ++m) {
    for (std::size_t n = 0; n < k_parts; ++n) {
      const double a = corner.at(m).at(n), b = corner.at(m + 1).at(n);
      const double c = corner.at(m + 1).at(n + 1), d = corner.at(m).at(n + 1);
      const double e =
          body(face.at((static_cast<double>(m) + 0.5) / k_parts, (static_cast<double>(n) + 0.5) / k_parts));
      sum += positive_share(a, b, e) + positive_share(b, c, e) + positive_share(c, d, e) + positive_share(d, a, e);
    }
  }
  return sum / (4 * k_parts * k_parts);
}

SkinPlace low_corner(const Grid& grid, Index i, Index j, Index k) {
  return {static_cast<double>(i) * grid.dx(), static_cast<double>(j) * grid.dy(),
          grid.z_edges()[static_cast<std::size_t>(k)]};
}

/// Cells [from, to).
struct CellBlock {
  CellPlace from, to;
};

void sort_block(const Grid& grid, const BodyShape& body, double margin, const CellBlock& block, CellsAtBody& cells) {
  const auto [from, to] = block;
  const SkinPlace low = low_corner(grid, from.i, from.j, from.k);
  const double dx = static_cast<double>(to.i - from.i) * grid.dx(), dy = static_cast<double>(to.j - from.j) * grid.dy();
  const double dz = grid.z_edges()[static_cast<std::size_t>(to.k)] - low.z;
  const double middle = body({low.x + 0.5 * dx, low.y + 0.5 * dy, low.z + 0.5 * dz});
  const double reach = 0.5 * std::sqrt(dx * dx + dy * dy + dz * dz) + margin;
  if (middle >= reach) return;
  const bool is_within = middle <= -reach;
  const Index ni = to.i - from.i, nj = to.j - from.j, nk = to.k - from.k;
  if (is_within || (ni == 1 && nj == 1 && nk == 1)) {
    for (Index j = from.j; j < to.j; ++j) {
      for (Index k = from.k; k < to.k; ++k) {
        for (Index i = from.i; i < to.i; ++i) (is_within ? cells.within : cells.near).push_back({i, j, k});
      }
    }
    return;
  }
  CellBlock first = block, second = block;
  if (nj > 1 && (ni == 1 || dy >= dx) && (nk == 1 || dy >= dz)) {
    first.to.j = second.from.j = from.j + nj / 2;
  } else if (nk > 1 && (ni == 1 || dz >= dx)) {
    first.to.k = second.from.k = from.k + nk / 2;
  } else {
    first.to.i = second.from.i = from.i + ni / 2;
  }
  sort_block(grid, body, margin, first, cells);
  sort_block(grid, body, margin, second, cells);
}

}  // namespace

CellsAtBody cells_at(const Grid& grid, const BodyShape& body, double margin) {
  CellsAtBody cells;
  const Layout& layout = grid.layout();
  sort_block(grid, body, margin, {{0, 0, 0}, {layout.nx, layout.ny, layout.nz}}, cells);
  return cells;
}

Rectangle rectangle_of(const Grid& grid, CellFace face) {
  const SkinPlace low = low_corner(grid, face.i, face.j, face.k);
  const SkinPlace x{grid.dx(), 0, 0}, y{0, grid.dy(), 0}, z{0, 0, grid.dz(face.k)};
  if (face.axis == Axis::x) return {low, y, z};
  return face.axis == Axis::y ? Rectangle{low, x, z} : Rectangle{low, x, y};
}

SkinPlace middle_of(const Grid& grid, Index i, Index j, Index k) {
  return {grid.x(i), grid.y(j), grid.z(k)};
}

std::optional<Crossing> crossing(const Grid& grid, CellFace face) {
  const Layout& layout = grid.layout();
  const auto [axis, i, j, k] = face;
  const SkinPlace after = middle_of(grid, i, j, k);
  const double dx = grid.dx(), dy = grid.dy(), dz = grid.dz(k);
  if (axis == Axis::x) {
    if (i == 0 && !layout.wraps_x()) return std::nullopt;
    return Crossing{face,   i > 0 ? i - 1 : layout.nx - 1, j, k, {after.x - dx, after.y, after.z}, after, dx, dx,
                    dy * dz};
  }
  if (axis == Axis::y) {
    if (j == 0 && !layout.wraps_y()) return std::nullopt;
    return Crossing{face, i,      j > 0 ? j - 1 : layout.ny - 1, k, {after.x, after.y - dy, after.z}, after, dy,
                    dy,   dx * dz};
  }
  if (k == 0) return std::nullopt;
  return Crossing{face, i, j, k - 1, middle_of(grid, i, j, k - 1), after, grid.dz(k - 1), dz, dx * dy};
}

double open_share(const Grid& grid, const BodyShape& body, CellFace face) {
  const double share = open_share_of(body, rectangle_of(grid, face));
  return share > k_least_share ? share : 0;
}

double open_share_of_cell(const Grid& grid, const BodyShape& body, Index i, Index j, Index k) {
  const double dx = grid.dx(), dy = grid.dy(), dz = grid.dz(k);
  const double reach = 0.5 * std::sqrt(dx * dx + dy * dy + dz * dz), middle = body(middle_of(grid, i, j, k));
  if (middle >= reach || middle <= -reach) return middle > 0 ? 1 : 0;
  double sum = 0;
  for (std::size_t n = 0; n < k_parts; ++n) {
    SkinPlace corner = low_corner(grid, i, j, k);
    corner.z += (static_cast<double>(n) + 0.5) / k_parts * dz;
    sum += open_share_of(body, {corner, {dx, 0, 0}, {0, dy, 0}});
  }
  return sum / k_parts;
}

double way_to_surface(const BodyShape& body, SkinPlace out, SkinPlace in) {
  double low = 0, high = 1;
  for (int n = 0; n < k_halvings; ++n) {
    const double share = 0.5 * (low + high);
    const SkinPlace at{out.x + share * (in.x - out.x), out.y + share * (in.y - out.y), out.z + share * (in.z - out.z)};
    (body(at) < 0 ? high : low) = share;
  }
  return 0.5 * (low + high);
}

}  // namespace percuta::numerics
