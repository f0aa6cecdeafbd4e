#include "percuta/numerics/fields/grid.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

#include "percuta/base/error.hpp"

namespace percuta::numerics {
namespace {

/// Cell heights of one layer: as many as make the first and last come nearest to what is asked, filling it exactly.
std::vector<double> heights(const LayerCells& layer) {
  if (!(layer.thickness > 0 && layer.first > 0 && layer.last > 0)) {
    throw InputError("a layer of cells needs a thickness and cell heights above zero");
  }
  const double ratio = layer.last / layer.first;
  const double mean = ratio == 1 ? layer.first : (layer.last - layer.first) / std::log(ratio);
  const auto n = std::max<std::size_t>(1, static_cast<std::size_t>(std::lround(layer.thickness / mean)));
  std::vector<double> cells(n);
  double sum = 0;
  for (std::size_t i = 0; i < n; ++i) {
    cells[i] = std::pow(ratio, (static_cast<double>(i) + 0.5) / static_cast<double>(n));
    sum += cells[i];
  }
  for (double& cell : cells) cell *= layer.thickness / sum;
  return cells;
}

}  // namespace

GradedAxis graded_axis(const std::vector<LayerCells>& layers) {
  GradedAxis axis{{0}, {}};
  double top = 0;
  for (const LayerCells& layer : layers) {
    if (axis.edges.size() > 1) axis.interfaces.push_back(static_cast<Index>(axis.edges.size()) - 1);
    for (const double height : heights(layer)) axis.edges.push_back(axis.edges.back() + height);
    top += layer.thickness;
    axis.edges.back() = top;  // the interface stands exactly where it was asked for
  }
  return axis;
}

Grid::Grid(Layout layout, double dx, double dy, std::vector<double> z_edges)
    : layout_(layout), dx_(dx), dy_(dy), z_edges_(std::move(z_edges)) {
  if (layout_.nz == 0) layout_.nz = static_cast<Index>(z_edges_.size()) - 1;
  if (layout_.nx < 1 || layout_.ny < 1 || layout_.nz < 1 || !(dx_ > 0 && dy_ > 0)) {
    throw InputError(
        fmt::format("a grid of {} x {} x {} cells of {} x {} m is none", layout_.nx, layout_.ny, layout_.nz, dx_, dy_));
  }
  const bool rises = std::adjacent_find(z_edges_.begin(), z_edges_.end(), std::greater_equal<>()) == z_edges_.end();
  if (!rises || z_edges_.size() != static_cast<std::size_t>(layout_.nz) + 1) {
    throw InputError(fmt::format("{} cells in depth need {} rising edges", layout_.nz, layout_.nz + 1));
  }
}

std::vector<double> even_edges(Index n, double extent) {
  std::vector<double> edges(static_cast<std::size_t>(n) + 1);
  for (std::size_t i = 0; i < edges.size(); ++i) edges[i] = extent * static_cast<double>(i) / static_cast<double>(n);
  return edges;
}

}  // namespace percuta::numerics
