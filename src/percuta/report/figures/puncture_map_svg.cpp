#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "percuta/base/text/number.hpp"
#include "percuta/numerics/statistics/thinning.hpp"
#include "percuta/report/figures/axis.hpp"
#include "percuta/report/figures/colour_map.hpp"
#include "percuta/report/figures/figure_words.hpp"
#include "percuta/report/figures/figures.hpp"
#include "percuta/report/figures/map_view.hpp"
#include "percuta/report/page/page.hpp"

namespace percuta::report {

namespace {

constexpr double k_height = 740;
constexpr Frame k_panel = {78, 88, 690, 640};
constexpr Frame k_side = {718, 88, 932, 640};
constexpr std::size_t k_most_dots = 20000;
constexpr std::size_t k_classes = 24;
constexpr double k_last_class = k_classes - 1;
constexpr double k_scale_bar_drop = 38;

const Ink k_outline_ink = {.fill = style::k_skin, .edge = style::k_edge, .width = style::k_fine};
const Ink k_window_ink = {.fill = style::k_treated, .edge = style::k_ink, .width = style::k_fine, .dashes = "7 4"};
const Ink k_expression_ink = {.edge = style::k_expression, .width = style::k_bold};

/// The punctures that are drawn, sorted by how they are drawn.
struct Marks {
  std::array<std::vector<Spot>, k_classes> dots, crosses;  ///< by depth class, shallow first
  std::vector<Spot> not_pierced;
  double shallowest = 0, deepest = 0;  ///< of the colour scale [mm]
  std::size_t total = 0, shown = 0, shown_in_window = 0, reentries = 0, missed = 0;

  std::size_t class_of(double depth) const {
    const double share = (depth - shallowest) / (deepest - shallowest);
    return static_cast<std::size_t>(std::lround(std::clamp(share, 0.0, 1.0) * k_last_class));
  }
};

/// Deep is dark.
std::string class_colour(std::size_t i) {
  return colour_of(1 - static_cast<double>(i) / k_last_class);
}

double depth_mm(const course::Session& session, std::size_t i) {
  return i < session.channels.all.size() ? session.channels.all[i].depth * k_mm_per_m : 0;
}

/// Rounds the range of depths outwards to whole steps.
void set_colour_range(Marks& marks, const course::Session& session) {
  constexpr int k_steps = 5;
  bool is_first = true;
  for (std::size_t i = 0; i < session.punctures.all.size(); ++i) {
    const double depth = depth_mm(session, i);
    if (!(depth > 0)) continue;
    marks.shallowest = is_first ? depth : std::min(marks.shallowest, depth);
    marks.deepest = is_first ? depth : std::max(marks.deepest, depth);
    is_first = false;
  }
  const double step = round_step(marks.deepest - marks.shallowest, k_steps);
  marks.shallowest = std::floor(marks.shallowest / step) * step;
  marks.deepest = std::max(std::ceil(marks.deepest / step), std::floor(marks.shallowest / step) + 1) * step;
}

Marks sorted_marks(const course::Session& session, const MapView& view) {
  Marks marks;
  const auto& all = session.punctures.all;
  set_colour_range(marks, session);
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].is_reentry) ++marks.reentries;
    if (!(depth_mm(session, i) > 0)) ++marks.missed;
  }
  const std::vector<std::size_t> shown = numerics::thinned(all.size(), k_most_dots);
  for (const std::size_t i : shown) {
    const Spot spot = view.spot({all[i].x, all[i].y});
    if (all[i].in_window) ++marks.shown_in_window;
    const double depth = depth_mm(session, i);
    if (!(depth > 0)) {
      marks.not_pierced.push_back(spot);
    } else {
      (all[i].is_reentry ? marks.crosses : marks.dots)[marks.class_of(depth)].push_back(spot);
    }
  }
  marks.total = all.size();
  marks.shown = shown.size();
  return marks;
}

/// Dots shrink where they would hide each other.
double dot_size(const MapView& view, const skin::Skin& skin, std::size_t in_window) {
  if (in_window == 0 || skin.window.size() < 3) return style::k_largest_dot;
  const double spacing = view.pixels(std::sqrt(numerics::area(skin.window) / static_cast<double>(in_window)));
  return std::clamp(spacing * style::k_dot_share, style::k_smallest_dot, style::k_largest_dot);
}

void draw_ring(Drawing& drawing, const std::vector<Spot>& spots, double size) {
  drawing.dots(spots, size + 2, style::k_edge);
  drawing.dots(spots, size, style::k_paper);
}

