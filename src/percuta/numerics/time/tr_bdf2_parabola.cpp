#include <algorithm>
#include <array>

#include "percuta/numerics/time/tr_bdf2.hpp"

/// What the parabola through a step's three values tells: the field within the step, and where the next one goes.
namespace percuta::numerics {
namespace {

constexpr double k_same_time = 1e-12;  // of a step: nearer than that is there

/// Weights of the values at three times for the parabola through them at another.
std::array<double, 3> parabola(const std::array<double, 3>& at, double t) {
  const auto [a, b, c] = at;
  return {(t - b) * (t - c) / ((a - b) * (a - c)), (t - a) * (t - c) / ((b - a) * (b - c)),
          (t - a) * (t - b) / ((c - a) * (c - b))};
}

}  // namespace

void TrBdf2::write_outputs(double dt) {
  for (; next_output_ < output_.times.size(); ++next_output_) {
    if (output_.times[next_output_] <= restored_ || output_.times[next_output_] < t_) continue;
    const double at = (output_.times[next_output_] - t_) / dt;
    if (at > 1 + k_same_time) return;
    const auto [first, mid, last] = parabola({0, k_middle, 1}, std::min(at, 1.0));
    combine(ranges(), right_, {{first, &begin_.value}, {mid, &middle_.value}, {last, &end_.value}});
    if (output_.take) output_.take(output_.times[next_output_], {&right_});
  }
}

/// change_ = where the parabola of the step before goes until the middle of one of dt. After that step its begin stands
/// in end_.
void TrBdf2::foresee_middle(double dt) {
  if (last_ == 0) return change_.fill(0);
  const auto [first, mid, last] = parabola({-last_, (k_middle - 1) * last_, 0}, k_middle * dt);
  combine(ranges(), change_, {{first, &end_.value}, {mid, &middle_.value}, {last - 1, &begin_.value}});
}

/// The same until the end, from the change until the middle.
void TrBdf2::foresee_end(double dt) {
  if (last_ == 0) return combine(ranges(), change_, {{1 / k_middle, &change_}});
  const auto [before, begin, mid] = parabola({-last_, 0, k_middle * dt}, dt);
  combine(ranges(), change_, {{mid, &change_}, {before, &end_.value}, {-before, &begin_.value}});
}

}  // namespace percuta::numerics
