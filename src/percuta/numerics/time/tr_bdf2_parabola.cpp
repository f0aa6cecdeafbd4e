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

void TrBdf2::write_outputs(const std::vector<TrBdf2*>& all, double dt) {
  TrBdf2& lead = *all.front();
  const TimeOutput& output = lead.output_;
  for (; lead.next_output_ < output.times.size(); ++lead.next_output_) {
    const double time = output.times[lead.next_output_];
    if (time <= lead.restored_ || time < lead.t_) continue;
    const double at = (time - lead.t_) / dt;
    if (at > 1 + k_same_time) return;
    const auto [first, mid, last] = parabola({0, k_middle, 1}, std::min(at, 1.0));
    std::vector<const Field*> values;
    for (TrBdf2* each : all) {
      combine(each->ranges(), each->right_,
              {{first, &each->begin_.value}, {mid, &each->middle_.value}, {last, &each->end_.value}});
      values.push_back(&each->right_);
    }
    if (output.take) output.take(time, values);
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
