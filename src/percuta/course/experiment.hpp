#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "percuta/base/parameters.hpp"

/// [experiment]: a bench test instead of a course; the same rooms, the same ensemble.
namespace percuta::course {

/// What is tested, and how.
struct Experiment {
  std::string kind;             ///< "insertion-test", "closure", "franz-cell"; "" = no experiment
  std::string skin;             ///< a site or a specimen; "" = the study's site
  Quantity speed;               ///< towards the skin, or over it for devices that roll or glide [m/s]
  Quantity force;               ///< on the whole device, at which it stops [N]
  Quantity displacement;        ///< from first touch, at which it stops [m]
  Quantity energy;              ///< kinetic, that is spent [J]
  Quantity covered_from;        ///< since the needles are out [s]
  Quantity covered_until;       ///< [s]
  Quantity hole_width;          ///< of holes that are given instead of made, at the surface [m]
  Quantity hole_depth;          ///< [m]
  Quantity hole_density;        ///< [1/m2]
  std::vector<Quantity> times;  ///< of closing curves, or of sampling; none = standard times [s]
  std::string holes;            ///< of a diffusion cell's skin: k_no_holes, k_given_holes, k_made_holes; "" elsewhere
  Quantity cell_area;           ///< of skin over the receptor [m2]
  Quantity receptor_volume;     ///< [m3]
  Quantity sampling_volume;     ///< drawn each time, and replaced [m3]

  bool is_wanted() const { return !kind.empty(); }
  bool is_cell() const;
  bool has_given_hole() const { return hole_width > 0 && hole_depth > 0; }
  /// Whether a device makes the holes: else they are given, or there are none.
  bool makes_holes() const;
};
void describe(Experiment& experiment, Visitor& visitor);

inline constexpr std::string_view k_insertion_test = "insertion-test";
inline constexpr std::string_view k_closure = "closure";
inline constexpr std::string_view k_franz_cell = "franz-cell";

inline constexpr std::string_view k_no_holes = "none", k_given_holes = "given", k_made_holes = "made";

/// Whether the bench drives a device of this kind straight in; else it rolls or glides over a window as in a course.
/// Throws InputError for a word that is no kind.
bool is_pressed(const std::string& device_kind);

/// Whether the experiment moves no device over the skin: it is pressed in, or its holes are given.
bool is_straight(const Experiment& experiment, const std::string& device_kind);

}  // namespace percuta::course
