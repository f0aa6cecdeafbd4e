#include "percuta/report/figures/line_chart.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "percuta/base/text/number.hpp"
#include "percuta/report/figures/axis.hpp"
#include "percuta/report/figures/svg.hpp"

namespace percuta::report {

namespace {

constexpr double k_height = 520;
constexpr Frame k_whole{96, 84, 930, 430};
constexpr double k_beside_key = 700;  // where the drawing ends when a key stands beside it
constexpr std::size_t k_most_dots = 12;
constexpr double k_key_left = 724;
constexpr double k_key_line = 22;
constexpr double k_dot = 6;
constexpr double k_foot = 14;

/// A line's colour and dashes: told apart without colour too.
struct LineStyle {
  std::string_view colour, dashes;
};
constexpr std::array<LineStyle, 6> k_styles = {{{"#24497e", ""},
                                                {"#b5541c", "8 4"},
                                                {"#2b7a4b", "2 3"},
                                                {"#7a2f6b", "10 3 2 3"},
                                                {"#8a6d00", "5 5"},
                                                {"#1b1f24", "1 2"}}};

const LineStyle& style_of(std::size_t line) {
  return k_styles[line % k_styles.size()];
}

Frame frame_of(const LineChart& chart) {
  Frame frame = k_whole;
  if (chart.lines.size() > 1) frame.right = k_beside_key;
  return frame;
}

/// Room for every band, from 0 when it is near; never an empty span.
Scale value_scale(const LineChart& chart) {
  double low = 0, high = 0;
  bool is_first = true;
  for (const ChartLine& line : chart.lines) {
    for (const Interval& value : line.values) {
      if (std::isnan(value.value)) continue;
      const auto [least, most] = std::minmax({value.low, value.value, value.high});
      low = is_first ? least : std::min(low, least);
      high = is_first ? most : std::max(high, most);
      is_first = false;
    }
  }
  if (low > 0 && low < high / 2) low = 0;
  const double step = round_step(high - low, 8);
  low = std::floor(low / step) * step;
  high = std::max(std::ceil(high / step) * step, low + step);
  return {low, high, k_whole.bottom, k_whole.top};
}

Scale axis_scale(const LineChart& chart) {
  const Frame frame = frame_of(chart);
  if (chart.at.empty()) return {0, 1, frame.left, frame.right};
  const auto [low, high] = std::minmax_element(chart.at.begin(), chart.at.end());
  const double span = *high - *low, margin = chart.words.empty() ? 0 : span > 0 ? span / 8 : 0.5;
  if (!(span > 0)) return {*low - 0.5, *high + 0.5, frame.left, frame.right};
  return {*low - margin, *high + margin, frame.left, frame.right};
}

void draw_word_axis(Drawing& drawing, const LineChart& chart, const Scale& scale) {
  const Frame frame = frame_of(chart);
  for (std::size_t i = 0; i < chart.words.size() && i < chart.at.size(); ++i) {
    drawing.text({scale.at(chart.at[i]), frame.bottom + 20}, chart.words[i],
                 {.size = style::k_small_size, .colour = style::k_quiet, .align = Align::middle});
  }
  drawing.text({(frame.left + frame.right) / 2, frame.bottom + 42}, chart.axis, {.align = Align::middle});
}

/// Places of a line that follow each other without a gap: from the first to the one behind the last.
struct Stretch {
  std::size_t first = 0, end = 0;
};

std::vector<Stretch> stretches_of(const std::vector<Interval>& values, std::size_t count) {
  std::vector<Stretch> stretches;
  for (std::size_t i = 0; i < count; ++i) {
    if (std::isnan(values[i].value)) continue;
    if (i == 0 || std::isnan(values[i - 1].value)) stretches.push_back({i, i});
    stretches.back().end = i + 1;
  }
  return stretches;
}

/// Its band, then the line, then a dot for each place of few.
void draw_stretch(Drawing& drawing, const LineChart& chart, std::size_t which, const Stretch& stretch, const Scale& x,
                  const Scale& y) {
  const ChartLine& line = chart.lines[which];
  const LineStyle& look = style_of(which);
  const std::size_t count = stretch.end - stretch.first;
  std::vector<Spot> middle, band;
  for (std::size_t i = stretch.first; i < stretch.end; ++i) {
    middle.push_back({x.at(chart.at[i]), y.at(line.values[i].value)});
    band.push_back({x.at(chart.at[i]), y.at(line.values[i].high)});
  }
  for (std::size_t i = stretch.end; i-- > stretch.first;) band.push_back({x.at(chart.at[i]), y.at(line.values[i].low)});
  if (count > 1 && chart.words.empty()) {
    drawing.polygon(band, {.fill = look.colour, .opacity = style::k_veil});
    drawing.polyline(middle, {.edge = look.colour, .width = style::k_bold, .dashes = look.dashes});
  }
  if (count > 1 && !chart.words.empty()) {
    for (std::size_t i = 0; i < count; ++i) {
      drawing.line(band[i], band[2 * count - 1 - i], {.edge = look.colour, .width = style::k_bold, .opacity = 0.5});
    }
  }
  if (count == 1) drawing.line(band[0], band[1], {.edge = look.colour, .width = style::k_bold});
  if (chart.at.size() <= k_most_dots) drawing.dots(middle, k_dot, look.colour);
}

void draw_line(Drawing& drawing, const LineChart& chart, std::size_t which, const Scale& x, const Scale& y) {
  const std::vector<Interval>& values = chart.lines[which].values;
  for (const Stretch& stretch : stretches_of(values, std::min(chart.at.size(), values.size()))) {
    draw_stretch(drawing, chart, which, stretch, x, y);
  }
}

void draw_key(Drawing& drawing, const LineChart& chart) {
  double y = k_whole.top + k_key_line / 2;
  for (std::size_t i = 0; i < chart.lines.size(); ++i, y += k_key_line) {
    const LineStyle& look = style_of(i);
    drawing.line({k_key_left, y}, {k_key_left + 28, y},
                 {.edge = look.colour, .width = style::k_bold, .dashes = look.dashes});
    drawing.text({k_key_left + 36, y + 4}, chart.lines[i].name, {.size = style::k_small_size});
  }
}

std::string description(const LineChart& chart) {
  std::string text = fmt::format("{} against {}. ", chart.quantity, chart.axis);
  for (const ChartLine& line : chart.lines) {
    const std::vector<Stretch> stretches = stretches_of(line.values, line.values.size());
    if (stretches.empty()) continue;
    text += fmt::format("{}: from {} to {}. ", line.name.empty() ? "Median" : line.name,
                        short_text(line.values[stretches.front().first].value),
                        short_text(line.values[stretches.back().end - 1].value));
  }
  return text;
}

void describe_chance(const run::ChanceBand& band, LineChart& chart) {
  constexpr int k_percent = 100;
  chart.quantity = "L(r) - r [mm]: above 0 clumped, below more regular";
  chart.axis = "distance between holes, r [mm]";
  chart.note = "Evenness against chance: below the band more regular than chance; above it clumped, as tracks are.";
  chart.reading = fmt::format(
      "Line: {} holes of the run at its medians; band: {:.0f} of 100 random patterns stay inside (by {} of them).",
      band.asked, k_percent * band.level, band.simulations);
}

}  // namespace

std::string line_chart_svg(const LineChart& chart) {
  Drawing drawing(style::k_width, k_height, chart.title, description(chart));
  drawing.text({style::k_margin, 38}, chart.title, {.size = style::k_title_size, .is_bold = true});
  drawing.text({style::k_margin, 62}, chart.note, {.colour = style::k_quiet});
  const Scale x = axis_scale(chart), y = value_scale(chart);
  draw_left_axis(drawing, frame_of(chart), y, chart.quantity);
  if (chart.words.empty()) {
    draw_bottom_axis(drawing, frame_of(chart), x, chart.axis);
  } else {
    draw_word_axis(drawing, chart, x);
  }
  for (std::size_t i = 0; i < chart.lines.size(); ++i) draw_line(drawing, chart, i, x, y);
  if (chart.lines.size() > 1) draw_key(drawing, chart);
  drawing.text({style::k_margin, k_height - k_foot},
               fmt::format("{} Research and education; not a medical device.", chart.reading),
               {.size = style::k_small_size, .colour = style::k_quiet});
  return drawing.svg();
}

LineChart chart_of(const run::CurveSet& set, const std::string& title) {
  LineChart chart;
  chart.title = title;
  chart.axis = fmt::format("{} [{}]", set.axis, set.axis_unit);
  chart.at = set.at;
  const std::string unit = set.curves.empty() ? "" : set.curves.front().unit;
  for (const run::Curve& curve : set.curves) {
    if (curve.unit != unit) continue;
    chart.quantity += fmt::format("{}{}", chart.quantity.empty() ? "" : ", ", curve.name);
    chart.lines.push_back({curve.name, curve.values});
  }
  if (!unit.empty() && unit != "1") chart.quantity += fmt::format(" [{}]", unit);
  if (set.chance) describe_chance(*set.chance, chart);
  return chart;
}

}  // namespace percuta::report
