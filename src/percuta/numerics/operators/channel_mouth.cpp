#include "percuta/numerics/operators/channel_mouth.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numbers>
#include <utility>

#include "percuta/base/error.hpp"

namespace percuta::numerics {
namespace {

constexpr int k_lines = 64;  // along which the flow through a part of the mouth is summed, each exactly

/// Of a unit disc held at 1 on a half space of unit conductivity: what flows through its part in a patch. The flow per
/// area is 2 / (pi sqrt(1 - r^2)).
double flow_through(const PlanePatch& patch) {
  const double y_low = std::max(patch.y_low, -1.0), y_high = std::min(patch.y_high, 1.0);
  double sum = 0;
  for (int n = 0; y_high > y_low && n < k_lines; ++n) {
    const double y = y_low + (y_high - y_low) * (n + 0.5) / k_lines, half = std::sqrt(std::max(0.0, 1 - y * y));
    const double low = std::max(patch.x_low, -half), high = std::min(patch.x_high, half);
    if (high > low) sum += std::asin(std::min(1.0, high / half)) - std::asin(std::max(-1.0, low / half));
  }
  return sum * (y_high - y_low) / k_lines * 2 / std::numbers::pi;
}

/// How far the field of that disc has fallen at a radius and depth.
double drop_at(double radius, double depth) {
  const double near = std::hypot(radius - 1, depth), far = std::hypot(radius + 1, depth);
  return 1 - std::asin(std::min(1.0, 2 / (near + far))) * 2 / std::numbers::pi;
}

const Field& along_z(const Medium& medium) {
  return medium.conductivity_z ? *medium.conductivity_z : medium.conductivity;
}

/// The part of mouths that lies in a face.
struct Covered {
  double area = 0;    ///< [m2]
  double behind = 0;  ///< conductance from there to the middle of cell (i, j, k), `half` behind
};

/// Where a medium conducts otherwise along z, depth counts as many times more as makes it the same all ways.
Covered covered(const Medium& medium, const ChannelMouth& mouth, const PlanePatch& patch, double half,
                const std::array<Index, 3>& cell) {
  const auto [i, j, k] = cell;
  const double aside = medium.conductivity(i, j, k), deep = along_z(medium)(i, j, k);
  if (!(aside > 0 && deep > 0)) return {};
  const double area = shared_area(mouth.x, mouth.y, mouth.radius, patch.x_low, patch.x_high, patch.y_low, patch.y_high);
  return {area, std::sqrt(aside * deep) * mouth_conductance(mouth, patch, half * std::sqrt(aside / deep))};
}

void must_have_radius(const ChannelMouth& mouth) {
  if (!(mouth.radius > 0)) throw InputError("a channel's mouth needs a radius above zero");
}

}  // namespace

double mouth_conductance(const ChannelMouth& mouth, const PlanePatch& patch, double depth) {
  const double r = mouth.radius;
  const PlanePatch unit{(patch.x_low - mouth.x) / r, (patch.x_high - mouth.x) / r, (patch.y_low - mouth.y) / r,
                        (patch.y_high - mouth.y) / r};
  const double flow = flow_through(unit);
  if (!(flow > 0)) return 0;
  const double x = 0.5 * (unit.x_low + unit.x_high), y = 0.5 * (unit.y_low + unit.y_high);
  return flow * r / drop_at(std::hypot(x, y), depth / r);
}

void open_mouths(const Grid& grid, const Medium& medium, const MouthFace& at, const std::vector<ChannelMouth>& mouths,
                 Transmissibilities& matrix) {
  if (at.face < 1 || at.face >= grid.layout().nz) throw InputError("a channel's mouth must lie between two cells");
  const Index channel = at.opens_down ? at.face - 1 : at.face, tissue = at.opens_down ? at.face : at.face - 1;
  const double whole = grid.dx() * grid.dy(), half = 0.5 * grid.dz(tissue), above = 0.5 * grid.dz(channel);
  std::map<std::pair<Index, Index>, Covered> faces;
  for (const ChannelMouth& mouth : mouths) {
    must_have_radius(mouth);
    for_each_patch(grid, mouth.x, mouth.y, mouth.radius, [&](Index i, Index j, const PlanePatch& patch) {
      const Covered part = covered(medium, mouth, patch, half, {i, j, tissue});
      if (!(part.area > 0)) return;
      Covered& face = faces[{j, i}];
      face.area += part.area;
      face.behind += part.behind;
    });
  }
  for (const auto& [place, face] : faces) {
    const auto [j, i] = place;
    const double beside = std::max(0.0, whole - face.area), deep = along_z(medium)(i, j, tissue);
    const double within = whole * along_z(medium)(i, j, channel) - beside * at.around;
    const double through = within > 0 ? 1 / (above / within + 1 / face.behind) : 0;
    const double aside = at.around > 0 ? beside / (above / at.around + half / deep) : 0;
    matrix.set_conductance(Axis::z, i, j, at.face, through + aside);
  }
}

void add_top_mouth(const Grid& grid, const Medium& medium, const ChannelMouth& mouth, const Exchange& film,
                   Transmissibilities& matrix) {
  must_have_radius(mouth);
  for_each_patch(grid, mouth.x, mouth.y, mouth.radius, [&](Index i, Index j, const PlanePatch& patch) {
    const Covered part = covered(medium, mouth, patch, 0.5 * grid.dz(0), {i, j, 0});
    if (!(part.area > 0 && film.conductance > 0)) return;
    const double before = std::isfinite(film.conductance) ? 1 / (film.conductance * part.area) : 0;
    Exchange exchange = film;
    exchange.cell = grid.layout().at(i, j, 0);
    exchange.side = CellSide::top;
    exchange.conductance = 1 / (before + 1 / part.behind);
    matrix.add_exchange(exchange);
  });
}

}  // namespace percuta::numerics
