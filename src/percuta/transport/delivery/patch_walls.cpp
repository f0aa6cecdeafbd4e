#include <algorithm>
#include <cmath>

#include "percuta/transport/delivery/patch_cells.hpp"

/// Walls of holes below the first layer, where tissue conducts much as what fills a hole: between the middle of a
/// column in a hole and that of one beside it the two lie in series, parted where the wall crosses the line. In the
/// first layer, that of the barrier, a wall is a wall: there the cells' shares say all.
namespace percuta::transport {

using numerics::Axis;
using numerics::Index;

bool PatchCells::is_in_hole(double x, double y, double z, const std::vector<std::size_t>& near) const {
  return std::any_of(near.begin(), near.end(), [&](std::size_t n) {
    const Hole& hole = holes_[n];
    return hole.depth > z && std::hypot(x - hole.x, y - hole.y) < hole.radius;
  });
}

/// From a place in holes along an axis, how far they reach [m]; `step` is the way to the next middle, with its sign.
double PatchCells::way_out(double x, double y, double z, const WallFace& face, double step,
                           const std::vector<std::size_t>& near) const {
  double farthest = 0;
  for (const std::size_t n : near) {
    const Hole& hole = holes_[n];
    if (!(hole.depth > z && std::hypot(x - hole.x, y - hole.y) < hole.radius)) continue;
    const double along = face.axis == Axis::x ? x - hole.x : y - hole.y;
    const double aside = face.axis == Axis::x ? y - hole.y : x - hole.x;
    const double half = std::sqrt(hole.radius * hole.radius - aside * aside);
    farthest = std::max(farthest, step > 0 ? half - along : half + along);
  }
  return farthest;
}

void PatchCells::add_wall(const WallFace& face, const std::vector<std::size_t>& near) {
  const bool is_x = face.axis == Axis::x;
  const double x = grid_.x(face.i), y = grid_.y(face.j), z = grid_.z(face.k) - strata.surface();
  const double step = is_x ? grid_.dx() : grid_.dy();
  const double x_before = is_x ? x - step : x, y_before = is_x ? y : y - step;
  const bool before = is_in_hole(x_before, y_before, z, near), after = is_in_hole(x, y, z, near);
  WallFace made = face;
  if (before && after) {
    made.within = 1;
  } else if (before) {
    made.within = std::min(1.0, way_out(x_before, y_before, z, face, step, near) / step);
  } else if (after) {
    made.within = std::min(1.0, way_out(x, y, z, face, -step, near) / step);
  }
  walls_.push_back(made);
}

void PatchCells::find_walls() {
  const Index nz = layout().nz;
  for (const auto& [column, own] : near_) {
    const auto [j, i] = column;
    for (Index k = strata.first[1]; k < nz; ++k) {
      const double z = grid_.z(k) - strata.surface();
      if (std::none_of(own.begin(), own.end(), [&](std::size_t n) { return holes_[n].depth > z; })) break;
      const auto add = [&](const WallFace& face, Index other_j, Index other_i) {
        std::vector<std::size_t> all = own;
        const auto other = near_.find({other_j, other_i});
        if (other != near_.end()) all.insert(all.end(), other->second.begin(), other->second.end());
        add_wall(face, all);
      };
      if (i > 0) add({Axis::x, i, j, k}, j, i - 1);
      if (j > 0) add({Axis::y, i, j, k}, j - 1, i);
      if (i + 1 < layout().nx && !near_.contains({j, i + 1})) add({Axis::x, i + 1, j, k}, j, i + 1);
      if (j + 1 < layout().ny && !near_.contains({j + 1, i})) add({Axis::y, i, j + 1, k}, j + 1, i);
    }
  }
}

void PatchCells::set_walls(const Substance& substance, numerics::Transmissibilities& matrix) const {
  for (const WallFace& face : walls_) {
    const LayerProperties& layer = substance.layers[strata.layer_of(face.k)];
    const double tissue = layer.diffusivity * layer.partition, hole = substance.hole_conductivity;
    if (!(tissue > 0 && hole > 0)) continue;
    const bool is_x = face.axis == Axis::x;
    const double area = (is_x ? grid_.dy() : grid_.dx()) * grid_.dz(face.k), length = is_x ? grid_.dx() : grid_.dy();
    matrix.set_conductance(face.axis, face.i, face.j, face.k,
                           area / (length * (face.within / hole + (1 - face.within) / tissue)));
  }
}

}  // namespace percuta::transport
