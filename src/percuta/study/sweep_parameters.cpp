#include "percuta/study/sweep.hpp"

namespace percuta::study {

void describe(Sweep& sweep, Visitor& visitor) {
  visitor.words(
      {.name = "over", .meaning = "Keys and values, each as `--over` takes them: key=from..to:steps or key=a,b"},
      sweep.over);
  visitor.words(
      {.name = "show", .meaning = "Quantities to draw, such as insertion.depth_in_place", .default_text = "[]"},
      sweep.show);
}

}  // namespace percuta::study
