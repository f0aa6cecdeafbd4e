#pragma once

#include <string>
#include <vector>

#include "percuta/base/ensemble.hpp"
#include "percuta/report/figures/figure_words.hpp"

/// Named rows, each with its median and the bar of its interval, over one axis.
namespace percuta::report {

/// One row, in the unit of the axis.
struct ChartRow {
  std::string name;
  Interval value;
};

/// What a bar chart shows.
struct BarChart {
  FigureWords words;        ///< Its height is the chart's own.
  std::string description;  ///< One sentence before the rows, read aloud by screen readers.
  FigureOrigin origin;      ///< The run that the chart is of.
  std::string axis, unit;   ///< Label with its unit; the unit as it stands behind a number.
  double most = 1;          ///< End of the axis, which begins at 0.
  std::vector<ChartRow> rows;
};

/// The chart as SVG text; one without rows has an axis alone.
std::string bar_chart_svg(const BarChart& chart);

}  // namespace percuta::report
