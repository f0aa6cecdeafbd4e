#include <fmt/format.h>

#include <algorithm>

#include "percuta/base/text/number.hpp"
#include "percuta/report/figures/axis.hpp"
#include "percuta/report/figures/figure_words.hpp"
#include "percuta/report/figures/figures.hpp"
#include "percuta/report/figures/layer_bands.hpp"

namespace percuta::report {

namespace {

constexpr double k_height = 700;
constexpr Frame k_bars = {78, 140, 396, 580};    // how many needles at which depth
constexpr Frame k_share = {420, 140, 690, 580};  // how many get at least that deep
constexpr double k_cap = 4;
constexpr double k_percent = 100;

constexpr Ink k_bar_ink = {.fill = style::k_bar, .opacity = style::k_solid};
constexpr Ink k_whisker_ink = {.edge = style::k_whisker, .opacity = 0.5};
constexpr Ink k_share_ink = {.edge = style::k_bar, .width = style::k_bold};
constexpr Ink k_share_range_ink = {.fill = style::k_bar, .opacity = style::k_veil};

bool has_bins(const run::DepthHistogram& histogram) {
  return !histogram.density.empty() && histogram.edges.size() == histogram.density.size() + 1;
}

double per_cm2(double per_m2) {
  return per_m2 / k_cm2_per_m2;
}

/// What to expect of the bin in one session; the median where no mean is given.
double expected(const run::DepthHistogram& histogram, std::size_t i) {
  return per_cm2(histogram.mean.size() == histogram.density.size() ? histogram.mean[i] : histogram.density[i].value);
}

/// How deep the drawing goes [mm]: a little below the deepest bin that any member filled.
double depth_shown(const run::DepthHistogram& histogram) {
  if (!has_bins(histogram)) return 1;
  double deepest = 0;
  for (std::size_t i = 0; i < histogram.density.size(); ++i) {
    if (histogram.density[i].high > 0 || expected(histogram, i) > 0) deepest = histogram.edges[i + 1];
  }
  if (!(deepest > 0)) deepest = histogram.edges.back();
  return deepest * k_mm_per_m * 6 / 5;
}

double count_shown(const run::DepthHistogram& histogram) {
  double most = 0;
  for (std::size_t i = 0; has_bins(histogram) && i < histogram.density.size(); ++i) {
    most = std::max({most, expected(histogram, i), per_cm2(histogram.density[i].high)});
  }
  return most > 0 ? most * 21 / 20 : 1;
}

void draw_whisker(Drawing& drawing, double low, double high, double y, double cap) {
  if (!(high > low)) return;
  drawing.line({low, y}, {high, y}, k_whisker_ink);
  drawing.line({low, y - cap}, {low, y + cap}, k_whisker_ink);
  drawing.line({high, y - cap}, {high, y + cap}, k_whisker_ink);
}

void draw_bars(Drawing& drawing, const run::DepthHistogram& histogram, const Scale& depth, const Scale& count) {
  if (!has_bins(histogram)) return;
  for (std::size_t i = 0; i < histogram.density.size(); ++i) {
    const double top = depth_px(k_bars, depth, histogram.edges[i]);
    const double bottom = depth_px(k_bars, depth, histogram.edges[i + 1]);
    if (!(bottom > top)) continue;
    const double gap = std::min(1.0, (bottom - top) / 10);
    if (expected(histogram, i) > 0) {
      drawing.rectangle({k_bars.left, top + gap, count.at(expected(histogram, i)), bottom - gap}, k_bar_ink);
    }
    draw_whisker(drawing, count.at(per_cm2(histogram.density[i].low)), count.at(per_cm2(histogram.density[i].high)),
                 (top + bottom) / 2, std::min(k_cap, (bottom - top) / 4));
  }
}

/// The share that gets at least so deep: median as a line, its range behind.
void draw_share(Drawing& drawing, const run::DepthHistogram& histogram, const Scale& depth, const Scale& share) {
  if (histogram.deeper.size() != histogram.edges.size()) return;
  std::vector<Spot> line, range;
  for (std::size_t i = 0; i < histogram.edges.size(); ++i) {
    const double y = depth.at(histogram.edges[i] * k_mm_per_m);
    line.push_back({share.at(histogram.deeper[i].value * k_percent), y});
    range.push_back({share.at(histogram.deeper[i].low * k_percent), y});
  }
  for (std::size_t i = histogram.edges.size(); i-- > 0;) {
    range.push_back({share.at(histogram.deeper[i].high * k_percent), depth.at(histogram.edges[i] * k_mm_per_m)});
  }
  drawing.begin_clip(k_share);
  drawing.polygon(range, k_share_range_ink);
  drawing.polyline(line, k_share_ink);
  drawing.end_clip();
}

void draw_legend(Drawing& drawing) {
  constexpr double k_first_row = 94, k_second_row = 116, k_swatch = 24, k_gap = 8;
  constexpr double k_columns[] = {k_bars.left, 236, 442};
  const auto words = [&](double x, double y, std::string_view text) {
    drawing.text({x + k_swatch + k_gap, y + 4}, text, {.size = style::k_small_size});
  };
  const auto swatch = [&](double x, double y, const Ink& ink) {
    drawing.rectangle({x, y - 5, x + k_swatch, y + 5}, ink);
  };
  const auto stroke = [&](double x, double y, const Ink& ink) { drawing.line({x, y}, {x + k_swatch, y}, ink); };
  swatch(k_columns[0], k_first_row, k_bar_ink);
  words(k_columns[0], k_first_row, "mean of members");
  draw_whisker(drawing, k_columns[1], k_columns[1] + k_swatch, k_first_row, k_cap);
  words(k_columns[1], k_first_row, "10th to 90th percentile");
  stroke(k_columns[0], k_second_row, k_median_face_ink);
  words(k_columns[0], k_second_row, "face of a layer");
  swatch(k_columns[1], k_second_row, k_face_range_ink);
  words(k_columns[1], k_second_row, "its 10th to 90th percentile");
  stroke(k_columns[2], k_first_row, k_share_ink);
  words(k_columns[2], k_first_row, "median of members");
  swatch(k_columns[2], k_second_row, k_share_range_ink);
  words(k_columns[2], k_second_row, "its 10th to 90th percentile");
}

std::string share_text(const Interval& share) {
  return fmt::format("{} % [{}, {}]", short_text(share.value * k_percent), short_text(share.low * k_percent),
                     short_text(share.high * k_percent));
}

std::string bin_words(const run::DepthHistogram& histogram) {
  if (!has_bins(histogram)) return "strikes per cm\u00b2";
  const double width = (histogram.edges[1] - histogram.edges[0]) * k_mm_per_m;
  return fmt::format("strikes per cm\u00b2 in each {} mm", short_text(width));
}

std::string description(const run::Record& record) {
  std::string text = fmt::format(
      "Two panels share a depth axis drawn on the layers of the skin: strikes per depth, and the share of strikes that "
      "get at least so deep. {} members. ",
      record.members);
  for (const run::Result& result : record.results) {
    if (result.room != "insertion") continue;
    text += fmt::format("{}: {} [{}, {}] {}. ", plain_name(result.name), short_text(result.interval.value),
                        short_text(result.interval.low), short_text(result.interval.high), result.unit);
  }
  return text + fmt::format("Strikes that did not pierce: {}.", share_text(record.histogram.not_pierced_share));
}

void draw_panels(Drawing& drawing, const run::Record& record) {
  const run::DepthHistogram& histogram = record.histogram;
  const Scale depth = {0, depth_shown(histogram), k_bars.top, k_bars.bottom};
  const Scale count = {0, count_shown(histogram), k_bars.left, k_bars.right};
  const Scale share = {0, k_percent, k_share.left, k_share.right};
  for (const Frame& frame : {k_bars, k_share}) draw_layer_bands(drawing, frame, depth, record);
  draw_bottom_axis(drawing, k_bars, count, bin_words(histogram));
  draw_bottom_axis(drawing, k_share, share, "get at least this deep [%]");
  draw_left_axis(drawing, k_bars, depth, "depth below the surface [mm]");
  draw_bars(drawing, histogram, depth, count);
  draw_share(drawing, histogram, depth, share);
  for (const Frame& frame : {k_bars, k_share}) drawing.rectangle(frame, {.edge = style::k_quiet});
  draw_layer_labels(drawing, k_share, depth, record);
}

}  // namespace

std::string depth_histogram_svg(const run::Record& record) {
  Drawing drawing(style::k_width, k_height, "How deep the needles go: " + record.title, description(record));
  draw_legend(drawing);
  draw_panels(drawing, record);
  draw_frame_words(drawing,
                   {k_height, "How deep the needles go",
                    fmt::format("Strikes that did not pierce: {}. Ensemble of {} members.",
                                share_text(record.histogram.not_pierced_share), record.members)},
                   record);
  return drawing.svg();
}

}  // namespace percuta::report
