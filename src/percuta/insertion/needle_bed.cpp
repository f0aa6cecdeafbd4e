#include "percuta/insertion/needle_bed.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "percuta/insertion/loading_rate.hpp"

namespace percuta::insertion {
namespace {

double squared_distance(const numerics::Point& p) {
  return p.x * p.x + p.y * p.y;
}

}  // namespace

Bed drum_bed(const device::Device& device, double wrap) {
  const double radius = 0.5 * device.drum.diameter, tip_circle = radius + device.needle.length;
  const double entering = std::acos(radius / tip_circle);
  const double area = device.drum.width * 2 * (tip_circle * std::sin(entering) + wrap);
  Bed bed;
  bed.needles = static_cast<double>(device::needle_count(device)) * (entering + wrap / radius) / std::numbers::pi;
  bed.footprint = std::sqrt(area / std::numbers::pi);
  return bed;
}

Bed pressed_bed(const device::Device& device, const Places& places, double radius) {
  Bed bed;
  double needles = 0, sum = 0;
  for (const numerics::Point& p : places) {
    if (squared_distance(p) > radius * radius) continue;
    needles += 1;
    sum += squared_distance(p);
  }
  bed.needles = std::max(1.0, needles);
  bed.footprint = std::max(0.5 * device.needle.diameter, std::sqrt(2 * sum / bed.needles));
  if (device.head.aperture > 0) bed.aperture = device.head.aperture;
  return bed;
}

double pressed_radius(const device::Device& device, const Places& places, const skin::Skin& skin) {
  const device::Applicator& applicator = device.applicator;
  if (!(applicator.pad_radius > 0)) return k_everywhere;
  const Bed all = pressed_bed(device, places, k_everywhere);
  const double tip = device::radius_at(device.needle, 0);
  const Compliance compliance = layered_compliance(ground_of(skin, k_everywhere), tip, all);
  const double area = std::numbers::pi * all.footprint * all.footprint / all.needles;
  const double h = applicator.backing_thickness;
  const double bending = applicator.backing_modulus * h * h * h / 12;
  return applicator.pad_radius + std::sqrt(std::sqrt(bending * (compliance.near + compliance.far) * area));
}

}  // namespace percuta::insertion
