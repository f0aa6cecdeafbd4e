#include "percuta/endpoints/first_order.hpp"

#include <cmath>

namespace percuta::endpoints {
namespace {

/// Mean over the step of what is left of an input: (1 - exp(-x)) / x.
double mean_left(double x) {
  return x > 0 ? -std::expm1(-x) / x : 1;
}

}  // namespace

FirstOrder::FirstOrder(const std::vector<double>& times, double rate) {
  for (std::size_t i = 1; i < times.size(); ++i) {
    const double x = rate * (times[i] - times[i - 1]);
    const double mean = mean_left(x);
    steps_.push_back({std::exp(-x), mean - std::exp(-x), 1 - mean});
  }
}

std::vector<double> FirstOrder::follow(const std::vector<double>& input) const {
  std::vector<double> values(input.size());
  for (std::size_t i = 0; i + 1 < values.size(); ++i) {
    const Step& step = steps_[i];
    values[i + 1] = step.keep * values[i] + step.first * input[i] + step.last * input[i + 1];
  }
  return values;
}

}  // namespace percuta::endpoints
