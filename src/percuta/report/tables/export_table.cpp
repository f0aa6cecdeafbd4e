#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "percuta/base/text/number.hpp"
#include "percuta/report/figures/figures.hpp"

namespace percuta::report {

std::string density_csv(const DensityTiles& tiles) {
  std::string csv = "x_mm,y_mm,strikes,window_share,density_per_cm2,mean_depth_mm\n";
  for (std::size_t i = 0; i < tiles.size(); ++i) {
    if (!(tiles.inside[i] > 0)) continue;
    const double x = tiles.low.x + (static_cast<double>(i % tiles.columns) + 0.5) * tiles.side;
    const double y = tiles.low.y + (static_cast<double>(i / tiles.columns) + 0.5) * tiles.side;
    fmt::format_to(std::back_inserter(csv), "{},{},{},{},{},{}\n", six_digit_text(x * k_mm_per_m),
                   six_digit_text(y * k_mm_per_m), tiles.strikes[i], six_digit_text(tiles.inside[i]),
                   tiles.is_told(i) ? six_digit_text(tiles.density(i) / k_cm2_per_m2) : "",
                   tiles.mean_depth[i] > 0 ? six_digit_text(tiles.mean_depth[i] * k_mm_per_m) : "");
  }
  return csv;
}

double densest_shown(const DensityTiles& tiles) {
  constexpr std::size_t k_hundred = 100;
  std::vector<double> told;
  for (std::size_t i = 0; i < tiles.size(); ++i) {
    if (tiles.is_told(i)) told.push_back(tiles.density(i));
  }
  if (told.empty()) return 0;
  const auto rank = static_cast<std::ptrdiff_t>(told.size() - 1 - told.size() / k_hundred);
  std::nth_element(told.begin(), told.begin() + rank, told.end());
  return told[static_cast<std::size_t>(rank)];
}

}  // namespace percuta::report
