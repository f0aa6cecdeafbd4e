#include "percuta/report/figures/band_chart.hpp"

#include <algorithm>

#include "percuta/base/text/number.hpp"
#include "percuta/report/figures/axis.hpp"
#include "percuta/report/figures/layer_bands.hpp"

namespace percuta::report {

namespace {

constexpr double k_height = 700;
constexpr Frame k_panels = {78, 140, 690, 580};
constexpr double k_gap = 24;
constexpr double k_cap = 4;

constexpr Ink k_bar_ink = {.fill = style::k_bar, .opacity = style::k_solid};
constexpr Ink k_whisker_ink = {.edge = style::k_whisker, .opacity = 0.5};
constexpr Ink k_line_ink = {.edge = style::k_bar, .width = style::k_bold};
constexpr Ink k_range_ink = {.fill = style::k_bar, .opacity = style::k_veil};

Frame frame_of(const BandChart& chart, std::size_t panel) {
  const auto count = static_cast<double>(chart.panels.size());
  const double width = (k_panels.width() - k_gap * (count - 1)) / count;
  const double left = k_panels.left + static_cast<double>(panel) * (width + k_gap);
  return {left, k_panels.top, left + width, k_panels.bottom};
}

void draw_whisker(Drawing& drawing, double low, double high, double y, double cap) {
  if (!(high > low)) return;
  drawing.line({low, y}, {high, y}, k_whisker_ink);
  drawing.line({low, y - cap}, {low, y + cap}, k_whisker_ink);
  drawing.line({high, y - cap}, {high, y + cap}, k_whisker_ink);
}

void draw_bars(Drawing& drawing, const DepthPanel& panel, const Frame& frame, const Scale& depth, const Scale& value) {
  for (const DepthBar& bar : panel.bars) {
    const double top = depth_px(frame, depth, bar.top), bottom = depth_px(frame, depth, bar.bottom);
    if (!(bottom > top)) continue;
    const double gap = std::min(1.0, (bottom - top) / 10);
    if (bar.value > 0) drawing.rectangle({frame.left, top + gap, value.at(bar.value), bottom - gap}, k_bar_ink);
    draw_whisker(drawing, value.at(bar.range.low), value.at(bar.range.high), (top + bottom) / 2,
                 std::min(k_cap, (bottom - top) / 4));
  }
}

/// The median as a line, its range behind.
void draw_line(Drawing& drawing, const DepthPanel& panel, const Frame& frame, const Scale& depth, const Scale& value) {
  if (panel.line.empty()) return;
  std::vector<Spot> line, range;
  for (const DepthPoint& point : panel.line) {
    const double y = depth.at(point.depth * k_mm_per_m);
    line.push_back({value.at(point.value.value), y});
    range.push_back({value.at(point.value.low), y});
  }
  for (auto point = panel.line.rbegin(); point != panel.line.rend(); ++point) {
    range.push_back({value.at(point->value.high), depth.at(point->depth * k_mm_per_m)});
  }
  drawing.begin_clip(frame);
  drawing.polygon(range, k_range_ink);
  drawing.polyline(line, k_line_ink);
  drawing.end_clip();
}

/// Two rows over each panel, for what it shows and for the range of that; over the labels the same of a layer's face.
class Legend {
 public:
  explicit Legend(Drawing& drawing) : drawing_(drawing) {}

  void tell(const DepthPanel& panel, double x) {
    if (panel.mark == DepthMark::bars) {
      swatch(x, k_first_row, k_bar_ink);
      draw_whisker(drawing_, x, x + k_swatch, k_second_row, k_cap);
    } else {
      stroke(x, k_first_row, k_line_ink);
      swatch(x, k_second_row, k_range_ink);
    }
    words(x, k_first_row, panel.name);
    words(x, k_second_row, panel.range);
  }

  void tell_faces() {
    const double x = k_panels.right + k_label_gap;
    stroke(x, k_first_row, k_median_face_ink);
    words(x, k_first_row, "face of a layer");
    swatch(x, k_second_row, k_face_range_ink);
    words(x, k_second_row, "its 10th to 90th percentile");
  }

 private:
  static constexpr double k_first_row = 94, k_second_row = 116, k_swatch = 24, k_words_gap = 8;

  void words(double x, double y, std::string_view text) {
    drawing_.text({x + k_swatch + k_words_gap, y + 4}, text, {.size = style::k_small_size});
  }
  void swatch(double x, double y, const Ink& ink) { drawing_.rectangle({x, y - 5, x + k_swatch, y + 5}, ink); }
  void stroke(double x, double y, const Ink& ink) { drawing_.line({x, y}, {x + k_swatch, y}, ink); }

  Drawing& drawing_;
};

void draw_panel(Drawing& drawing, const BandChart& chart, const DepthPanel& panel, const Frame& frame,
                const Scale& depth) {
  const Scale value = {0, panel.most, frame.left, frame.right};
  draw_layer_bands(drawing, frame, depth, chart.layers);
  draw_bottom_axis(drawing, frame, value, panel.axis);
  draw_bars(drawing, panel, frame, depth, value);
  draw_line(drawing, panel, frame, depth, value);
  drawing.rectangle(frame, {.edge = style::k_quiet});
}

}  // namespace

std::string band_chart_svg(const BandChart& chart) {
  Drawing drawing(style::k_width, k_height, chart.words.heading + ": " + chart.origin.title, chart.description);
  Legend legend(drawing);
  const Scale depth = {0, chart.deepest * k_mm_per_m, k_panels.top, k_panels.bottom};
  for (std::size_t i = 0; i < chart.panels.size(); ++i) {
    const Frame frame = frame_of(chart, i);
    draw_panel(drawing, chart, chart.panels[i], frame, depth);
    legend.tell(chart.panels[i], frame.left);
    if (i == 0) draw_left_axis(drawing, frame, depth, "depth below the surface [mm]");
  }
  legend.tell_faces();
  draw_layer_labels(drawing, k_panels, depth, chart.layers);
  draw_frame_words(drawing, {k_height, chart.words.heading, chart.words.note}, chart.origin);
  return drawing.svg();
}

}  // namespace percuta::report
