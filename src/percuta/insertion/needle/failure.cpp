#include "percuta/insertion/needle/failure.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "percuta/base/result_column.hpp"
#include "percuta/insertion/needle/buckling.hpp"
#include "percuta/insertion/needle/needle_form.hpp"

namespace percuta::insertion {
namespace {

constexpr int k_heights = 256;  // at which the sections are looked at

struct Section {
  double area = 0, bending = 0;  ///< [m2], I / r [m3]
};

Section section_at(const NeedleForm& form, double bore_radius, double height) {
  const double r = radius_at(form, height);
  const double b = bore_radius < r ? bore_radius : 0;  // a bore ends in the bevel's face
  return {std::numbers::pi * (r * r - b * b), std::numbers::pi / 4 * (r * r * r * r - b * b * b * b) / r};
}

/// Of the load, what a section bears.
struct Share {
  double force = 0, moment = 0;  ///< [1], [m]
};

Share share_at(const NeedleForm& form, double contact_radius, double height) {
  const double r = radius_at(form, height);
  if (r < contact_radius) {
    const double force = r * r / (contact_radius * contact_radius);
    return {force, 0.5 * force * height};
  }
  return {1, height - 0.5 * std::min(height, height_where(form, contact_radius))};
}

double buckling_force(const NeedleForm& form, const device::Needle& needle, const device::Strength& strength) {
  Column column{form.tip_radius, form.base_radius, form.taper, 0.5 * needle.bore, strength.youngs_modulus};
  const double of_taper = form.taper > 0 ? 1 / buckling_load(column) : 0;
  if (!(needle.length > form.taper)) return 1 / of_taper;
  column.tip_radius = form.base_radius;
  column.length = needle.length;
  return 1 / (of_taper + 1 / buckling_load(column));
}

}  // namespace

Failure failure_of(const device::Needle& needle, const device::Strength& strength, const TipLoad& load) {
  if (!(strength.youngs_modulus > 0) || !(strength.yield_stress > 0)) return {0, "unknown"};
  const NeedleForm form = needle_form(needle);
  const double along = std::cos(load.tilt), across = std::abs(std::sin(load.tilt));
  double yield = std::numeric_limits<double>::infinity(), shear = yield;
  for (int i = 0; i <= k_heights; ++i) {
    const double height = needle.length * i / k_heights;
    const Section section = section_at(form, 0.5 * needle.bore, height);
    const Share share = share_at(form, load.contact_radius, height);
    yield = std::min(
        yield, strength.yield_stress / (share.force * along / section.area + share.moment * across / section.bending));
    if (across > 0) shear = std::min(shear, strength.shear_stress * section.area / (share.force * across));
  }
  const double buckling = buckling_force(form, needle, strength);
  if (buckling <= std::min(yield, shear)) return {buckling, "buckling"};
  return yield <= shear ? Failure{yield, "yield"} : Failure{shear, "shear"};
}

double force_margin(double failure_force, const std::string& mode, double largest, double puncture_force) {
  const double borne = mode == "buckling" ? largest : std::min(largest, puncture_force);
  return failure_force > 0 ? share_of(failure_force, borne) : k_undefined;
}

}  // namespace percuta::insertion
