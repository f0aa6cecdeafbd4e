#include "percuta/report/figures/layer_bands.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "percuta/base/text/number.hpp"

namespace percuta::report {

namespace {

constexpr double k_label_step = 36;
constexpr std::array<std::string_view, 5> k_colours = {"#d9c6b0", "#ecd9c6", "#f6e4dd", "#faefeb", "#fdf6dc"};

void draw_face(Drawing& drawing, const Frame& frame, const Scale& depth, const Interval& face) {
  const double low = depth_px(frame, depth, face.low);
  const double high = depth_px(frame, depth, face.high);
  if (high > low) drawing.rectangle({frame.left, low, frame.right, high}, k_face_range_ink);
  const double median = depth_px(frame, depth, face.value);
  if (median < frame.bottom) drawing.line({frame.left, median}, {frame.right, median}, k_median_face_ink);
}

}  // namespace

double depth_px(const Frame& frame, const Scale& depth, double metres) {
  return std::clamp(depth.at(metres * k_mm_per_m), frame.top, frame.bottom);
}

void draw_layer_bands(Drawing& drawing, const Frame& frame, const Scale& depth,
                      const std::vector<run::LayerBand>& layers) {
  for (std::size_t i = 0; i < layers.size(); ++i) {
    const double top = depth_px(frame, depth, layers[i].top.value);
    const double bottom = depth_px(frame, depth, layers[i].bottom.value);
    if (bottom > top)
      drawing.rectangle({frame.left, top, frame.right, bottom}, {.fill = k_colours[i % k_colours.size()]});
  }
  for (const run::LayerBand& layer : layers) draw_face(drawing, frame, depth, layer.bottom);
}

void draw_layer_labels(Drawing& drawing, const Frame& frame, const Scale& depth,
                       const std::vector<run::LayerBand>& layers) {
  const double left = frame.right + k_label_gap;
  double next = frame.top + style::k_text_size / 2;
  for (const run::LayerBand& layer : layers) {
    const double top = depth_px(frame, depth, layer.top.value);
    if (top >= frame.bottom) break;
    const double middle = (top + depth_px(frame, depth, layer.bottom.value)) / 2;
    const double y = std::max(middle, next);
    next = y + k_label_step;
    drawing.polyline({{frame.right, middle}, {frame.right + 8, middle}, {left - 4, y}}, {.edge = style::k_quiet});
    drawing.text({left, y + 4}, plain_name(layer.name), {.is_bold = true});
    drawing.text({left, y + 19},
                 fmt::format("{} to {} mm", short_text(layer.top.value * k_mm_per_m),
                             short_text(layer.bottom.value * k_mm_per_m)),
                 {.size = style::k_small_size, .colour = style::k_quiet});
  }
}

std::string plain_name(std::string name) {
  std::replace(name.begin(), name.end(), '_', ' ');
  return name;
}

}  // namespace percuta::report
