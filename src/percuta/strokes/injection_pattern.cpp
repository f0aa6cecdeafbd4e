#include "percuta/strokes/strokes.hpp"

namespace percuta::strokes {

const InjectionPattern& pattern_of(const Technique& technique, const InjectionPatterns& patterns) {
  if (technique.pattern == "papule") return patterns.papule;
  if (technique.pattern == "point by point") return patterns.point_by_point;
  return patterns.nappage;
}

}  // namespace percuta::strokes