void draw_crosses(Drawing& drawing, const std::vector<Spot>& spots, double dot, const std::string& colour) {
  drawing.crosses(spots, dot * style::k_cross_size, std::min(dot / 2, style::k_fine), colour);
}

void draw_marks(Drawing& drawing, const Marks& marks, double size) {
  draw_ring(drawing, marks.not_pierced, size);
  for (std::size_t i = 0; i < k_classes; ++i) drawing.dots(marks.dots[i], size, class_colour(i));
  for (std::size_t i = 0; i < k_classes; ++i) draw_crosses(drawing, marks.crosses[i], size, class_colour(i));
}

/// Under the right end of the map, where it hides nothing.
void draw_scale_bar(Drawing& drawing, const MapView& view) {
  constexpr int k_parts = 10;
  const double length = round_step(k_panel.width() / view.pixels(1) * k_mm_per_m, k_parts);
  const double left = k_panel.right - view.pixels(length / k_mm_per_m);
  const double y = k_panel.bottom + k_scale_bar_drop;
  drawing.line({left, y}, {k_panel.right, y}, {.edge = style::k_ink, .width = style::k_bold});
  drawing.text({left - 8, y + 4}, six_digit_text(rounded(length)) + " mm",
               {.size = style::k_small_size, .align = Align::end});
}

/// Shallow on top, as in skin.
double draw_colour_bar(Drawing& drawing, const Marks& marks, double top) {
  constexpr double k_bar_height = 144;
  constexpr double k_bar_width = 18;
  constexpr int k_parts = 5;
  drawing.text({k_side.left, top + style::k_text_size}, "Depth in place [mm]", {.is_bold = true});
  const Frame bar = {k_side.left, top + 26, k_side.left + k_bar_width, top + 26 + k_bar_height};
  const double slice = k_bar_height / k_classes;
  for (std::size_t i = 0; i < k_classes; ++i) {
    const double y = bar.top + slice * static_cast<double>(i);
    drawing.rectangle({bar.left, y, bar.right, std::min(y + slice + 0.5, bar.bottom)}, {.fill = class_colour(i)});
  }
  const Scale scale = {marks.shallowest, marks.deepest, bar.top, bar.bottom};
  for (const double value : ticks(marks.shallowest, marks.deepest, k_parts)) {
    drawing.line({bar.right, scale.at(value)}, {bar.right + 4, scale.at(value)}, {.edge = style::k_quiet});
    drawing.text({bar.right + 8, scale.at(value) + 4}, six_digit_text(rounded(value)), {.size = style::k_small_size});
  }
  return bar.bottom;
}

void draw_legend(Drawing& drawing, const run::Record& record, const Marks& marks, double top) {
  const double x = k_side.left + 9;
  const double words = k_side.left + 28;
  double y = top;
  const auto entry = [&](const std::string& text) {
    drawing.text({words, y + 4}, text, {.size = style::k_small_size});
    y += style::k_line_height + 3;
  };
  drawing.dots({{x, y}}, style::k_largest_dot + 1, class_colour(k_classes / 2));
  entry("new hole");
  draw_crosses(drawing, {{x, y}}, style::k_largest_dot, class_colour(k_classes / 2));
  entry(fmt::format("slipped into a hole ({})", marks.reentries));
  draw_ring(drawing, {{x, y}}, style::k_largest_dot);
  entry(fmt::format("did not pierce ({})", marks.missed));
  drawing.line({x - 9, y}, {x + 11, y}, {.edge = style::k_ink, .width = style::k_fine, .dashes = "7 4"});
  entry(fmt::format("treated window, {} cm\u00b2", short_text(record.subject.window_area * k_cm2_per_m2)));
  drawing.line({x - 9, y}, {x + 11, y}, {.edge = style::k_edge, .width = style::k_fine});
  entry("outline of the site");
  if (record.median_run.skin.expression_lines.empty()) return;
  drawing.line({x - 9, y}, {x + 11, y}, k_expression_ink);
  entry("expression line");
}

bool shows_all(const MapView& view, const numerics::Polygon& outline) {
  const numerics::Box box = numerics::bounding_box(outline);
  const numerics::Box& shown = view.shown();
  return shown.low.x <= box.low.x && shown.low.y <= box.low.y && shown.high.x >= box.high.x &&
         shown.high.y >= box.high.y;
}

