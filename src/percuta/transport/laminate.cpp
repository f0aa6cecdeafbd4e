#include "percuta/transport/laminate.hpp"

#include <algorithm>
#include <cmath>

namespace percuta::transport {

Linear operator+(Linear a, Linear b) {
  return {a.value + b.value, a.slope + b.slope};
}
Linear operator-(Linear a, Linear b) {
  return {a.value - b.value, a.slope - b.slope};
}
Linear operator*(Linear a, Linear b) {
  return {a.value * b.value, a.value * b.slope + a.slope * b.value};
}
Linear operator/(Linear a, Linear b) {
  const double quotient = a.value / b.value;
  return {quotient, (a.slope - quotient * b.slope) / b.value};
}

LayerMatrix matrix_of(const LayerProperties& layer) {
  const double l = layer.thickness, D = layer.diffusivity, conductance = D * layer.partition / l;
  const double k = layer.clearance + layer.conversion;
  const double y = l * std::sqrt(k / D), square = l * l / D;  // y = ql at s = 0, d(y^2)/ds
  // sinh(y)/y and the slopes of both functions in y^2, whose limits at 0 are 1, 1/2 and 1/6.
  constexpr double k_series = 1e-3;
  const bool is_small = y < k_series;
  // Far deeper than anything reaches both grow alike: their common factor falls out of every ratio that is asked.
  constexpr double k_deep = 150;
  const double held = std::min(y, k_deep);
  const double shc = is_small ? 1 + y * y / 6 : std::sinh(held) / y;
  const double cosh_slope = 0.5 * shc;
  const double shc_slope = is_small ? (1 + y * y / 10) / 6 : (std::cosh(held) - shc) / (2 * y * y);
  const Linear sine{shc, shc_slope * square}, argument{y * y, square};
  return {{std::cosh(held), cosh_slope * square},
          Linear{1 / conductance, 0} * sine,
          Linear{conductance, 0} * argument * sine};
}

}  // namespace percuta::transport
