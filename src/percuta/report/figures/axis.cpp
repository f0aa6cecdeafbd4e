#include "percuta/report/figures/axis.hpp"

#include <algorithm>
#include <cmath>

#include "percuta/base/text/number.hpp"

namespace percuta::report {

namespace {

constexpr int k_most_parts = 8;
constexpr double k_tick = 5;
constexpr double k_gap = 4;
constexpr double k_bottom_label_drop = 42;
constexpr double k_left_label_gap = 46;

std::vector<double> ticks_of(const Scale& scale) {
  return ticks(std::min(scale.from, scale.to), std::max(scale.from, scale.to), k_most_parts);
}

const Ink k_grid_ink = {.edge = style::k_grid, .opacity = 0.5};
const Ink k_tick_ink = {.edge = style::k_quiet};

}  // namespace

double round_step(double span, int most) {
  if (!(span > 0) || !std::isfinite(span)) return 1;
  const double power = std::pow(10, std::floor(std::log10(span / most)));
  const double least = span / most * (1 - style::k_tick_slack);
  for (const int factor : {1, 2, 5}) {
    if (power * factor >= least) return power * factor;
  }
  return power * 10;
}

std::vector<double> ticks(double low, double high, int most) {
  const double step = round_step(high - low, most);
  const double slack = step * style::k_tick_slack;
  std::vector<double> values;
  for (double i = std::ceil((low - slack) / step); i * step <= high + slack; ++i) values.push_back(i * step);
  return values;
}

void draw_bottom_axis(Drawing& drawing, const Frame& frame, const Scale& scale, const std::string& label) {
  for (const double value : ticks_of(scale)) {
    const double x = scale.at(value);
    drawing.line({x, frame.top}, {x, frame.bottom}, k_grid_ink);
    drawing.line({x, frame.bottom}, {x, frame.bottom + k_tick}, k_tick_ink);
    drawing.text({x, frame.bottom + k_tick + k_gap + style::k_small_size}, six_digit_text(rounded(value)),
                 {.size = style::k_small_size, .colour = style::k_quiet, .align = Align::middle});
  }
  drawing.text({(frame.left + frame.right) / 2, frame.bottom + k_bottom_label_drop}, label, {.align = Align::middle});
}

void draw_left_axis(Drawing& drawing, const Frame& frame, const Scale& scale, const std::string& label) {
  for (const double value : ticks_of(scale)) {
    const double y = scale.at(value);
    drawing.line({frame.left, y}, {frame.right, y}, k_grid_ink);
    drawing.line({frame.left - k_tick, y}, {frame.left, y}, k_tick_ink);
    drawing.text({frame.left - k_tick - k_gap, y + k_gap}, six_digit_text(rounded(value)),
                 {.size = style::k_small_size, .colour = style::k_quiet, .align = Align::end});
  }
  drawing.text({frame.left - k_left_label_gap, (frame.top + frame.bottom) / 2}, label,
               {.align = Align::middle, .turn = -90});
}

}  // namespace percuta::report
