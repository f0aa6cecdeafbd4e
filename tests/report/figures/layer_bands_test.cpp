#include "percuta/report/figures/layer_bands.hpp"

#include <doctest/doctest.h>

#include "report/record_fixture.hpp"
#include "report/xml_check.hpp"

using namespace percuta;
using namespace percuta::report;

namespace {

constexpr Frame k_frame = {50, 100, 300, 500};
constexpr Scale k_depth = {0, 2, 100, 500};  // mm

}  // namespace

TEST_CASE("[unit] a depth in metres becomes pixels, held inside the frame") {
  CHECK(depth_px(k_frame, k_depth, 0) == 100);
  CHECK(depth_px(k_frame, k_depth, 1e-3) == doctest::Approx(300));
  CHECK(depth_px(k_frame, k_depth, 1) == 500);
  CHECK(depth_px(k_frame, k_depth, -1) == 100);
}

TEST_CASE("[unit] each layer is a band, each uncertain face inside the frame a range with its median") {
  Drawing drawing(400, 600, "t", "d");
  draw_layer_bands(drawing, k_frame, k_depth, example_record().layers);
  const std::string svg = drawing.svg();
  CHECK(xml_fault(svg) == "");
  CHECK(occurrences(svg, "<rect") == 1 + 5 + 4);  // paper, bands, ranges; the fat's lower face lies below the frame
  CHECK(occurrences(svg, "<line") == 4);
}

TEST_CASE("[law] a face known for certain has no range") {
  run::Record record;
  record.layers = {{"stratum_corneum", {0, 0, 0}, {1e-3, 1e-3, 1e-3}}};
  Drawing drawing(400, 600, "t", "d");
  draw_layer_bands(drawing, k_frame, k_depth, record.layers);
  CHECK(occurrences(drawing.svg(), "<rect") == 1 + 1);
  CHECK(occurrences(drawing.svg(), "<line") == 1);
}

TEST_CASE("[law] labels of thin layers keep clear of each other, layers below the frame have none") {
  run::Record record = example_record();
  record.layers.push_back({"muscle", {6e-3, 4e-3, 8e-3}, {9e-3, 8e-3, 9e-3}});
  Drawing drawing(600, 600, "t", "d");
  draw_layer_labels(drawing, k_frame, k_depth, record.layers);
  const std::string svg = drawing.svg();
  CHECK(xml_fault(svg) == "");
  CHECK(occurrences(svg, "font-weight=\"bold\"") == 5);
  CHECK(occurrences(svg, "muscle") == 0);
  double last = 0;
  for (std::size_t at = svg.find("<text"); at != std::string::npos; at = svg.find("<text", at + 1)) {
    const double y = std::stod(svg.substr(svg.find("y=\"", at) + 3));
    CHECK(y - last >= 14);
    last = y;
  }
}

TEST_CASE("[unit] a layer's key reads as words") {
  CHECK(plain_name("viable_epidermis") == "viable epidermis");
}
