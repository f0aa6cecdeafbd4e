#include "percuta/report/figures/density_png.hpp"

#include <doctest/doctest.h>
#include <zlib.h>

#include "report/tables/tiles_fixture.hpp"

using namespace percuta::report;

namespace {

std::size_t count_at(const std::string& bytes, std::size_t at) {
  std::size_t count = 0;
  for (std::size_t i = at; i < at + 4; ++i) count = count << 8 | static_cast<unsigned char>(bytes[i]);
  return count;
}

/// The content of the first chunk of this kind, checked against its sum.
std::string chunk_of(const std::string& png, const std::string& kind) {
  for (std::size_t at = 8; at + 8 < png.size(); at += count_at(png, at) + 12) {
    if (png.substr(at + 4, 4) != kind) continue;
    const std::string checked = png.substr(at + 4, count_at(png, at) + 4);
    CHECK(crc32(0, reinterpret_cast<const Bytef*>(checked.data()), static_cast<uInt>(checked.size())) ==
          count_at(png, at + 4 + checked.size()));
    return checked.substr(4);
  }
  return "";
}

}  // namespace

TEST_CASE("[unit] the picture has whole pixels per tile and says its scale") {
  const std::string png = density_png(eight_tiles());
  CHECK(png.starts_with("\x89PNG\r\n\x1a\n"));
  const std::string header = chunk_of(png, "IHDR");
  CHECK(count_at(header, 0) == 1200);
  CHECK(count_at(header, 4) == 600);
  CHECK(chunk_of(png, "tEXt").find("darkest 200 and more") != std::string::npos);
}

TEST_CASE("[unit] the densest tile is darkest, and y points up") {
  const std::string packed = chunk_of(density_png(eight_tiles()), "IDAT");
  std::string image((1200 * 4 + 1) * 600, '\0');
  uLongf size = image.size();
  REQUIRE(uncompress(reinterpret_cast<Bytef*>(image.data()), &size, reinterpret_cast<const Bytef*>(packed.data()),
                     packed.size()) == Z_OK);
  REQUIRE(size == image.size());
  const auto red = [&](std::size_t x, std::size_t y) {
    return static_cast<unsigned char>(image[y * (1200 * 4 + 1) + 1 + x * 4]);
  };
  CHECK(red(10, 590) < red(700, 10));
  CHECK(red(700, 10) < red(10, 10));
}
