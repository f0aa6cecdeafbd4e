#include "percuta/report/figures/map_view.hpp"

#include <doctest/doctest.h>

using namespace percuta;
using namespace percuta::report;

namespace {

constexpr Frame k_frame = {100, 50, 500, 250};

}  // namespace

TEST_CASE("[law] both axes have the same scale and the whole box is shown") {
  const MapView view = MapView::fitting({{0.01, 0.02}, {0.03, 0.05}}, k_frame);
  const numerics::Box& shown = view.shown();
  const double across = k_frame.width() / (shown.high.x - shown.low.x);
  const double along = k_frame.height() / (shown.high.y - shown.low.y);
  CHECK(across == doctest::Approx(along));
  CHECK(view.pixels(1) == doctest::Approx(across));
  CHECK(shown.low.x < 0.01);
  CHECK(shown.low.y < 0.02);
  CHECK(shown.high.x > 0.03);
  CHECK(shown.high.y > 0.05);
}

TEST_CASE("[unit] y points up and the middle of the box is the middle of the frame") {
  const MapView view = MapView::fitting({{0, 0}, {0.02, 0.02}}, k_frame);
  const Spot middle = view.spot({0.01, 0.01});
  CHECK(middle.x == doctest::Approx(300));
  CHECK(middle.y == doctest::Approx(150));
  CHECK(view.spot({0.01, 0.02}).y < middle.y);
  CHECK(view.spots({{0, 0}, {1, 1}}).size() == 2);
}

TEST_CASE("[unit] a box of no size still gives a view") {
  const MapView view = MapView::fitting({{0.01, 0.01}, {0.01, 0.01}}, k_frame);
  CHECK(view.shown().high.x > view.shown().low.x);
  CHECK(view.spot({0.01, 0.01}).x == doctest::Approx(300));
}

TEST_CASE("[unit] the treated box holds the window and every puncture") {
  skin::Skin skin;
  punctures::Punctures punctures;
  CHECK(treated_box(skin, punctures).high.x == doctest::Approx(0.01));
  skin.window = {{0.01, 0.01}, {0.02, 0.01}, {0.02, 0.03}};
  punctures::Puncture puncture;
  puncture.x = 0.005;
  puncture.y = 0.04;
  punctures.all = {puncture};
  const numerics::Box box = treated_box(skin, punctures);
  CHECK(box.low.x == 0.005);
  CHECK(box.low.y == 0.01);
  CHECK(box.high.x == 0.02);
  CHECK(box.high.y == 0.04);
}
