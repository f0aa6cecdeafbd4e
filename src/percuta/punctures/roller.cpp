#include "percuta/punctures/roller.hpp"

#include <cmath>
#include <numbers>

#include "percuta/punctures/drum_contact.hpp"
#include "percuta/punctures/holes.hpp"
#include "percuta/punctures/roller_kinematics.hpp"

namespace percuta::punctures {
namespace {

/// Lines of needles that meet the skin at once, in the order in which the drum turns them down.
struct Print {
  double circumference = 0;  ///< of the rolling circle [m]
  std::vector<std::vector<MadeNeedle>> lines;
  double line_pitch() const { return circumference / static_cast<double>(lines.size()); }
};

/// Needle `row * columns + column` stands in the middle of its row's share of the width.
std::vector<numerics::Point> places_on(const device::Drum& drum, double entry_lead) {
  const double pitch = drum.width / static_cast<double>(drum.rows);
  std::vector<numerics::Point> places;
  for (std::int64_t row = 0; row < drum.rows; ++row) {
    const double aside = (static_cast<double>(row) - 0.5 * static_cast<double>(drum.rows - 1)) * pitch;
    places.insert(places.end(), static_cast<std::size_t>(drum.columns), {entry_lead, aside});
  }
  return places;
}

Print print_of(const device::Device& device, const Guidance& guidance, const Member& member) {
  const device::Drum& drum = device.drum;
  const RollerKinematics kinematics = roller_kinematics(device);
  const std::int64_t stagger = drum.is_staggered ? 2 : 1;  // odd lines press odd rows
  Print print;
  print.circumference = 2 * std::numbers::pi * kinematics.rolling_radius;
  print.lines.resize(static_cast<std::size_t>(stagger * drum.columns));
  const std::vector<double> loads = row_loads(drum, guidance);
  for (MadeNeedle& needle : make_needles(places_on(drum, kinematics.entry_lead), device, guidance, member)) {
    const std::int64_t row = needle.number / drum.columns, column = needle.number % drum.columns;
    needle.load = loads[static_cast<std::size_t>(row)];
    if (needle.load > 0) print.lines[static_cast<std::size_t>(column * stagger + row % stagger)].push_back(needle);
  }
  return print;
}

void roll(const strokes::Stroke& stroke, const Print& print, Puncture blow, Holes& holes) {
  const double pitch = print.line_pitch(), first = print.circumference * stroke.phase;
  for (auto line = static_cast<std::int64_t>(std::ceil(first / pitch));; ++line) {
    const double s = static_cast<double>(line) * pitch - first;
    if (s > stroke.length) return;
    const double share = stroke.length > 0 ? s / stroke.length : 0;
    blow.force = stroke.force_start + (stroke.force_end - stroke.force_start) * share;
    holes.press(strokes::pose_at(stroke, s), print.lines[static_cast<std::size_t>(line) % print.lines.size()], blow);
  }
}

double expected_strikes(const std::vector<strokes::Stroke>& strokes, const Print& print, std::int64_t needles) {
  double turns = 0;
  for (const strokes::Stroke& stroke : strokes) turns += (stroke.length + print.line_pitch()) / print.circumference;
  return turns * static_cast<double>(needles);
}

}  // namespace

Punctures land_roller(const std::vector<strokes::Stroke>& strokes, const device::Device& device, const skin::Skin& skin,
                      const Guidance& guidance, const Member& member) {
  const Print print = print_of(device, guidance, member);
  const RollerKinematics kinematics = roller_kinematics(device);
  Holes holes(skin, guidance, expected_strikes(strokes, print, device::needle_count(device)));
  Puncture blow;
  blow.length = device.needle.length;
  blow.tilt = static_cast<float>(slitting(kinematics, guidance.lateral_compliance).tilt);
  for (std::size_t i = 0; i < strokes.size(); ++i) {
    blow.stroke = static_cast<std::int32_t>(i);
    blow.speed = static_cast<float>(kinematics.entry_speed * strokes[i].speed);
    roll(strokes[i], print, blow, holes);
  }
  Punctures punctures = holes.take();
  tell_kinematics(device, guidance, punctures);
  return punctures;
}

void tell_kinematics(const device::Device& device, const Guidance& guidance, Punctures& punctures) {
  const RollerKinematics kinematics = roller_kinematics(device);
  punctures.entry_angle = kinematics.entry_angle;
  punctures.tip_sweep = kinematics.tip_sweep;
  punctures.slit = slitting(kinematics, guidance.lateral_compliance).slit;
}

}  // namespace percuta::punctures
