#include "percuta/report/figures/svg.hpp"

#include <doctest/doctest.h>

#include "report/xml_check.hpp"

using namespace percuta::report;

TEST_CASE("[unit] a drawing is one well-formed picture on white paper with title and description") {
  Drawing drawing(320, 200, "Depth <\"&'>", "What a reader hears");
  drawing.line({0, 0}, {10, 10}, {.edge = style::k_ink, .dashes = "2 2"});
  drawing.polygon({{0, 0}, {10, 0}, {5, 5}}, {.fill = style::k_skin, .opacity = 0.5});
  drawing.polyline({{0, 0}, {10, 0}}, {.edge = style::k_ink});
  drawing.begin_clip({0, 0, 10, 10});
  drawing.text({5, 5}, "1 < 2", {.align = Align::middle, .is_bold = true, .turn = -90});
  drawing.end_clip();
  const std::string svg = drawing.svg();
  CHECK(xml_fault(svg) == "");
  CHECK(occurrences(svg, "<title id=\"title\">Depth &lt;&quot;&amp;&#39;&gt;</title>") == 1);
  CHECK(occurrences(svg, "<desc id=\"desc\">What a reader hears</desc>") == 1);
  CHECK(occurrences(svg, "fill=\"#ffffff\"") == 1);
  CHECK(occurrences(svg, ">1 &lt; 2</text>") == 1);
}

TEST_CASE("[unit] coordinates carry two decimals at most, never minus zero") {
  Drawing drawing(10, 10, "t", "d");
  drawing.dots({{1.23456, -0.0001}, {2, 3.5}}, 1.5, "#000000");
  CHECK(occurrences(drawing.svg(), "d=\"M1.23 0h0M2 3.5h0\"") == 1);
}

TEST_CASE("[unit] dots and crosses of nothing draw nothing") {
  Drawing drawing(10, 10, "t", "d");
  const std::string before = drawing.svg();
  drawing.dots({}, 1, "#000000");
  drawing.crosses({}, 1, 1, "#000000");
  CHECK(drawing.svg() == before);
}

TEST_CASE("[unit] a cross is two strokes about its place") {
  Drawing drawing(10, 10, "t", "d");
  drawing.crosses({{5, 5}}, 4, 1, "#000000");
  CHECK(occurrences(drawing.svg(), "d=\"M5 5m-2 -2l4 4m-4 0l4 -4\"") == 1);
}

TEST_CASE("[law] text cannot leave its element, whatever it holds") {
  Drawing drawing(10, 10, "</title><script>", "\x1b]0;\xff");
  drawing.text({0, 0}, "</text></svg><script>alert(1)</script>");
  CHECK(xml_fault(drawing.svg()) == "");
  CHECK(occurrences(drawing.svg(), "<script") == 0);
}
