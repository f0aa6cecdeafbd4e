#include <fmt/format.h>

#include <string>

#include "percuta/report/figures/bar_chart.hpp"
#include "percuta/report/figures/figures.hpp"

namespace percuta::report {

std::string layer_reach_svg(const run::Record& record) {
  constexpr double k_percent = 100;
  const std::string start = "reach_";
  BarChart chart;
  chart.words.heading = "Which layers the needles reach";
  chart.words.note = fmt::format("Dot: median; bar: 10th to 90th percentile over {} members.", record.members);
  chart.description = "Share of the strikes that pass into each layer, with its 10th to 90th percentile.";
  chart.origin = origin_of(record);
  chart.axis = "share of the strikes [%]";
  chart.unit = "%";
  chart.most = k_percent;
  for (const run::Result& result : record.results) {
    if (result.room != "insertion" || !result.name.starts_with(start)) continue;
    const Interval& share = result.interval;
    chart.rows.push_back(
        {result.name.substr(start.size()), {share.value * k_percent, share.low * k_percent, share.high * k_percent}});
  }
  return bar_chart_svg(chart);
}

}  // namespace percuta::report
