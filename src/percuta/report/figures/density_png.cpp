#include "percuta/report/figures/density_png.hpp"

#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <new>

#include "percuta/base/text/number.hpp"
#include "percuta/report/figures/colour_map.hpp"

namespace percuta::report {

namespace {

constexpr std::size_t k_wanted_width = 1200;  // [px]
constexpr std::size_t k_channels = 4;

void append_count(std::string& bytes, std::uint32_t count) {
  for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(count >> shift & 255U);
}

std::string chunk(const std::string& kind, const std::string& content) {
  std::string bytes;
  append_count(bytes, static_cast<std::uint32_t>(content.size()));
  const std::string checked = kind + content;
  bytes += checked;
  const uLong sum = crc32(0, reinterpret_cast<const Bytef*>(checked.data()), static_cast<uInt>(checked.size()));
  append_count(bytes, static_cast<std::uint32_t>(sum));
  return bytes;
}

std::string packed(const std::string& bytes) {
  uLongf size = compressBound(static_cast<uLong>(bytes.size()));
  std::string out(size, '\0');
  const int state = compress2(reinterpret_cast<Bytef*>(out.data()), &size, reinterpret_cast<const Bytef*>(bytes.data()),
                              static_cast<uLong>(bytes.size()), Z_BEST_COMPRESSION);
  if (state != Z_OK) throw std::bad_alloc();
  out.resize(size);
  return out;
}

/// Red, green, blue and opacity of a tile.
std::string pixel(const DensityTiles& tiles, std::size_t tile, double most) {
  if (!tiles.is_told(tile)) return std::string(k_channels, '\0');
  constexpr int k_hexadecimal = 16;
  const auto code = static_cast<std::uint32_t>(
      std::stoul(colour_of(1 - tiles.density(tile) / most).substr(1), nullptr, k_hexadecimal));
  std::string bytes;
  for (int shift = 16; shift >= 0; shift -= 8) bytes += static_cast<char>(code >> shift & 255U);
  return bytes + '\xff';
}

}  // namespace

std::string density_png(const DensityTiles& tiles) {
  const std::size_t zoom = std::max<std::size_t>(1, k_wanted_width / std::max<std::size_t>(1, tiles.columns));
  const double most = std::max(densest_shown(tiles), 1.0);
  std::string image;
  for (std::size_t row = tiles.rows; row-- > 0;) {  // y upwards
    std::string line(1, '\0');                      // no filter
    for (std::size_t column = 0; column < tiles.columns; ++column) {
      const std::string one = pixel(tiles, row * tiles.columns + column, most);
      for (std::size_t k = 0; k < zoom; ++k) line += one;
    }
    for (std::size_t k = 0; k < zoom; ++k) image += line;
  }
  std::string header;
  append_count(header, static_cast<std::uint32_t>(tiles.columns * zoom));
  append_count(header, static_cast<std::uint32_t>(tiles.rows * zoom));
  header += std::string("\x08\x06\x00\x00\x00", 5);  // 8 bits, RGBA, no interlace
  const std::string words = fmt::format("Strikes per cm2, {} mm tiles: palest 0, darkest {} and more. {} px per tile.",
                                        six_digit_text(tiles.side * k_mm_per_m), short_text(most / k_cm2_per_m2), zoom);
  return std::string("\x89PNG\r\n\x1a\n", 8) + chunk("IHDR", header) +
         chunk("tEXt", std::string("Description\0", 12) + words) + chunk("IDAT", packed(image)) + chunk("IEND", "");
}

}  // namespace percuta::report
