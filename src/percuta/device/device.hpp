#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "percuta/base/parameters.hpp"

/// What pierces: its kind, needles and the body that carries them.
/// Model    geometry only; needle = cone (taper) on a cylinder with a rounded tip
/// In       a device file of data/devices with the study's overrides     Out  Device (SI)
/// Holds    needles 0.02 to 30 mm; kinds roller (others are read, not yet run)   Throws  InputError
/// Checked  tests/device
namespace percuta::device {

/// One needle of the device.
struct Needle {
  Quantity length;         ///< beyond the body that carries it [m]
  Quantity length_spread;  ///< standard deviation from needle to needle [m]
  Quantity diameter;       ///< at the base [m]
  Quantity tip_radius;     ///< [m]
  Quantity taper_share;    ///< tapered share of the length, from the tip [1]
  std::string material;    ///< "steel", "silicon", "polymer", "hyaluronate"
};
void describe(Needle& needle, Visitor& visitor);

/// Radius of the needle `z` above its tip [m].
double radius_at(const Needle& needle, double z);

/// The drum of a roller.
struct Drum {
  Quantity diameter;          ///< without needles [m]
  Quantity width;             ///< of the needle field [m]
  std::int64_t rows = 0;      ///< across the width
  std::int64_t columns = 0;   ///< round the drum
  bool is_staggered = false;  ///< every other row half a column round
  Quantity rolling_share;     ///< rolling radius: 0 = drum surface, 1 = tip circle [1]
};
void describe(Drum& drum, Visitor& visitor);

/// The head of a pen, stamp, patch, injector or RF device.
struct Head {
  std::int64_t needles = 0;
  Quantity width;      ///< across the glide, or of the patch [m]
  Quantity frequency;  ///< of the piston, 0 for stamps and patches [Hz]
};
void describe(Head& head, Visitor& visitor);

/// A device file.
struct Device {
  std::string title;
  std::string kind;                  ///< "roller", "pen", "stamp", "patch", "injector", "rf"
  std::string setting;               ///< "home", "institute", "clinic"
  std::vector<std::string> systems;  ///< "S3", ...
  Needle needle;
  Drum drum;  ///< rollers only
  Head head;  ///< all others
};
void describe(Device& device, Visitor& visitor);

std::int64_t needle_count(const Device& device);
double working_width(const Device& device);  ///< across the glide [m]

/// Whether the rooms after this one can run the kind today, and if not, why, in a sentence for the user.
bool is_built(const std::string& kind);
const std::vector<std::string>& kinds();

}  // namespace percuta::device
