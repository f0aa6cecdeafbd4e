#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "percuta/base/text/number.hpp"
#include "percuta/report/figures/axis.hpp"
#include "percuta/report/figures/figure_words.hpp"
#include "percuta/report/figures/figures.hpp"
#include "percuta/report/figures/style.hpp"
#include "percuta/report/figures/svg.hpp"

namespace percuta::report {

namespace {

constexpr double k_height = 330;
constexpr double k_percent = 100;
constexpr double k_dot = 11;
constexpr Frame k_frame{150, 84, 900, 230};

/// One row of the figure: a layer and the share of the strikes that pass into it.
struct Row {
  std::string layer;
  Interval share;
};

std::vector<Row> rows_of(const run::Record& record) {
  const std::string start = "reach_";
  std::vector<Row> rows;
  for (const run::Result& result : record.results) {
    if (result.room == "insertion" && result.name.starts_with(start)) {
      rows.push_back({result.name.substr(start.size()), result.interval});
    }
  }
  return rows;
}

std::string share_text(const Interval& share) {
  return fmt::format("{} % [{}, {}]", short_text(share.value * k_percent), short_text(share.low * k_percent),
                     short_text(share.high * k_percent));
}

std::string description(const std::vector<Row>& rows) {
  std::string text = "Share of the strikes that pass into each layer, with its 10th to 90th percentile. ";
  for (const Row& row : rows) text += fmt::format("{}: {}. ", row.layer, share_text(row.share));
  return text;
}

void draw_row(Drawing& drawing, const Row& row, const Scale& share, double y) {
  const auto x = [&](double value) { return share.at(value * k_percent); };
  drawing.text({k_frame.left - 14, y + 5}, row.layer, {.align = Align::end, .is_bold = true});
  drawing.line({x(row.share.low), y}, {x(row.share.high), y}, {.edge = style::k_bar, .width = 6, .opacity = 0.5});
  drawing.dots({{x(row.share.value), y}}, k_dot, style::k_bar);
  const bool is_right = row.share.value > 0.5;
  drawing.text({x(row.share.value), y - 12}, share_text(row.share),
               {.size = style::k_small_size, .align = is_right ? Align::end : Align::start});
}

}  // namespace

std::string layer_reach_svg(const run::Record& record) {
  const std::vector<Row> rows = rows_of(record);
  Drawing drawing(style::k_width, k_height, "Which layers the needles reach: " + record.title, description(rows));
  const Scale share = {0, k_percent, k_frame.left, k_frame.right};
  draw_bottom_axis(drawing, k_frame, share, "share of the strikes [%]");
  const double step = k_frame.height() / static_cast<double>(std::max<std::size_t>(rows.size(), 1));
  double y = k_frame.top + 2 * step / 3;
  for (const Row& row : rows) {
    draw_row(drawing, row, share, y);
    y += step;
  }
  draw_frame_words(drawing,
                   {k_height, "Which layers the needles reach",
                    fmt::format("Dot: median; bar: 10th to 90th percentile over {} members.", record.members)},
                   record);
  return drawing.svg();
}

}  // namespace percuta::report
