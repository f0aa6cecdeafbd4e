#include "percuta/report/figures/axis.hpp"

#include <doctest/doctest.h>

#include "report/xml_check.hpp"

using namespace percuta::report;

TEST_CASE("[unit] steps are 1, 2 or 5 times a power of ten") {
  CHECK(round_step(10, 5) == doctest::Approx(2));
  CHECK(round_step(0.5, 5) == doctest::Approx(0.1));
  CHECK(round_step(33, 8) == doctest::Approx(5));
  CHECK(round_step(7000, 8) == doctest::Approx(1000));
  CHECK(round_step(0, 5) == 1);
  CHECK(round_step(-1, 5) == 1);
}

TEST_CASE("[unit] ticks are the multiples of the step inside the range, both ends with it") {
  CHECK(ticks(0, 10, 5) == std::vector<double>{0, 2, 4, 6, 8, 10});
  CHECK(ticks(0.7, 1.2, 5).size() == 6);
  CHECK(ticks(-3, 3, 6).size() == 7);
}

TEST_CASE("[law] there are never more parts than asked for") {
  for (double span = 0.001; span < 1000; span *= 1.3) {
    for (const int most : {2, 5, 8}) CHECK(ticks(0, span, most).size() <= static_cast<std::size_t>(most) + 1);
  }
}

TEST_CASE("[unit] a scale lays values on pixels, also upside down") {
  const Scale down = {0, 2, 100, 500};
  CHECK(down.at(1) == 300);
  const Scale up = {0, 2, 500, 100};
  CHECK(up.at(2) == 100);
}

TEST_CASE("[unit] axes draw a line and a number per tick, and their label") {
  Drawing drawing(200, 200, "t", "d");
  const Frame frame = {50, 20, 180, 150};
  draw_bottom_axis(drawing, frame, {0, 10, frame.left, frame.right}, "count");
  draw_left_axis(drawing, frame, {0, 10, frame.top, frame.bottom}, "depth [mm]");
  const std::string svg = drawing.svg();
  CHECK(xml_fault(svg) == "");
  CHECK(occurrences(svg, ">count<") == 1);
  CHECK(occurrences(svg, ">depth [mm]<") == 1);
  CHECK(occurrences(svg, ">10<") == 2);
  CHECK(occurrences(svg, ">-") == 0);
}
