#pragma once

#include <string>
#include <vector>

#include "percuta/base/ensemble.hpp"
#include "percuta/run/run.hpp"

/// Lines with the bands of their intervals over one axis.
namespace percuta::report {

/// One line.
struct ChartLine {
  std::string name;
  std::vector<Interval> values;  ///< one per place on the axis; not a number = none there, the line has a gap
};

/// What a line chart shows.
struct LineChart {
  std::string title, note;         ///< note: one sentence under the title
  std::string axis, quantity;      ///< labels, units in brackets
  std::vector<double> at;          ///< places on the axis, ascending or descending
  std::vector<std::string> words;  ///< names of the places when they are no numbers; else empty
  std::vector<ChartLine> lines;
  std::string reading = "Line: median; band: 10th to 90th percentile.";  ///< stands at the foot
};

/// The chart as SVG text; an empty chart has axes and no line.
std::string line_chart_svg(const LineChart& chart);

/// The curves of one set that share a unit with its first, as one chart; words of its own for a band of chance.
LineChart chart_of(const run::CurveSet& set, const std::string& title);

}  // namespace percuta::report
