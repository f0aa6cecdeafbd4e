#include "percuta/report/figures/figure_words.hpp"

#include <doctest/doctest.h>

#include "report/record_fixture.hpp"
#include "report/xml_check.hpp"

using namespace percuta::report;

TEST_CASE("[unit] every figure says what it shows, of which study, and that it is no medical device") {
  percuta::run::Record record = example_record();
  record.title = std::string(300, 'x');
  Drawing drawing(style::k_width, 400, "t", "d");
  draw_frame_words(drawing, {400, "How deep", "A note."}, origin_of(record));
  const std::string svg = drawing.svg();
  CHECK(xml_fault(svg) == "");
  CHECK(occurrences(svg, ">How deep<") == 1);
  CHECK(occurrences(svg, ">A note.<") == 1);
  CHECK(occurrences(svg, "Percuta 0.1.0, seed 7. Research and education; not a medical device.") == 1);
  CHECK(occurrences(svg, std::string(109, 'x') + "\u2026<") == 1);
}
