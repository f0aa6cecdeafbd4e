#include "percuta/punctures/roller.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "percuta/base/random.hpp"
#include "percuta/numerics/cell_list.hpp"
#include "percuta/punctures/roller_kinematics.hpp"

namespace percuta::punctures {
namespace {

/// One needle as made: where it stands off its place on the drum, and how long it is.
struct Made {
  double along = 0, aside = 0;  ///< [m]
  double length = 0;            ///< [m]
};

/// The drum's own flaws: the same needle errs the same way all session long.
std::vector<Made> make_needles(const device::Device& device, const Guidance& guidance, const Member& member,
                               std::uint32_t session) {
  std::vector<Made> needles(static_cast<std::size_t>(device::needle_count(device)));
  for (std::size_t n = 0; n < needles.size(); ++n) {
    const auto item = static_cast<std::uint32_t>(n);
    Stream seat({member.seed, member.index, session, item, "punctures.seat"});
    Stream length({member.seed, member.index, session, item, "punctures.length"});
    needles[n].along = guidance.seat_error * seat.normal();
    needles[n].aside = guidance.seat_error * seat.normal();
    needles[n].length = std::max(0.0, device.needle.length + device.needle.length_spread * length.normal());
  }
  return needles;
}

/// Turns of the drum: needle lines land one after the other, `lines` to a turn.
struct Drum {
  double circumference = 0;  ///< of the rolling circle [m]
  double pitch = 0;          ///< between rows [m]
  std::int64_t rows = 0, columns = 0, lines = 0;
};

Drum drum_of(const device::Device& device) {
  const std::int64_t columns = device.drum.columns;
  return {2 * std::numbers::pi * roller_kinematics(device).rolling_radius,
          device.drum.width / static_cast<double>(device.drum.rows), device.drum.rows, columns,
          device.drum.is_staggered ? 2 * columns : columns};
}

/// Lands the drum's needles in order of time.
class Imprint {
 public:
  Imprint(const Drum& drum, const std::vector<Made>& needles, const skin::Skin& skin, double capture)
      : drum_(drum),
        needles_(needles),
        outline_(skin.outline),
        window_(skin.window),
        capture_(capture),
        holes_(numerics::bounding_box(skin.outline), capture) {}

  void roll(const strokes::Stroke& stroke, std::int32_t index) {
    const double line_pitch = drum_.circumference / static_cast<double>(drum_.lines);
    const double first = drum_.circumference * stroke.phase;
    for (auto line = static_cast<std::int64_t>(std::ceil(first / line_pitch));; ++line) {
      const double s = static_cast<double>(line) * line_pitch - first;
      if (s > stroke.length) return;
      press_line(stroke, index, line, s);
    }
  }

  Punctures take() {
    result_.holes = static_cast<std::int64_t>(holes_.points().size());
    return std::move(result_);
  }

 private:
  void press_line(const strokes::Stroke& stroke, std::int32_t index, std::int64_t line, double s) {
    const strokes::Pose pose = strokes::pose_at(stroke, s);
    const double along_x = std::cos(pose.heading), along_y = std::sin(pose.heading);
    const double share = stroke.length > 0 ? s / stroke.length : 0;
    Puncture puncture;
    puncture.stroke = index;
    puncture.force = stroke.force_start + (stroke.force_end - stroke.force_start) * share;
    const std::int64_t stagger = drum_.lines / drum_.columns;  // 1, or 2: odd lines press odd rows
    const std::int64_t column = line % drum_.lines / stagger;
    for (std::int64_t row = line % stagger; row < drum_.rows; row += stagger) {
      puncture.needle = static_cast<std::int32_t>(row * drum_.columns + column);
      const Made& needle = needles_[static_cast<std::size_t>(puncture.needle)];
      const double middle = 0.5 * static_cast<double>(drum_.rows - 1);
      const double aside = (static_cast<double>(row) - middle) * drum_.pitch + needle.aside;
      puncture.x = pose.at.x + needle.along * along_x - aside * along_y;
      puncture.y = pose.at.y + needle.along * along_y + aside * along_x;
      puncture.length = needle.length;
      land_one(puncture);
    }
  }

  void land_one(Puncture puncture) {
    ++result_.struck;
    if (!numerics::contains(outline_, {puncture.x, puncture.y})) {
      ++result_.outside;
      return;
    }
    const std::int32_t near = holes_.nearest({puncture.x, puncture.y}, capture_);
    puncture.is_reentry = near != numerics::CellList::k_none;
    if (puncture.is_reentry) {
      const numerics::Point hole = holes_.points()[static_cast<std::size_t>(near)];
      puncture.x = hole.x;
      puncture.y = hole.y;
      puncture.hole = near;
    } else {
      puncture.hole = holes_.add({puncture.x, puncture.y});
    }
    puncture.in_window = numerics::contains(window_, {puncture.x, puncture.y});
    result_.all.push_back(puncture);
  }

  const Drum& drum_;
  const std::vector<Made>& needles_;
  const numerics::Polygon& outline_;
  const numerics::Polygon& window_;
  double capture_;
  numerics::CellList holes_;
  Punctures result_;
};

}  // namespace

Punctures land_roller(const std::vector<strokes::Stroke>& strokes, const device::Device& device, const skin::Skin& skin,
                      const Guidance& guidance, const Member& member, std::uint32_t session) {
  const Drum drum = drum_of(device);
  const std::vector<Made> needles = make_needles(device, guidance, member, session);
  Imprint imprint(drum, needles, skin, guidance.capture_distance);
  for (std::size_t i = 0; i < strokes.size(); ++i) imprint.roll(strokes[i], static_cast<std::int32_t>(i));
  const RollerKinematics kinematics = roller_kinematics(device);
  Punctures punctures = imprint.take();
  punctures.entry_angle = kinematics.entry_angle;
  punctures.tip_sweep = kinematics.tip_sweep;
  punctures.slit = std::max(0.0, kinematics.tip_sweep - guidance.lateral_compliance);
  return punctures;
}

}  // namespace percuta::punctures
