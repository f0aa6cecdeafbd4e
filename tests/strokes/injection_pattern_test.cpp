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
