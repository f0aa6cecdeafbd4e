#include "percuta/report/figures/sweep_charts.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "percuta/base/result_column.hpp"
#include "percuta/report/figures/line_chart.hpp"

namespace percuta::report {

namespace {

/// Where a point lacks the quantity.
constexpr Interval k_none{k_undefined, k_undefined, k_undefined};

/// The values of all axes but the first: what a line of a chart stands for.
std::string line_name(const SweepTable& table, const SweepPoint& point) {
  std::string name;
  for (std::size_t i = 1; i < point.values.size(); ++i) {
    name += fmt::format("{}{} = {}", name.empty() ? "" : ", ", table.axes[i].key, point.values[i]);
  }
  return name;
}

std::string axis_label(const study::SweepAxis& axis) {
  return axis.unit.empty() ? axis.key : fmt::format("{} [{}]", axis.key, axis.unit);
}

LineChart chart_of_quantity(const SweepTable& table, const std::string& quantity) {
  const study::SweepAxis& axis = table.axes.front();
  LineChart chart;
  chart.title = quantity;
  chart.note = table.title;
  chart.axis = axis_label(axis);
  for (std::size_t i = 0; i < axis.values.size(); ++i) {
    chart.at.push_back(axis.numbers.empty() ? static_cast<double>(i) : axis.numbers[i]);
  }
  if (axis.numbers.empty()) chart.words = axis.values;
  for (const SweepPoint& point : table.points) {
    const run::Result* result = find_result(point, quantity);
    if (result != nullptr) {
      chart.quantity = result->unit == "1" ? result->name : fmt::format("{} [{}]", result->name, result->unit);
    }
    const std::string name = line_name(table, point);
    auto line =
        std::find_if(chart.lines.begin(), chart.lines.end(), [&](const ChartLine& one) { return one.name == name; });
    if (line == chart.lines.end()) line = chart.lines.insert(line, {name, {}});
    line->values.push_back(result != nullptr ? result->interval : k_none);
  }
  return chart;
}

}  // namespace

std::vector<std::pair<std::string, std::string>> sweep_charts(const SweepTable& table,
                                                              const std::vector<std::string>& shown) {
  std::vector<std::pair<std::string, std::string>> charts;
  for (const std::string& quantity : shown) {
    charts.emplace_back(fmt::format("figures/sweep_{}.svg", quantity),
                        line_chart_svg(chart_of_quantity(table, quantity)));
  }
  return charts;
}

}  // namespace percuta::report
