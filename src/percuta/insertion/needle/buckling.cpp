#include "percuta/insertion/needle/buckling.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace percuta::insertion {
namespace {

/// The least positive root of tan q = q, between pi and 3 pi / 2, by halving  sin q - q cos q.
double clamped_pinned_root() {
  double low = std::numbers::pi, high = 3 * std::numbers::pi / 2;
  for (int i = 0; i < 52; ++i) {
    const double middle = 0.5 * (low + high);
    (std::sin(middle) - middle * std::cos(middle) > 0 ? low : high) = middle;
  }
  return low;
}

}  // namespace

double buckling_load(const Column& column) {
  const double q = clamped_pinned_root();
  const double solid = column.tip_radius * column.tip_radius * column.base_radius * column.base_radius;
  const double hole = std::pow(std::min(column.bore_radius, column.base_radius), 4);
  const double wall = std::max(0.0, 1 - hole / std::pow(column.base_radius, 4));
  return q * q * column.modulus * std::numbers::pi / 4 * solid * wall / (column.length * column.length);
}

}  // namespace percuta::insertion
