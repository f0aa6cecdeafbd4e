#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cstring>

#include "percuta/report/export_density.hpp"
#include "percuta/report/number.hpp"

namespace percuta::report {

namespace {

constexpr double k_thinnest_layer = 1 / double{50};  // [mm]: about the stratum corneum
constexpr double k_growth = 5 / double{4};           // from one layer to the next

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

std::string base64(const std::string& bytes) {
  constexpr char k_letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const auto byte = [&](std::size_t i) { return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0U; };
  std::string text;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const unsigned three = byte(i) << 16U | byte(i + 1) << 8U | byte(i + 2);
    for (unsigned shift = 24; shift > 0;) text += k_letters[three >> (shift -= 6) & 63U];
  }
  for (std::size_t left = (3 - bytes.size() % 3) % 3; left > 0; --left) text[text.size() - left] = '=';
  return text;
}

template <class Number>
void append(std::string& bytes, Number number) {
  static_assert(std::endian::native == std::endian::little);
  char raw[sizeof number];
  std::memcpy(raw, &number, sizeof number);
  bytes.append(raw, sizeof number);
}

/// Inline binary: the number of bytes, then the bytes.
std::string data_array(const char* name, const std::vector<double>& values) {
  std::string bytes;
  append(bytes, static_cast<std::uint64_t>(values.size() * sizeof(float)));
  for (const double value : values) append(bytes, static_cast<float>(value));
  return fmt::format("<DataArray type=\"Float32\" Name=\"{}\" format=\"binary\">{}</DataArray>\n", name, base64(bytes));
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
  const std::string extent = fmt::format("0 {} 0 {} 0 {}", tiles.columns, tiles.rows, layers);
  std::string text = fmt::format(
      "<?xml version=\"1.0\"?>\n<VTKFile type=\"RectilinearGrid\" version=\"1.0\" byte_order=\"LittleEndian\" "
      "header_type=\"UInt64\">\n<RectilinearGrid WholeExtent=\"{0}\">\n<Piece Extent=\"{0}\">\n"
      "<CellData Scalars=\"strikes_per_cm2\">\n",
      extent);
  text += data_array("strikes_per_cm2",
                     every_layer(tiles, layers, [&](std::size_t tile) { return tiles.density(tile) / k_cm2_per_m2; }));
  text += data_array("mean_depth_mm",
                     every_layer(tiles, layers, [&](std::size_t tile) { return tiles.mean_depth[tile] * k_mm_per_m; }));
  text += data_array("reaching_per_cm2", reaching(tiles, strikes, faces));
  text += "</CellData>\n<Coordinates>\n";
  text += data_array("x_mm", lines(tiles.low.x, tiles.side, tiles.columns));
  text += data_array("y_mm", lines(tiles.low.y, tiles.side, tiles.rows));
  text += data_array("z_mm", faces);
  return text + "</Coordinates>\n</Piece>\n</RectilinearGrid>\n</VTKFile>\n";
}

}  // namespace percuta::report
