#pragma once

#include <string>
#include <vector>

#include "percuta/base/ensemble.hpp"
#include "percuta/report/figures/figure_words.hpp"
#include "percuta/run/run.hpp"

/// Quantities against depth, side by side, on the layers of the skin.
namespace percuta::report {

/// What lies between two depths.
struct DepthBar {
  double top = 0, bottom = 0;  ///< Depths [m].
  double value = 0;            ///< Length of the bar, in the panel's unit.
  Interval range;              ///< Drawn as a whisker where it is open, in the panel's unit.
};

/// A quantity at a depth.
struct DepthPoint {
  double depth = 0;  ///< [m]
  Interval value;    ///< Drawn as a line with its range behind, in the panel's unit.
};

enum class DepthMark { bars, line };

/// One quantity against depth, as bars or as a line.
struct DepthPanel {
  std::string axis;  ///< Label, with its unit.
  double most = 1;   ///< End of the axis, which begins at 0.
  DepthMark mark = DepthMark::bars;
  std::string name, range;  ///< Words of the legend for the bar or line, and for its range.
  std::vector<DepthBar> bars = {};
  std::vector<DepthPoint> line = {};
};

/// What a band chart shows.
struct BandChart {
  FigureWords words;        ///< Its height is the chart's own.
  std::string description;  ///< Read aloud by screen readers.
  FigureOrigin origin;      ///< The run that the chart is of.
  double deepest = 0;       ///< Depth to which the chart reaches [m].
  std::vector<run::LayerBand> layers;
  std::vector<DepthPanel> panels;  ///< From left to right; two or three have room.
};

/// The chart as SVG text; panels without bars and line are empty frames.
std::string band_chart_svg(const BandChart& chart);

}  // namespace percuta::report
