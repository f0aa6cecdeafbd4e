#include <doctest/doctest.h>

#include "percuta/strokes/aim.hpp"
#include "strokes/hand_fixture.hpp"

using namespace percuta;
using strokes::Aim;

namespace {

const numerics::Polygon k_window = {{0, 0}, {90e-3, 0}, {90e-3, 60e-3}, {0, 60e-3}};

std::vector<Aim> injected(const strokes::Technique& technique) {
  const strokes::Hand hand = tests::perfect_hand();
  const strokes::InjectionPatterns patterns = tests::patterns();
  const device::Device device = tests::injector();
  const skin::Skin skin = tests::flat_skin(k_window);
  return strokes::injections({technique, hand, patterns, device, skin}, 0);
}

strokes::Technique of(const std::string& pattern) {
  strokes::Technique technique = tests::technique();
  technique.pattern = pattern;
  return technique;
}

}  // namespace

TEST_CASE("[law] each pattern leaves one point per square of its spacing") {
  CHECK(static_cast<double>(injected(of("nappage")).size()) == doctest::Approx(54e-4 / 9e-6).epsilon(0.1));
  CHECK(static_cast<double>(injected(of("papule")).size()) == doctest::Approx(54).epsilon(0.2));
  CHECK(injected(of("point by point")).size() == 3 * 3);
}

TEST_CASE("[law] a pattern brings its angle and depth, and what the technique asks goes before it") {
  CHECK(injected(of("papule"))[0].angle == doctest::Approx(20 * tests::k_degree));
  CHECK(injected(of("papule"))[0].depth == doctest::Approx(1.5e-3));
  strokes::Technique own = of("papule");
  own.angle = certain(0.5);
  own.depth = certain(2e-3);
  own.spacing = certain(28e-3);
  const std::vector<Aim> points = injected(own);
  CHECK(points.size() == 3 * 3);
  CHECK(points[0].angle == doctest::Approx(0.5));
  CHECK(points[0].depth == doctest::Approx(2e-3));
}

TEST_CASE("[law] points are pricks, not tracks, and lie in the window") {
  for (const Aim& point : injected(of("nappage"))) {
    CHECK(point.is_place());
    CHECK(numerics::contains(k_window, {point.begin, point.offset}));
  }
}
