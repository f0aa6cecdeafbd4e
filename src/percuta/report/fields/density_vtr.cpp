#include "percuta/report/fields/density_vtr.hpp"

#include <algorithm>

#include "percuta/base/text/number.hpp"
#include "percuta/report/fields/vtr_grid.hpp"

namespace percuta::report {

namespace {

constexpr double k_thinnest_layer = 0.02;  // [mm]: about the stratum corneum
constexpr double k_growth = 1.25;          // from one layer to the next

/// Upper and lower faces of the layers, down past the deepest strike [mm].
std::vector<double> layer_faces(const std::vector<Strike>& strikes) {
  double deepest = 0;
  for (const Strike& one : strikes) deepest = std::max(deepest, one.depth * k_mm_per_m);
  std::vector<double> faces = {0};
  double thickness = k_thinnest_layer;
  while (faces.size() < 2 || faces.back() < deepest) {
    faces.push_back(faces.back() + thickness);
    thickness *= k_growth;
  }
  return faces;
}

std::vector<double> lines(double low, double side, std::size_t parts) {
  std::vector<double> places;
  for (std::size_t i = 0; i <= parts; ++i) places.push_back((low + static_cast<double>(i) * side) * k_mm_per_m);
  return places;
}

/// Per cell, layer by layer: strikes in the window that get deeper than the layer's upper face, per area [1/cm2].
std::vector<double> reaching(const DensityTiles& tiles, const std::vector<Strike>& strikes,
                             const std::vector<double>& faces) {
  const std::size_t layers = faces.size() - 1;
  std::vector<double> cells(layers * tiles.size());
  for (const Strike& one : strikes) {
    const std::size_t tile = tiles.at(one.x, one.y);
    if (tile == tiles.size() || !tiles.is_told(tile)) continue;
    const double weight = 1 / (tiles.inside[tile] * tiles.side * tiles.side * k_cm2_per_m2);
    for (std::size_t layer = 0; layer < layers && one.depth * k_mm_per_m > faces[layer]; ++layer) {
      cells[layer * tiles.size() + tile] += weight;
    }
  }
  return cells;
}

template <class Value>
std::vector<double> every_layer(const DensityTiles& tiles, std::size_t layers, const Value& value) {
  std::vector<double> cells;
  for (std::size_t layer = 0; layer < layers; ++layer) {
    for (std::size_t tile = 0; tile < tiles.size(); ++tile) cells.push_back(value(tile));
  }
  return cells;
}

}  // namespace

std::string density_vtr(const DensityTiles& tiles, const std::vector<Strike>& strikes) {
  const std::vector<double> faces = layer_faces(strikes);
  const std::size_t layers = faces.size() - 1;
  const auto array = [](const char* name, const std::vector<double>& values) {
    return vtr_array(name, values, VtrNumbers::single);
  };
  VtrGrid grid;
  grid.cells = {tiles.columns, tiles.rows, layers};
  grid.edges = {array("x_mm", lines(tiles.low.x, tiles.side, tiles.columns)),
                array("y_mm", lines(tiles.low.y, tiles.side, tiles.rows)), array("z_mm", faces)};
  grid.values = {
      array("strikes_per_cm2",
            every_layer(tiles, layers, [&](std::size_t tile) { return tiles.density(tile) / k_cm2_per_m2; })),
      array("mean_depth_mm",
            every_layer(tiles, layers, [&](std::size_t tile) { return tiles.mean_depth[tile] * k_mm_per_m; })),
      array("reaching_per_cm2", reaching(tiles, strikes, faces))};
  return vtr_text(grid, VtrBody::in_place);
}

}  // namespace percuta::report
