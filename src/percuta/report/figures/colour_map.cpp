#include "percuta/report/figures/colour_map.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace percuta::report {

namespace {

struct Colour {
  double red, green, blue;
};

// Anchors of the cividis map (Nunez, Anderton, Renslow 2018) at equal steps, without its palest tenth.
constexpr std::array<Colour, 9> k_anchors = {{{0, 32, 77},
                                              {0, 51, 111},
                                              {57, 72, 107},
                                              {87, 92, 109},
                                              {112, 113, 115},
                                              {138, 135, 121},
                                              {166, 157, 117},
                                              {196, 181, 108},
                                              {228, 207, 91}}};

int mixed(double from, double to, double share) {
  return static_cast<int>(std::lround(from + (to - from) * share));
}

}  // namespace

std::string colour_of(double share) {
  const double place = std::clamp(share, 0.0, 1.0) * static_cast<double>(k_anchors.size() - 1);
  const std::size_t below = std::min(static_cast<std::size_t>(place), k_anchors.size() - 2);
  const double rest = place - static_cast<double>(below);
  const Colour& from = k_anchors[below];
  const Colour& to = k_anchors[below + 1];
  return fmt::format("#{:02x}{:02x}{:02x}", mixed(from.red, to.red, rest), mixed(from.green, to.green, rest),
                     mixed(from.blue, to.blue, rest));
}

}  // namespace percuta::report
