#pragma once

#include <vector>

#include "percuta/numerics/fields/layout.hpp"

namespace percuta::numerics {

/// One layer of a graded axis. Cell heights grow (or shrink) geometrically from `first` to `last`.
struct LayerCells {
  double thickness = 0;  ///< [m]
  double first = 0;      ///< height of its first cell, about: cells are made to fill the layer [m]
  double last = 0;       ///< height of its last cell, about [m]
};

/// Edges of cells from 0 through all layers, n + 1 of them [m], and the numbers of the edges between two layers.
struct GradedAxis {
  std::vector<double> edges;
  std::vector<Index> interfaces;
};
GradedAxis graded_axis(const std::vector<LayerCells>& layers);

/// A tensor grid: x and y uniform, z into the skin with its own cell heights. Value type.
class Grid {
 public:
  /// With layout.nz = 0 there are as many cells in depth as the edges make. InputError when an extent is not positive
  /// or the edges do not rise.
  Grid(Layout layout, double dx, double dy, std::vector<double> z_edges);

  const Layout& layout() const { return layout_; }
  double dx() const { return dx_; }  ///< [m]
  double dy() const { return dy_; }  ///< [m]
  double dz(Index k) const { return z_edges_[static_cast<std::size_t>(k) + 1] - z_edges_[static_cast<std::size_t>(k)]; }
  double x(Index i) const { return (static_cast<double>(i) + 0.5) * dx_; }  ///< of a cell's middle [m]
  double y(Index j) const { return (static_cast<double>(j) + 0.5) * dy_; }
  double z(Index k) const { return z_edges_[static_cast<std::size_t>(k)] + 0.5 * dz(k); }
  double volume(Index k) const { return dx_ * dy_ * dz(k); }  ///< [m3]
  const std::vector<double>& z_edges() const { return z_edges_; }
  double depth() const { return z_edges_.back() - z_edges_.front(); }  ///< [m]

 private:
  Layout layout_;
  double dx_, dy_;
  std::vector<double> z_edges_;
};

/// n equal cells over `extent` [m], n + 1 edges from 0.
std::vector<double> even_edges(Index n, double extent);

}  // namespace percuta::numerics