/// Where the map shows a part of the site: the whole site, small, with the window and the part.
void draw_locator(Drawing& drawing, const run::Record& record, const MapView& view) {
  constexpr double k_locator_height = 130;
  const skin::Skin& skin = record.median_run.skin;
  if (skin.outline.size() < 3 || shows_all(view, skin.outline)) return;
  const Frame frame = {k_side.left, k_side.bottom - k_locator_height, k_side.right, k_side.bottom};
  const MapView small = MapView::fitting(numerics::bounding_box(skin.outline), frame);
  drawing.text({frame.left, frame.top - 10}, "Whole site; the frame is this map",
               {.size = style::k_small_size, .colour = style::k_quiet});
  drawing.begin_clip(frame);
  drawing.polygon(small.spots(skin.outline), k_outline_ink);
  drawing.polygon(small.spots(skin.window), {.fill = style::k_bar, .opacity = 0.5});
  for (const auto& line : skin.expression_lines) {
    drawing.polyline(small.spots(line), {.edge = style::k_expression, .width = style::k_fine});
  }
  const Spot low = small.spot(view.shown().low);
  const Spot high = small.spot(view.shown().high);
  drawing.rectangle({low.x, high.y, high.x, low.y}, {.edge = style::k_quiet});
  drawing.end_clip();
}

void draw_panel(Drawing& drawing, const run::Record& record, const MapView& view, const Marks& marks) {
  const skin::Skin& skin = record.median_run.skin;
  drawing.begin_clip(k_panel);
  drawing.polygon(view.spots(skin.outline), k_outline_ink);
  drawing.polygon(view.spots(skin.window), k_window_ink);
  drawing.end_clip();
  const numerics::Box shown = view.shown();
  draw_bottom_axis(drawing, k_panel, {shown.low.x * k_mm_per_m, shown.high.x * k_mm_per_m, k_panel.left, k_panel.right},
                   "across the site [mm]");
  draw_left_axis(drawing, k_panel, {shown.low.y * k_mm_per_m, shown.high.y * k_mm_per_m, k_panel.bottom, k_panel.top},
                 "along the site [mm]");
  drawing.begin_clip(k_panel);
  draw_marks(drawing, marks, dot_size(view, skin, marks.shown_in_window));
  drawing.polygon(view.spots(skin.window), {.edge = style::k_ink, .width = style::k_fine, .dashes = "7 4"});
  for (const auto& line : skin.expression_lines) drawing.polyline(view.spots(line), k_expression_ink);
  drawing.end_clip();
  drawing.rectangle(k_panel, {.edge = style::k_quiet});
  draw_scale_bar(drawing, view);
  if (marks.total == 0) {
    drawing.text({(k_panel.left + k_panel.right) / 2, (k_panel.top + k_panel.bottom) / 2}, "No needle met the site.",
                 {.colour = style::k_quiet, .align = Align::middle});
  }
}

std::string shown_sentence(const Marks& marks) {
  if (marks.shown == marks.total) return fmt::format("All {} strikes inside the outline are drawn.", marks.total);
  return fmt::format("{} of {} strikes inside the outline are drawn, thinned evenly.", marks.shown, marks.total);
}

}  // namespace

std::string puncture_map_svg(const run::Record& record) {
  const course::Session empty;
  const course::Session& session = record.median_run.sessions.empty() ? empty : record.median_run.sessions.front();
  const MapView view = MapView::fitting(treated_box(record.median_run.skin, session.punctures), k_panel);
  const Marks marks = sorted_marks(session, view);
  const std::string description = fmt::format(
      "Map of the site seen from outside. {} {} slipped into an earlier hole, {} did not pierce. Depths run "
      "from {} to {} mm; darker is deeper.",
      shown_sentence(marks), marks.reentries, marks.missed, six_digit_text(rounded(marks.shallowest)),
      six_digit_text(rounded(marks.deepest)));
  Drawing drawing(style::k_width, k_height, "Where the needles land: " + record.title, description);
  draw_panel(drawing, record, view, marks);
  draw_legend(drawing, record, marks, draw_colour_bar(drawing, marks, k_side.top) + 32);
  draw_locator(drawing, record, view);
  const std::string session_words = record.median_run.sessions.size() > 1 ? " First session." : "";
  draw_frame_words(drawing,
                   {k_height, "Where the needles land",
                    shown_sentence(marks) + " One run with every input at its median." + session_words},
                   origin_of(record));
  return drawing.svg();
}

}  // namespace percuta::report
