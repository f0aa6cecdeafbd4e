#include <fmt/format.h>

#include <algorithm>

#include "percuta/base/text/number.hpp"
#include "percuta/report/figures/band_chart.hpp"
#include "percuta/report/figures/figures.hpp"
#include "percuta/report/figures/layer_bands.hpp"

namespace percuta::report {

namespace {

constexpr double k_percent = 100;

Interval times(const Interval& interval, double factor) {
  return {interval.value * factor, interval.low * factor, interval.high * factor};
}

bool has_bins(const run::DepthHistogram& histogram) {
  return !histogram.density.empty() && histogram.edges.size() == histogram.density.size() + 1;
}

/// The bins per cm2: what to expect of each in one session; the median where no mean is given.
std::vector<DepthBar> bars_of(const run::DepthHistogram& histogram) {
  std::vector<DepthBar> bars;
  if (!has_bins(histogram)) return bars;
  const bool has_mean = histogram.mean.size() == histogram.density.size();
  for (std::size_t i = 0; i < histogram.density.size(); ++i) {
    const double expected = has_mean ? histogram.mean[i] : histogram.density[i].value;
    bars.push_back({histogram.edges[i], histogram.edges[i + 1], expected / k_cm2_per_m2,
                    times(histogram.density[i], 1 / k_cm2_per_m2)});
  }
  return bars;
}

DepthPanel count_panel(const run::DepthHistogram& histogram) {
  DepthPanel panel = {"strikes per cm\u00b2", 1, DepthMark::bars, "mean of members", "10th to 90th percentile"};
  panel.bars = bars_of(histogram);
  if (panel.bars.empty()) return panel;
  const double width = (histogram.edges[1] - histogram.edges[0]) * k_mm_per_m;
  panel.axis += fmt::format(" in each {} mm", short_text(width));
  double most = 0;
  for (const DepthBar& bar : panel.bars) most = std::max({most, bar.value, bar.range.high});
  if (most > 0) panel.most = most * style::k_room_beside;
  return panel;
}

DepthPanel share_panel(const run::DepthHistogram& histogram) {
  DepthPanel panel = {"get at least this deep [%]", k_percent, DepthMark::line, "median of members",
                      "its 10th to 90th percentile"};
  if (histogram.deeper.size() != histogram.edges.size()) return panel;
  for (std::size_t i = 0; i < histogram.edges.size(); ++i) {
    panel.line.push_back({histogram.edges[i], times(histogram.deeper[i], k_percent)});
  }
  return panel;
}

/// A little below the deepest bin that any member filled [m].
double depth_shown(const std::vector<DepthBar>& bars) {
  if (bars.empty()) return 1 / k_mm_per_m;
  double deepest = 0;
  for (const DepthBar& bar : bars) {
    if (bar.range.high > 0 || bar.value > 0) deepest = bar.bottom;
  }
  return (deepest > 0 ? deepest : bars.back().bottom) * style::k_room_below;
}

std::string share_text(const Interval& share) {
  return fmt::format("{} % [{}, {}]", short_text(share.value * k_percent), short_text(share.low * k_percent),
                     short_text(share.high * k_percent));
}

std::string not_pierced_sentence(const run::Record& record) {
  if (!has_bins(record.histogram)) return "No strike in the window.";
  return fmt::format("Strikes that did not pierce: {}.", share_text(record.histogram.not_pierced_share));
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
  return text + not_pierced_sentence(record);
}

}  // namespace

std::string depth_histogram_svg(const run::Record& record) {
  BandChart chart;
  chart.words.heading = "How deep the needles go";
  chart.words.note = fmt::format("{} Ensemble of {} members.", not_pierced_sentence(record), record.members);
  chart.description = description(record);
  chart.origin = origin_of(record);
  chart.layers = record.layers;
  chart.panels = {count_panel(record.histogram), share_panel(record.histogram)};
  chart.deepest = depth_shown(chart.panels.front().bars);
  return band_chart_svg(chart);
}

}  // namespace percuta::report
