#pragma once

#include <string>
#include <vector>

#include "percuta/report/figures/svg.hpp"

/// Straight scales and their axes.
namespace percuta::report {

/// Values from..to laid on pixels begin..end.
struct Scale {
  double from = 0, to = 1;
  double begin = 0, end = 1;  ///< [px]
  double at(double value) const { return begin + (value - from) / (to - from) * (end - begin); }
};

/// The step of 1, 2 or 5 times a power of ten that divides `span` into at most `most` parts; 1 for an empty span.
double round_step(double span, int most);

/// Multiples of that step inside [low, high], ascending.
std::vector<double> ticks(double low, double high, int most);

/// An axis under or left of `frame`, with ticks, numbers, faint grid lines across the frame and a label.
void draw_bottom_axis(Drawing& drawing, const Frame& frame, const Scale& scale, const std::string& label);
void draw_left_axis(Drawing& drawing, const Frame& frame, const Scale& scale, const std::string& label);

}  // namespace percuta::report
