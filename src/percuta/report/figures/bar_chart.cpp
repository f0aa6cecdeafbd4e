#include "percuta/report/figures/bar_chart.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "percuta/base/text/number.hpp"
#include "percuta/report/figures/axis.hpp"

namespace percuta::report {

namespace {

constexpr double k_dot = 11;
constexpr double k_bar_width = 6;
constexpr double k_foot = 100;       // below the rows: axis and words
constexpr double k_least_step = 30;  // from row to row
constexpr Frame k_few_rows{150, 84, 900, 230};

Frame frame_of(const BarChart& chart) {
  Frame frame = k_few_rows;
  frame.bottom = frame.top + std::max(frame.height(), k_least_step * static_cast<double>(chart.rows.size()));
  return frame;
}

std::string value_text(const ChartRow& row, const std::string& unit) {
  return fmt::format("{}{}{} [{}, {}]", short_text(row.value.value), unit.empty() ? "" : " ", unit,
                     short_text(row.value.low), short_text(row.value.high));
}

std::string description(const BarChart& chart) {
  std::string text = chart.description + " ";
  for (const ChartRow& row : chart.rows) text += fmt::format("{}: {}. ", row.name, value_text(row, chart.unit));
  return text;
}

void draw_row(Drawing& drawing, const BarChart& chart, const ChartRow& row, const Scale& scale, double y) {
  const double middle = scale.at(row.value.value);
  drawing.text({scale.begin - 14, y + 5}, row.name, {.align = Align::end, .is_bold = true});
  drawing.line({scale.at(row.value.low), y}, {scale.at(row.value.high), y},
               {.edge = style::k_bar, .width = k_bar_width, .opacity = 0.5});
  drawing.dots({{middle, y}}, k_dot, style::k_bar);
  const bool is_right = row.value.value > chart.most / 2;
  drawing.text({middle, y - 12}, value_text(row, chart.unit),
               {.size = style::k_small_size, .align = is_right ? Align::end : Align::start});
}

}  // namespace

std::string bar_chart_svg(const BarChart& chart) {
  const Frame frame = frame_of(chart);
  const double height = frame.bottom + k_foot;
  Drawing drawing(style::k_width, height, chart.words.heading + ": " + chart.origin.title, description(chart));
  const Scale scale = {0, chart.most, frame.left, frame.right};
  draw_bottom_axis(drawing, frame, scale, chart.axis);
  const double step = frame.height() / static_cast<double>(std::max<std::size_t>(chart.rows.size(), 1));
  double y = frame.top + 2 * step / 3;
  for (const ChartRow& row : chart.rows) {
    draw_row(drawing, chart, row, scale, y);
    y += step;
  }
  draw_frame_words(drawing, {height, chart.words.heading, chart.words.note}, chart.origin);
  return drawing.svg();
}

}  // namespace percuta::report
