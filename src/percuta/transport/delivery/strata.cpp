#include "percuta/transport/delivery/strata.hpp"

#include <algorithm>

#include "percuta/numerics/fields/grid.hpp"

namespace percuta::transport {
namespace {

using numerics::Index;

constexpr double k_film_cell = 10e-6;     // [m] next to the skin, at most
constexpr double k_film_cells = 5;        // through a thick one
constexpr double k_corneum_cells = 6;     // through the first layer
constexpr double k_first_cell = 5e-6;     // [m] under it
constexpr double k_growth = 0.12;         // of cells below, with their depth
constexpr double k_cells_of_a_layer = 3;  // at least

}  // namespace

std::size_t Strata::layer_of(Index k) const {
  const auto after = std::upper_bound(first.begin(), first.end(), k);
  return static_cast<std::size_t>(after - first.begin()) - 1;
}

Strata strata_of(double film_thickness, const std::vector<double>& layers, double finer) {
  std::vector<numerics::LayerCells> cells;
  const double near = std::min(k_film_cell, 0.5 * film_thickness) / finer;
  cells.push_back({film_thickness, std::max(near, film_thickness / (k_film_cells * finer)), near});
  double depth = 0;
  for (const double thickness : layers) {
    const double most = thickness / (k_cells_of_a_layer * finer);
    const double first =
        std::min(most, (depth > 0 ? k_first_cell + k_growth * depth : thickness / k_corneum_cells) / finer);
    depth += thickness;
    const double last = std::min(most, std::max(first, k_growth * depth / finer));
    cells.push_back({thickness, first, cells.size() == 1 ? first : last});
  }
  const numerics::GradedAxis axis = numerics::graded_axis(cells);
  Strata strata;
  strata.edges = axis.edges;
  strata.first = axis.interfaces;
  strata.film = strata.first.front();
  strata.first.push_back(static_cast<Index>(axis.edges.size()) - 1);
  return strata;
}

}  // namespace percuta::transport
