#include "percuta/healing/fold.hpp"

#include <cmath>

namespace percuta::healing {
namespace {

constexpr int k_halvings = 60;  // of a bracket
constexpr int k_sections = 80;  // by thirds, of the range of Y

/// Growth over loss of Y at a steady F, with growth factor T.
double feeding(const Law& law, double T, double Y) {
  const double F = 1 + law.aF * T / (1 + T);
  return law.kY * T * T / (1 + T * T) * F * (1 - Y / law.y_most) / (law.muY * Y);
}

/// The sY at which Y is a steady state: feeding rises with T from 0, and T = sY Y. Infinite where nothing feeds enough.
double self_feeding_at(const Law& law, double Y) {
  double high = 1;
  while (feeding(law, high, Y) < 1) {
    high *= 2;
    if (std::isinf(high)) return INFINITY;
  }
  double low = 0;
  for (int i = 0; i < k_halvings; ++i) {
    const double middle = 0.5 * (low + high);
    (feeding(law, middle, Y) < 1 ? low : high) = middle;
  }
  return high / Y;
}

}  // namespace

double least_self_feeding(const Law& law) {
  // Growth and loss meet at large T where kY (1 + aF) (1 - Y / Ymost) = muY Y: no steady Y lies beyond.
  const double most_fed = law.kY * (1 + law.aF);
  double low = 0, high = law.y_most * most_fed / (most_fed + law.muY * law.y_most);
  for (int i = 0; i < k_sections; ++i) {
    const double a = low + (high - low) / 3, b = high - (high - low) / 3;
    if (self_feeding_at(law, a) < self_feeding_at(law, b)) {
      high = b;
    } else {
      low = a;
    }
  }
  return self_feeding_at(law, 0.5 * (low + high));
}

}  // namespace percuta::healing
