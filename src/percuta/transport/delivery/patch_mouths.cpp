#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "percuta/numerics/operators/channel_mouth.hpp"
#include "percuta/transport/delivery/mouths.hpp"
#include "percuta/transport/delivery/patch_cells.hpp"

/// Mouths of a patch's holes. What crowds at their edges in the film is that of a disc held on a half space, cell by
/// cell; a resistance in each mouth closes it.
namespace percuta::transport {

using numerics::Axis;
using numerics::Field;
using numerics::Index;
using numerics::Transmissibilities;

namespace {

constexpr double k_steady_tolerance = 1e-5;

/// Calls body(first, last) for the parts in each face.
template <class Parts, class Body>
void for_faces(const Parts& parts, const Body& body) {
  for (std::size_t first = 0; first < parts.size();) {
    std::size_t last = first + 1;
    while (last < parts.size() && parts[last].i == parts[first].i && parts[last].j == parts[first].j) ++last;
    body(first, last);
    first = last;
  }
}

}  // namespace

/// Parts of mouths that merge share their face.
void PatchCells::find_mouths() {
  const double whole = grid_.dx() * grid_.dy(), half = 0.5 * grid_.dz(strata.film - 1);
  for (const auto& [column, own] : near_) {
    const auto [j, i] = column;
    const numerics::PlanePatch patch{grid_.x(i) - 0.5 * grid_.dx(), grid_.x(i) + 0.5 * grid_.dx(),
                                     grid_.y(j) - 0.5 * grid_.dy(), grid_.y(j) + 0.5 * grid_.dy()};
    const std::size_t before = mouths_.size();
    double sum = 0;
    for (const std::size_t n : own) {
      const Hole& hole = holes_[n];
      const double area =
          numerics::shared_area(hole.x, hole.y, hole.radius, patch.x_low, patch.x_high, patch.y_low, patch.y_high);
      if (!(area > 0)) continue;
      sum += area;
      mouths_.push_back({i, j, n, area, numerics::mouth_conductance({hole.x, hole.y, hole.radius}, patch, half)});
    }
    const double covered = whole * part_(i, j, strata.film), shared = sum > covered ? covered / sum : 1;
    for (std::size_t m = before; m < mouths_.size(); ++m) {
      mouths_[m].area *= shared;
      mouths_[m].way *= shared;
    }
  }
}

/// Conductance of each part when open: from the film's lowest cell into the hole's first.
std::vector<double> PatchCells::through(const Substance& substance) const {
  std::vector<double> made;
  made.reserve(mouths_.size());
  const double below = 0.5 * grid_.dz(strata.film);
  for (const MouthPart& part : mouths_) {
    const double film = substance.film_conductivity * part.way, hole = substance.hole_conductivity * part.area;
    made.push_back(film > 0 && hole > 0 ? 1 / (1 / film + below / hole) : 0);
  }
  return made;
}

/// What fills a hole shorts the cells of the barrier that it has a part of; so what lies beside it in such a column
/// resists on its face to the film, with its whole thickness.
void PatchCells::open_mouths(const Substance& substance, Transmissibilities& matrix) const {
  if (!(substance.film_conductivity > 0)) return;
  const Index k = strata.film;
  const LayerProperties& layer = substance.layers.front();
  const double whole = grid_.dx() * grid_.dy();
  const double tissue = layer.diffusivity * layer.partition * beside_follicles(substance);
  const double barrier = strata.edges[static_cast<std::size_t>(strata.first[1])] - strata.surface();
  const double beside = 0.5 * grid_.dz(k - 1) / substance.film_conductivity + barrier / tissue;
  const std::vector<double> open = through(substance);
  for_faces(mouths_, [&](std::size_t first, std::size_t last) {
    double sum = 0, area = 0;
    for (std::size_t m = first; m < last; ++m) {
      sum += open[m];
      area += mouths_[m].area;
    }
    matrix.set_conductance(Axis::z, mouths_[first].i, mouths_[first].j, k,
                           sum + (tissue > 0 ? std::max(0.0, whole - area) / beside : 0));
  });
}

/// As beside rings: of a tube through the stratum corneum and of the mouth behind it; 0 of one that lets nothing pass
/// [s/m].
double PatchCells::own_resistance(const Hole& hole, const Substance& substance) const {
  if (!(substance.hole_conductivity > 0)) return 0;
  const double corneum = strata.edges[static_cast<std::size_t>(strata.first[1])] - strata.surface();
  return (std::min(hole.depth, corneum) + std::numbers::pi * hole.radius / 4) / substance.hole_conductivity;
}

Mouths PatchCells::mouths(const Substance& substance, const Transmissibilities& open) const {
  Mouths made{std::vector<double>(holes_.size(), 0.0), {}, through(substance), {}};
  if (mouths_.empty()) return {};
  const Index k = strata.film;
  for_faces(mouths_, [&](std::size_t first, std::size_t last) {
    double sum = 0;
    for (std::size_t m = first; m < last; ++m) sum += made.through[m];
    made.beside.push_back(std::max(0.0, open.conductance(Axis::z, mouths_[first].i, mouths_[first].j, k) - sum));
  });
  std::vector<double> flow(holes_.size(), 0.0), drop(holes_.size(), 0.0), mouth(holes_.size(), 0.0);
  {
    const Field with = lacking(*this, open, k_steady_tolerance);
    for (std::size_t m = 0; m < mouths_.size(); ++m) {
      flow[mouths_[m].hole] += made.through[m] * with(mouths_[m].i, mouths_[m].j, k);
    }
  }
  Transmissibilities shut = open;
  set_mouths(made, 0, shut);
  const Field without = lacking(*this, std::move(shut), k_steady_tolerance);
  for (const MouthPart& part : mouths_) {
    mouth[part.hole] += part.area;
    drop[part.hole] += part.area * without(part.i, part.j, k);
  }
  for (std::size_t n = 0; n < holes_.size(); ++n) {
    const double own = own_resistance(holes_[n], substance);
    made.halving[n] = own > 0 && flow[n] * own > k_least_flow * mouth[n] ? drop[n] / flow[n] : own;
  }
  return made;
}

void PatchCells::set_mouths(const Mouths& mouths, double share, Transmissibilities& matrix) const {
  std::size_t face = 0;
  for_faces(mouths_, [&](std::size_t first, std::size_t last) {
    double now = mouths.beside[face++];
    for (std::size_t m = first; m < last; ++m) {
      const double half = mouths.halving[mouths_[m].hole], through = mouths.through[m];
      if (share > 0 && through > 0) now += 1 / (1 / through + half * (1 / share - 1) / mouths_[m].area);
    }
    matrix.set_conductance(Axis::z, mouths_[first].i, mouths_[first].j, strata.film, now);
  });
}

}  // namespace percuta::transport
