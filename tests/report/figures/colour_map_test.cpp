#include "percuta/report/figures/colour_map.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace percuta::report;

namespace {

/// Rec. 709 luma of "#rrggbb", 0 to 255.
double luma(const std::string& colour) {
  const auto part = [&](std::size_t at) { return std::stoi(colour.substr(at, 2), nullptr, 16); };
  return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5);
}

}  // namespace

TEST_CASE("[unit] the map runs from dark blue to yellow and is clamped at its ends") {
  CHECK(colour_of(0) == "#00204d");
  CHECK(colour_of(1) == "#e4cf5b");
  CHECK(colour_of(-3) == colour_of(0));
  CHECK(colour_of(7) == colour_of(1));
}

TEST_CASE("[law] lightness only ever grows, in nearly equal steps, so grey print keeps the order") {
  for (int i = 0; i < 50; ++i) {
    const double step = luma(colour_of((i + 1) / 50.0)) - luma(colour_of(i / 50.0));
    CHECK(step > 0);
    CHECK(step < 8);
  }
}

TEST_CASE("[law] red never stands against green: blue and yellow carry the map") {
  for (int i = 0; i <= 50; ++i) {
    const std::string colour = colour_of(i / 50.0);
    const int red = std::stoi(colour.substr(1, 2), nullptr, 16), green = std::stoi(colour.substr(3, 2), nullptr, 16);
    CHECK(green - red < 52);
    CHECK(red - green < 30);
  }
}
