#include "percuta/strokes/strokes.hpp"

namespace percuta::strokes {

double duration(const Stroke& stroke) {
  return stroke.length > 0 ? stroke.length / stroke.speed + 2 * stroke.dwell : stroke.dwell;
}

double session_time(const std::vector<Stroke>& strokes) {
  if (strokes.empty()) return k_undefined;
  double time = 0;
  for (const Stroke& stroke : strokes) time += stroke.before + duration(stroke);
  return time;
}

std::vector<ResultOf<std::vector<Stroke>>> results() {
  return {number_result<std::vector<Stroke>>(
      {.room = "coverage",
       .name = "session_time",
       .unit = "min",
       .meaning =
           "Time that the hand needs for the session: strokes, places that are held, lifts and changes of direction",
       .needs = "strokes of a hand: measured punctures tell no time"},
      session_time)};
}

}  // namespace percuta::strokes
