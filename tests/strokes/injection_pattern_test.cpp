#include <doctest/doctest.h>

#include "percuta/strokes/strokes.hpp"

using namespace percuta;

TEST_CASE("[unit] a technique gets the pattern that it names, and nappage when it names none") {
  const strokes::InjectionPatterns patterns;
  strokes::Technique technique;
  CHECK(&strokes::pattern_of(technique, patterns) == &patterns.nappage);
  technique.pattern = "papule";
  CHECK(&strokes::pattern_of(technique, patterns) == &patterns.papule);
  technique.pattern = "point by point";
  CHECK(&strokes::pattern_of(technique, patterns) == &patterns.point_by_point);
}

TEST_CASE("[law] what the technique asks for itself goes before the pattern's own") {
  strokes::InjectionPatterns patterns;
  patterns.nappage = {certain(3e-3), certain(0.8), certain(3e-3)};
  strokes::Technique technique;
  CHECK(strokes::as_asked(technique, patterns).spacing == 3e-3);
  technique.spacing = certain(2e-3);
  technique.angle = certain(0.6);
  technique.depth = certain(1e-3);
  CHECK(strokes::as_asked(technique, patterns).spacing == 2e-3);
  CHECK(strokes::as_asked(technique, patterns).angle == 0.6);
  CHECK(strokes::as_asked(technique, patterns).depth == 1e-3);
}
