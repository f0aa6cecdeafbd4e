#include "percuta/report/figures/density_map_svg.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "percuta/base/text/number.hpp"
#include "percuta/report/figures/axis.hpp"
#include "percuta/report/figures/colour_map.hpp"
#include "percuta/report/figures/map_view.hpp"

namespace percuta::report {

namespace {

constexpr double k_height = 740;
constexpr Frame k_panel = {78, 88, 690, 640};
constexpr Frame k_side = {718, 88, 932, 640};
constexpr int k_steps = 24;

numerics::Box box_of(const DensityTiles& tiles) {
  return {tiles.low,
          {tiles.low.x + static_cast<double>(tiles.columns) * tiles.side,
           tiles.low.y + static_cast<double>(tiles.rows) * tiles.side}};
}

void draw_tiles(Drawing& drawing, const DensityTiles& tiles, const MapView& view, double most) {
  for (std::size_t i = 0; i < tiles.size(); ++i) {
    if (!tiles.is_told(i)) continue;
    const numerics::Point low = {tiles.low.x + static_cast<double>(i % tiles.columns) * tiles.side,
                                 tiles.low.y + static_cast<double>(i / tiles.columns) * tiles.side};
    const Spot bottom = view.spot(low), top = view.spot({low.x + tiles.side, low.y + tiles.side});
    const std::string colour = colour_of(1 - tiles.density(i) / most);
    drawing.rectangle({bottom.x, top.y, top.x + style::k_tile_overlap, bottom.y + style::k_tile_overlap},
                      {.fill = colour});
  }
}

void draw_key(Drawing& drawing, double most) {
  constexpr double k_bar_height = 220, k_bar_width = 18, k_below_words = 34;
  constexpr int k_parts = 5;
  drawing.text({k_side.left, k_side.top + style::k_text_size}, "Strikes per cm\u00b2", {.is_bold = true});
  const double top = k_side.top + k_below_words;
  const Frame bar = {k_side.left, top, k_side.left + k_bar_width, top + k_bar_height};
  const double slice = bar.height() / k_steps;
  for (int i = 0; i < k_steps; ++i) {
    const double y = bar.top + slice * i;
    drawing.rectangle({bar.left, y, bar.right, std::min(y + slice + 0.5, bar.bottom)},
                      {.fill = colour_of(static_cast<double>(i) / (k_steps - 1))});
  }
  const double shown = most / k_cm2_per_m2;
  const Scale scale = {0, shown, bar.bottom, bar.top};
  for (const double value : ticks(0, shown, k_parts)) {
    drawing.line({bar.right, scale.at(value)}, {bar.right + 4, scale.at(value)}, {.edge = style::k_quiet});
    drawing.text({bar.right + 8, scale.at(value) + 4}, six_digit_text(rounded(value)), {.size = style::k_small_size});
  }
}

}  // namespace

std::string density_map_svg(const DensityTiles& tiles, const FigureOrigin& origin, const MapGround& ground) {
  const double most = std::max(densest_shown(tiles), 1.0);
  const std::string what = fmt::format("Strikes per area in tiles of {} mm, plain counts; darker is denser.",
                                       six_digit_text(tiles.side * k_mm_per_m));
  Drawing drawing(style::k_width, k_height, "How densely the needles land: " + origin.title, what);
  const MapView view = MapView::fitting(box_of(tiles), k_panel);
  drawing.begin_clip(k_panel);
  drawing.polygon(view.spots(ground.outline), {.fill = style::k_skin, .edge = style::k_edge, .width = style::k_fine});
  drawing.end_clip();
  const numerics::Box shown = view.shown();
  draw_bottom_axis(drawing, k_panel, {shown.low.x * k_mm_per_m, shown.high.x * k_mm_per_m, k_panel.left, k_panel.right},
                   "across the site [mm]");
  draw_left_axis(drawing, k_panel, {shown.low.y * k_mm_per_m, shown.high.y * k_mm_per_m, k_panel.bottom, k_panel.top},
                 "along the site [mm]");
  drawing.begin_clip(k_panel);
  draw_tiles(drawing, tiles, view, most);
  drawing.polygon(view.spots(ground.window), {.edge = style::k_ink, .width = style::k_fine, .dashes = "7 4"});
  drawing.end_clip();
  drawing.rectangle(k_panel, {.edge = style::k_quiet});
  draw_key(drawing, most);
  draw_frame_words(
      drawing, {k_height, "How densely the needles land", what + " First session, every input at its median."}, origin);
  return drawing.svg();
}

}  // namespace percuta::report
