#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "percuta/base/parameters.hpp"
#include "percuta/numerics/geometry/polygon.hpp"

/// What pierces: its kind, needles and the body that carries them.
/// Model    geometry only; needle = cone, pyramid or bevel on a shaft, or a measured profile; rounded tip
/// In       a device file of data/devices with the study's overrides     Out  Device (SI)
/// Holds    needles 0.02 to 30 mm                                        Throws  InputError
/// Checked  tests/device
namespace percuta::device {

/// One needle of the device.
struct Needle {
  Quantity length;                           ///< beyond the body that carries it [m]
  Quantity length_spread;                    ///< standard deviation from needle to needle [m]
  Quantity diameter;                         ///< at the base; of a pyramid the side of its square [m]
  Quantity tip_radius;                       ///< [m]
  Quantity taper_share;                      ///< tapered share of the length, from the tip [1]
  Quantity bore;                             ///< inner diameter of a hollow needle, 0 = solid [m]
  std::string shape = "cone";                ///< of the tapered part: "cone", "pyramid", "bevel"
  std::string material;                      ///< a file of data/materials
  std::string release = "nothing";           ///< how it gives what it carries, as k_releases
  Quantity coating;                          ///< of a coated needle, how thick its dry coat is [m]
  std::vector<std::vector<double>> profile;  ///< [[height above the tip, radius], ...] instead of a taper; may be empty
};
void describe(Needle& needle, Visitor& visitor);

/// How needles that stay in the skin give what they carry: they dissolve, wear a coat that does, or swell into a gel
/// that leads from what lies behind them.
inline constexpr const char* k_releases[] = {"nothing", "dissolves", "coated", "swells"};

/// How much load a needle's material bears: data/materials/<name>.toml.
struct Strength {
  Quantity youngs_modulus;  ///< [Pa]
  Quantity yield_stress;    ///< in compression; of fracture for brittle materials [Pa]
  Quantity shear_stress;    ///< at failure [Pa]
};
void describe(Strength& strength, Visitor& visitor);

/// What use does to needles.
struct Wear {
  Quantity uses;           ///< sessions before the first of the study [1]
  Quantity tip_growth;     ///< of the tip's radius with each use [m]
  Quantity bent_share;     ///< of the needles [1]
  Quantity bend;           ///< sideways shift of a bent needle's tip [m]
  Quantity missing_share;  ///< of the needles [1]
};
void describe(Wear& wear, Visitor& visitor);

/// Radius of the needle `z` above its tip [m]; where a needle is not round, that of the circle of equal area: a
/// pyramid's square, the part of a hollow needle below its bevel's cut (bore and all). Throws InputError when the
/// heights of a measured profile do not rise.
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
  std::int64_t needles = 0;     ///< 0 = as many as the positions, or as fit into the outline
  Quantity width;               ///< across the glide, or of the patch [m]
  Quantity frequency;           ///< of the piston, 0 for stamps and patches [Hz]
  std::string layout = "grid";  ///< "grid", "hex", "ring", "rows", "csv"
  std::int64_t rows = 0;  ///< lines of needles that lie across the path; 0 = as square as can be, 2 of layout "rows"
  Quantity pitch;         ///< between neighbours, 0 = fill the width [m]
  Quantity stroke;        ///< of the piston, peak to peak [m]
  Quantity aperture;      ///< radius of the guide ring that holds the skin round the needles, 0 = none [m]
  std::vector<std::vector<double>> outline;    ///< of a shaped patch, [[x, y], ...] round its middle; may be empty [m]
  std::vector<std::vector<double>> positions;  ///< of layout "csv", [[x, y], ...], x along the path [m]
};
void describe(Head& head, Visitor& visitor);

/// What drives a stamp or patch into the skin, and on what it lies.
struct Applicator {
  Quantity speed;              ///< at which the needles meet the skin; hand pressing is slow [m/s]
  Quantity mass;               ///< that moves with them, 0 = driven by the force alone [kg]
  Quantity pad_radius;         ///< of what presses: a thumb, a plate [m]
  Quantity backing_modulus;    ///< of what carries the needles [Pa]
  Quantity backing_thickness;  ///< [m]
};
void describe(Applicator& applicator, Visitor& visitor);

/// A device file.
struct Device {
  std::string title;
  std::string kind;                  ///< "roller", "pen", "stamp", "patch", "injector", "rf"
  std::string setting;               ///< "home", "institute", "clinic"
  std::vector<std::string> systems;  ///< "S3", ...
  Needle needle;
  Strength strength;  ///< of needle.material
  Wear wear;
  Drum drum;              ///< rollers only
  Head head;              ///< all others
  Applicator applicator;  ///< stamps, patches, RF heads; optional
};
void describe(Device& device, Visitor& visitor);

/// What does not fit together in a device file, and the key at which it shows ("head.needles").
struct Fault {
  std::string key, message, hint;
};
/// Two statements that contradict each other, or what cannot be made: a bore as wide as its needle, a profile that does
/// not rise or is not of the needle's length and width, a head that cannot be laid out, needles beside their head, a
/// number that is not that of the needles listed, more needles than k_most_needles. None when the device is sound.
std::vector<Fault> faults_of(const Device& device);

/// Throws InputError with every fault of the device.
void check(const Device& device);

inline constexpr std::int64_t k_most_needles = 100000;  ///< of a device, however they are told

/// The device after `sessions_before` sessions of this study: its tips blunted by each, and by earlier uses.
Device worn(Device device, double sessions_before);

std::int64_t needle_count(const Device& device);
double working_width(const Device& device);  ///< across the glide, or of one placement; of an outline its own [m]

/// Of the field that the needles of a head stand in: an outline's own, of a ring the disc, else as long as wide; 0 of a
/// drum [m2].
double field_area(const Device& device);

/// Where the needles of a head stand, x along the path, round the head's middle [m]; empty for rollers.
/// grid   square, rows of equal number across the path, the rest in the last; pitch = width / needles per row if 0
/// hex    the same rows, every other one half a pitch aside, a pitch from all six neighbours
/// ring   on a circle as wide as the head; those nearer than the pitch go on circles inside it, each a pitch further in
/// rows   rows a pitch apart, each shifted by pitch / rows, so that the tracks of all needles are evenly spaced
/// csv    `positions` as given
/// An outline cuts a grid or hexagons that fill the plane. Throws InputError when head's keys do not fit together.
std::vector<numerics::Point> layout(const Device& device);

/// How the operator brings a device to the skin.
enum class Manner { roll, glide, place, inject };
/// Of a kind's line in kinds.cpp; throw InputError for a word that is none.
Manner manner_of(const std::string& kind);
bool is_left_on(const std::string& kind);             ///< whether each place takes another one, as of patches
const std::string& body_of(const std::string& kind);  ///< the table of the device file that carries its needles
const std::vector<std::string>& kinds();

}  // namespace percuta::device
