#pragma once

#include <string>

#include "percuta/report/figures/density_map_svg.hpp"
#include "percuta/report/figures/density_png.hpp"
#include "percuta/report/figures/line_chart.hpp"
#include "percuta/report/figures/sweep_charts.hpp"
#include "percuta/run/run.hpp"

/// Static figures, as SVG text.
/// In       a Record                                          Out  figures/*.svg
/// Checked  tests/report/figures
namespace percuta::report {

std::string puncture_map_svg(const run::Record& record);
std::string depth_histogram_svg(const run::Record& record);
std::string layer_reach_svg(const run::Record& record);

}  // namespace percuta::report
