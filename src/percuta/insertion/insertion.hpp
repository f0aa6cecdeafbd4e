#pragma once

#include <string>
#include <vector>

#include "percuta/base/ensemble.hpp"
#include "percuta/base/parameters.hpp"
#include "percuta/base/result_column.hpp"
#include "percuta/device/device.hpp"
#include "percuta/punctures/punctures.hpp"
#include "percuta/skin/skin.hpp"

/// How deep each needle goes, and what hole it leaves.
/// Model    layered indentation, shared with neighbours and wider the deeper it is, until the stratum corneum opens and
///          then the tip snaps on; a crack cut and wedged open against the dimple; the device sinks until needles and
///          body carry the load; what it takes differs from strike to strike
/// In       punctures, device, skin, ensemble member         Out  channels (SI): depth in place, what stays, force
/// Holds    tips 1 to 100 um (outside 5 to 37 um across extrapolated)
/// Source   Roemgens2014, Shergold2004, Crichton2013         Checked  tests/insertion
namespace percuta::insertion {

/// data/insertion.toml: what the model needs beside the skin's mechanics.
struct Contact {
  Quantity dent_spread;           ///< growth of the pressed spot's radius with the dimple's depth [1]
  Quantity load_depth;            ///< the same with the depth at which a needle that is in bears [1]
  Quantity recoil;                ///< width of the hole that stays over the width of the needle that made it [1]
  Quantity open_depth;            ///< to which the narrowest hole stays open [m]
  Quantity open_depth_per_width;  ///< how much deeper for each width of it [1]
  Quantity capillary_density;     ///< loops per area of skin [1/m2]
  Quantity capillary_width;       ///< [m]
  Quantity plexus_share;          ///< depth of the upper plexus as a share of the dermis [1]
  Quantity plexus_spacing;        ///< between its vessels [m]
};
void describe(Contact& contact, Visitor& visitor);

/// What one puncture became.
struct Channel {
  double depth = 0;           ///< in place, from the skin's surface at the needle; 0 = not pierced [m]
  double force = 0;           ///< on the needle at its deepest [N]
  double residual_depth = 0;  ///< of the hole that stays [m]
  double width = 0;           ///< of the hole that stays, at the surface [m]
};

struct Channels {
  std::vector<Channel> all;      ///< one per puncture, same order
  double puncture_force = 0;     ///< what one tip needs [N]
  double puncture_dimple = 0;    ///< how far skin gives before that [m]
  bool is_extrapolated = false;  ///< tip outside the range of the force data
  double tip_force = 0;        ///< largest on a tip: no more than its own puncture force, the rest is on the flank [N]
  double failure_force = 0;    ///< at which the needle buckles, yields or shears, whichever comes first [N]
  std::string failure;         ///< "buckling", "yield", "shear"; "unknown" and 0 without the material's strength
  double skin_energy = 0;      ///< mean work of one needle into the skin [J]
  double backing_energy = 0;   ///< mean work of one needle's share into the body behind it and the array's dent [J]
  double neighbour_share = 0;  ///< how much of a needle's sinking its neighbours cause: 0 alone .. 1 bed of nails [1]
  double dermis_force =
      k_undefined;  ///< the hand's, at which a typical needle comes to the dermis; undefined if never [N]
};

Channels insert(const punctures::Punctures& punctures, const device::Device& device, const skin::Skin& skin,
                const Contact& contact, const Member& member);

/// The widest hole that the device's needles leave, in over their whole width [m].
double widest_hole(const device::Device& device, const Contact& contact);

/// The holes that stay, like one another: the mean of the window's. All 0 when none stays.
struct HolesLeft {
  double width = 0;    ///< at the surface [m]
  double depth = 0;    ///< of what stays [m]
  double density = 0;  ///< distinct holes per area [1/m2]
};

/// One hole that stays.
struct OpenHole {
  double x = 0, y = 0;          ///< the middle of its mouth [m]
  double width = 0, depth = 0;  ///< at the surface; of what stays [m]
};

/// Each hole of the window that stays open, as its deepest strike left it; in the order of their numbers.
std::vector<OpenHole> open_holes(const Channels& channels, const punctures::Punctures& punctures);

/// Of a session. A hole struck again counts once, with its deepest strike.
HolesLeft holes_left(const Channels& channels, const punctures::Punctures& punctures, const skin::Skin& skin);

/// Share of the surface that is open, holes at random, where they meet counted once:  1 - exp(-n pi w^2 / 4) [1].
double open_share(const HolesLeft& holes);

/// What the holes let through per area of skin and diffusivity, n / (h / (pi r^2) + 1 / (4 r)), h the stratum corneum:
/// or
/// the hole's depth in what has none: a short tube and its mouth [1/m].
double leak(const HolesLeft& holes, const skin::Skin& skin);

/// What the insertion says of the session. Names as in results.json. Means over all strikes in the window; one that
/// does not pierce has depth 0. Of no strike, no pierced one, no work, all of it is k_undefined.
struct Reach {
  double depth_in_place = k_undefined;    ///< mean [m]
  double pierced_share = k_undefined;     ///< of the strikes [1]
  double force_per_needle = k_undefined;  ///< mean at the deepest [N]
  double reach_epidermis = k_undefined;   ///< share of strikes that pass into the layer, as the next two [1]
  double reach_dermis = k_undefined, reach_fat = k_undefined;
  double residual_depth = k_undefined;  ///< mean depth of the holes that stay, over strikes that pierced [m]
  double channel_width = k_undefined;   ///< mean width of those holes at the surface [m]
  double force_margin = k_undefined;    ///< failure force over the largest force on a tip, of buckling on a needle [1]
  double capillary_strikes = k_undefined;  ///< vessels hit per strike [1]
  double bleeding_share = k_undefined;     ///< of the strikes that hit at least one vessel [1]
  double skin_energy_share = k_undefined;  ///< of the work that goes into the skin, the rest into what carries it [1]
  double dermis_force = k_undefined;       ///< as of the channels [N]
};
Reach reach(const Channels& channels, const punctures::Punctures& punctures, const device::Device& device,
            const skin::Skin& skin, const Contact& contact);

/// A bench press: one array driven straight into a skin until a limit is met.
struct Press {
  double speed = 0;         ///< [m/s]
  double force = 0;         ///< limit on the whole array, 0 = none [N]
  double displacement = 0;  ///< limit from first touch, 0 = none [m]
  double energy = 0;        ///< kinetic energy that is spent, 0 = driven [J]
};

/// The curve and what it ends with: means over the needles that are pressed unless said. Points from first touch to the
/// end.
struct PressCurve {
  std::vector<double> displacement;  ///< of the array [m]
  std::vector<double> force;         ///< of the whole array, per needle: once its body touches, that bears too [N]
  std::vector<double> depth;         ///< in place; of a needle that does not pierce 0 [m]
  std::vector<double> depths;        ///< of needles that are pressed, at the end: at most k_most_pressed of them [m]
  double driven_share = 1;           ///< of the array's needles, that are pressed: those beside the pad are not [1]
  double puncture_force = 0;         ///< per needle; of a tip that does not pierce, what it would need [N]
  double puncture_displacement = k_undefined;    ///< mean over the needles; k_undefined = not all come to it [m]
  double puncture_depth = k_undefined;           ///< of the tip below the dented surface at that moment [m]
  double pierced_share = 0;                      ///< of all the array's needles, at the end [1]
  double depth_in_place = 0;                     ///< mean over all of them, at the end [m]
  double residual_depth = 0, channel_width = 0;  ///< at the end, of those that pierced [m]
  double force_margin = k_undefined;
  double failure_force = 0;  ///< as of the channels [N]
  std::string failure;
  double skin_energy = 0, backing_energy = 0;  ///< of the whole array [J]
  double neighbour_share = 0;
  bool is_extrapolated = false;
};

inline constexpr std::size_t k_most_pressed = 256;  ///< needles that are told apart, from all over a larger array

/// The array sinks straight, at one speed, or is struck; the needles of an array differ, one alone is a typical one;
/// where it is resisted less for a while, as when it pierces, it snaps on. A rigid body on skin that has no dent left
/// to give ends the press before its limit. Throws InputError when no limit is given.
PressCurve press(const device::Device& device, const skin::Skin& skin, const Contact& contact, const Press& how,
                 const Member& member);

/// Punctures in the window by depth: counts per area in bins between `edges` [m]; not pierced ones left out [1/m2].
std::vector<double> depth_histogram(const Channels& channels, const punctures::Punctures& punctures,
                                    const numerics::Polygon& window, const std::vector<double>& edges);

/// Edges of the depth histogram, from the surface to a little beyond the longest needle [m].
std::vector<double> depth_edges(double longest_needle);

/// What results are read off: one session's insertion.
struct Inserted {
  const Channels& channels;
  const Reach& reach;
  const punctures::Punctures& punctures;
  const skin::Skin& skin;
  const HolesLeft& holes;
};
/// What results.json says of a session's insertion, in its order; then the strikes by depth, between `depth_edges` [m].
std::vector<ResultOf<Inserted>> results(const std::vector<double>& depth_edges);

/// What a press says beyond that; then force and depth at even steps up to `travel` [m].
std::vector<ResultOf<PressCurve>> press_results(double travel);

}  // namespace percuta::insertion
