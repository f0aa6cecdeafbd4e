#include "percuta/punctures/holes.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace percuta::punctures {
namespace {

constexpr double k_most_reserved = 1 << 24;  // strikes

constexpr double k_places_per_metre = 100'000'000;  // 10 nm
constexpr double k_steps_per_newton = 1'000'000;

double to_grid(double value, double steps) {
  return std::nearbyint(value * steps) / steps;
}

double written_length(double metres) {
  return to_grid(metres, k_places_per_metre);
}

double written_force(double newtons) {
  return to_grid(newtons, k_steps_per_newton);
}

/// Every number as a table of punctures writes it, so that a table read back gives the same landing.
Puncture as_written(Puncture puncture) {
  for (double* place : {&puncture.x, &puncture.y, &puncture.length}) *place = written_length(*place);
  puncture.force = written_force(puncture.force);
  return puncture;
}

}  // namespace

Holes::Holes(const skin::Skin& skin, const Guidance& guidance, double expected)
    : outline_(skin.outline),
      window_(skin.window),
      capture_(guidance.capture_distance),
      holes_(numerics::bounding_box(skin.outline), 2 * capture_) {
  result_.all.reserve(static_cast<std::size_t>(std::clamp(expected, 0.0, k_most_reserved)));
}

void Holes::press(const strokes::Pose& pose, const std::vector<MadeNeedle>& needles, const Puncture& blow) {
  const double along_x = std::cos(pose.heading), along_y = std::sin(pose.heading);
  Puncture puncture = blow;
  for (const MadeNeedle& needle : needles) {
    puncture.needle = needle.number;
    puncture.x = written_length(pose.at.x + needle.along * along_x - needle.aside * along_y);
    puncture.y = written_length(pose.at.y + needle.along * along_y + needle.aside * along_x);
    puncture.length = written_length(std::max(0.0, blow.length + needle.longer));
    puncture.force = written_force(blow.force * needle.load);
    if (is_on_site(puncture)) look_up(puncture);
  }
  open();
}

void Holes::strike(const Puncture& puncture) {
  const Puncture landed = as_written(puncture);
  if (is_on_site(landed)) look_up(landed);
  open();
}

bool Holes::strike_as_told(const Puncture& puncture) {
  Puncture told = as_written(puncture);
  if (!is_on_site(told)) return false;
  told.is_reentry = told.hole < count();
  if (!told.is_reentry) holes_.add({told.x, told.y});
  keep(told, holes_.points()[static_cast<std::size_t>(told.hole)]);
  return true;
}

bool Holes::is_on_site(const Puncture& puncture) {
  ++result_.struck;
  const bool is_on_site = outline_.contains({puncture.x, puncture.y});
  result_.outside += is_on_site ? 0 : 1;
  return is_on_site;
}

void Holes::look_up(Puncture puncture) {
  const numerics::Point at{puncture.x, puncture.y};
  const std::int32_t near = holes_.nearest(at, capture_);
  puncture.is_reentry = near != numerics::CellList::k_none;
  if (puncture.is_reentry) {
    puncture.hole = near;
    keep(puncture, holes_.points()[static_cast<std::size_t>(near)]);
  } else {
    puncture.hole = count() + static_cast<std::int32_t>(fresh_.size());
    fresh_.push_back(at);
    keep(puncture, at);
  }
}

void Holes::keep(Puncture& puncture, numerics::Point at) {
  puncture.x = at.x;
  puncture.y = at.y;
  puncture.in_window = window_.contains(at);
  result_.all.push_back(puncture);
}

void Holes::open() {
  for (const numerics::Point hole : fresh_) holes_.add(hole);
  fresh_.clear();
}

std::int32_t Holes::count() const {
  return static_cast<std::int32_t>(holes_.points().size());
}

Punctures Holes::take() {
  result_.holes = count();
  return std::move(result_);
}

}  // namespace percuta::punctures
