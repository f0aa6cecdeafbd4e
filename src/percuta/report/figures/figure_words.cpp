#include "percuta/report/figures/figure_words.hpp"

#include <fmt/format.h>

#include "percuta/base/text/escape.hpp"

namespace percuta::report {

namespace {

constexpr std::size_t k_longest_title = 110;
constexpr double k_heading_line = 38;
constexpr double k_title_line = 62;
constexpr double k_foot = 14;

}  // namespace

FigureOrigin origin_of(const run::Record& record) {
  return {record.title, record.version, record.seed};
}

void draw_frame_words(Drawing& drawing, const FigureWords& words, const FigureOrigin& origin) {
  drawing.text({style::k_margin, k_heading_line}, words.heading, {.size = style::k_title_size, .is_bold = true});
  drawing.text({style::k_margin, k_title_line}, shortened(origin.title, k_longest_title), {.colour = style::k_quiet});
  const Lettering small = {.size = style::k_small_size, .colour = style::k_quiet};
  drawing.text({style::k_margin, words.height - k_foot - style::k_line_height}, words.note, small);
  drawing.text(
      {style::k_margin, words.height - k_foot},
      fmt::format("Percuta {}, seed {}. Research and education; not a medical device.", origin.version, origin.seed),
      small);
}

}  // namespace percuta::report
