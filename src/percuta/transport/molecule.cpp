#include "percuta/transport/molecule.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace percuta::transport {
namespace {

constexpr double k_avogadro = 6.02214076e23;  // [1/mol]

double power_of_ten(double exponent) {
  return std::pow(10, exponent);
}

}  // namespace

Charge charge_of(const Active& active, double ph) {
  const bool is_acid = active.ionises == "acid", is_base = active.ionises == "base";
  if (!is_acid && !is_base) return {};
  if (!is_given(active.pka)) {
    throw InputError(
        fmt::format("'{}' ionises as {} {}, but has no pka", active.title, is_acid ? "an" : "a", active.ionises),
        "give its pka, or say ionises = \"no\"");
  }
  const double ratio = power_of_ten(is_acid ? ph - active.pka : active.pka - ph);
  const double neutral = 1 / (1 + ratio), charged = ratio / (1 + ratio);
  return {neutral, is_base ? charged : 0, is_acid ? charged : 0};
}

double kow_of(const Active& active, const Rates& rates) {
  return is_given(active.log_kow) ? power_of_ten(std::min<double>(active.log_kow, rates.most_log_kow)) : 0;
}

double radius_of(const Active& active, const Rates& rates) {
  return std::cbrt(3 * active.molar_mass * rates.molecule_volume / (4 * std::numbers::pi * k_avogadro));
}

double hindrance(double radius, double pore_radius) {
  const double x = radius / pore_radius;
  if (x >= 1) return 0;
  return (1 - x) * (1 - x) * (1 - 2.104 * x + 2.09 * x * x * x - 0.95 * x * x * x * x * x);
}

double tissue_diffusivity(const Active& active, const Rates& rates) {
  return rates.tissue.diffusivity * std::pow(active.molar_mass / rates.reference_mass, -rates.tissue.mass_exponent);
}

}  // namespace percuta::transport
