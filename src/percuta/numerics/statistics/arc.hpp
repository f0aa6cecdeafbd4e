#pragma once

#include <array>
#include <cmath>
#include <cstddef>

namespace percuta::numerics {

/// The angle with this cosine, in [0, 1] [rad]: 2 asin(v), v^2 = (1 - cosine) / 2. The coefficients interpolate
/// asin(v) / v in v^2 at 17 Chebyshev nodes of [0, 1/2]; error below 2e-15. Several times faster than std::acos, and
/// the same bits everywhere.
inline double acute_arc(double cosine) {
  constexpr std::array<double, 17> k_series = {
      1.0000000000000004,  0.1666666666661266,   0.07500000010326971,  0.044642849352792925, 0.03038225261078325,
      0.02236479278135831, 0.017468338476864537, 0.012711154580128559, 0.021272381973439558, -0.045216406151762104,
      0.23748842691861105, -0.6963313293396548,  1.5828771524688592,   -2.50689119795422,    2.717066346416257,
      -1.7870148645071309, 0.5621827313559767};
  const double square = 0.5 * (1 - cosine), fourth = square * square;
  // Even and odd powers apart, so that two sums run side by side.
  double even = k_series[16], odd = k_series[15];
  for (std::size_t k = 14; k > 0; k -= 2) {
    even = even * fourth + k_series[k];
    odd = odd * fourth + k_series[k - 1];
  }
  even = even * fourth + k_series[0];
  return 2 * std::sqrt(square) * (even + odd * square);
}

}  // namespace percuta::numerics
