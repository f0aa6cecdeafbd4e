#include "percuta/strokes/strokes.hpp"

namespace percuta::strokes {

const InjectionPattern& pattern_of(const Technique& technique, const InjectionPatterns& patterns) {
  if (technique.pattern == "papule") return patterns.papule;
  if (technique.pattern == "point by point") return patterns.point_by_point;
  return patterns.nappage;
}

InjectionPattern as_asked(const Technique& technique, const InjectionPatterns& patterns) {
  InjectionPattern pattern = pattern_of(technique, patterns);
  if (technique.spacing > 0) pattern.spacing = technique.spacing;
  if (technique.angle > 0) pattern.angle = technique.angle;
  if (technique.depth > 0) pattern.depth = technique.depth;
  return pattern;
}

}  // namespace percuta::strokes
