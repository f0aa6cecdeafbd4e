#include "percuta/report/tables/density_csv.hpp"

#include <fmt/format.h>

#include <iterator>

#include "percuta/base/text/number.hpp"

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

}  // namespace percuta::report
