#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "percuta/base/asked.hpp"
#include "percuta/base/ensemble.hpp"
#include "percuta/base/parameters.hpp"
#include "percuta/base/result_column.hpp"
#include "percuta/device/device.hpp"
#include "percuta/numerics/kernel_clone.hpp"
#include "percuta/punctures/landings.hpp"
#include "percuta/skin/skin.hpp"
#include "percuta/strokes/strokes.hpp"

/// Where each needle lands.
/// Model    a drum rolling without slip on a radius between drum and tip circle; a piston that strikes while it glides;
///          a head set down; a needle that lands beside a hole slips into it
/// In       strokes, device, skin                            Out  punctures (SI), coverage of the window
/// Holds    skin that may travel sideways; flat, or curved across a drum               Throws  InputError
/// Checked  tests/punctures
namespace percuta::punctures {

/// data/punctures.toml: how skin guides a landing needle.
struct Guidance {
  Quantity capture_distance;    ///< a tip nearer than this to an open hole slips into it [m]
  Quantity lateral_compliance;  ///< how far skin travels sideways with a needle before it slits [m]
  Quantity seat_error;          ///< standard deviation of a needle's seat on the body [m]
  Quantity skin_radius;         ///< of the skin's curve across a drum; 0 = flat [m]
  Quantity skin_give;           ///< how far skin gives way under the middle of a drum [m]
};
void describe(Guidance& guidance, Visitor& visitor);

/// One needle meeting the skin.
struct Puncture {
  double x = 0, y = 0;  ///< [m], in the site's frame
  double force = 0;     ///< on the whole device at that moment [N]
  double length = 0;    ///< of this very needle, as far as it is set to reach [m]
  float tilt = 0;       ///< off the normal, of its way into the skin [rad]
  float speed = 0;      ///< of the tip towards the skin [m/s]
  std::int32_t stroke = 0, needle = 0;
  std::int32_t hole = 0;  ///< index of the hole it made or slipped into
  bool is_reentry = false;
  bool in_window = false;
};

/// All that landed, in order of time.
struct Punctures {
  std::vector<Puncture> all;  ///< inside the site's outline
  std::int64_t struck = 0;    ///< needles that met the skin, counted before they are sorted
  std::int64_t outside = 0;   ///< strikes beyond the outline: not simulated further
  std::int64_t holes = 0;     ///< distinct
  double entry_angle = 0;     ///< of a drum's needles off the normal; 0 for others, as the next two [rad]
  double tip_sweep = 0;       ///< sideways travel of a tip while in rigid skin [m]
  double slit = 0;            ///< what of it the skin's compliance does not take up [m]
  double reach_around = 0;    ///< how far round the needles of a stroke the skin counts as treated [m]
  bool is_left_on = false;    ///< patches: evenness is asked where they lie
};

/// Punctures that were measured, or kept from an earlier run, instead of strokes, in the order of the landings. Holes
/// that they name are taken as named, whatever their numbers, so that a run fed its own punctures ends with the same
/// results; where none is named, each landing is a hole. `force`: of landings that tell none [N]. Throws InputError
/// when only some name their hole.
Punctures replay(const Landings& landings, double force, const device::Device& device, const skin::Skin& skin,
                 const Guidance& guidance);

/// The device's flaws (seats, lengths, bent and missing needles) are drawn per member and stay the same in every
/// session: it is one device. Throws InputError when a pen's piston does not strike or its hand does not glide.
Punctures land(const std::vector<strokes::Stroke>& strokes, const device::Device& device, const skin::Skin& skin,
               const Guidance& guidance, const Member& member, std::uint32_t session);

/// How the window is covered. Names as in results.json. A dispersion is the variance over mean of the holes in quadrats
/// of that width, corrected for partial quadrats: 1 = chance, above = streaks; evenness is 1 / (1 + dispersion). What
/// does not exist is k_undefined: the order of no holes, the distance to a hole that is not there.
struct Coverage {
  double density = 0;                            ///< needle strikes per area [1/m2]
  double distinct_density = 0;                   ///< holes per area [1/m2]
  double nearest_neighbour = k_undefined;        ///< mean distance from a hole to the next [m]
  double nearest_neighbour_index = k_undefined;  ///< over what as many at random have. Source: ClarkEvans1954 [1]
  double dispersion_2mm = k_undefined;           ///< [1]
  double evenness = k_undefined;                 ///< in quadrats of 2 mm [1]
  double reentry_share = k_undefined;            ///< of the strikes [1]
  double largest_gap = 0;                        ///< width of the largest circle in the window that holds no hole [m]
  double dispersion_1mm = k_undefined, dispersion_4mm = k_undefined;  ///< [1]
  double evenness_1mm = k_undefined, evenness_4mm = k_undefined;      ///< [1]
  double unevenness_1mm = k_undefined, unevenness_2mm = k_undefined,
         unevenness_4mm = k_undefined;  ///< (dispersion - 1) / mean count: random thinning leaves it as it is [1]
  double dose_variation_1mm = k_undefined, dose_variation_2mm = k_undefined,
         dose_variation_4mm = k_undefined;  ///< standard deviation over mean of the dose in quadrats; by `add_dose` [1]
  double thin_share_1mm = k_undefined, thin_share_2mm = k_undefined,
         thin_share_4mm = k_undefined;    ///< area below half the mean density [1]
  double missed_share = 1;                ///< of the area, under no stroke: beyond the hull of where it struck and what
                                          ///< lies half a pitch of its needles round that [1]
  double overlap_share = 0;               ///< of the area, in the hulls of two strokes or more [1]
  double track_dispersion = k_undefined;  ///< variance over mean of the holes in strips of 2 mm, worst heading [1]
  double track_heading = k_undefined;     ///< that heading [rad]
};

/// A window made ready for the coverage of many members: what depends on it alone is worked out once. Copies share it.
class CoverageWindow {
 public:
  /// Throws InputError for a window that is no simple polygon.
  explicit CoverageWindow(const numerics::Polygon& outline);
  /// Whether it was made of this outline, to rounding.
  bool is_of(const numerics::Polygon& outline) const;

 private:
  friend Coverage cover(const Punctures& punctures, const numerics::Polygon& window, const CoverageWindow& ready,
                        const Asked& asked);
  friend void add_dose(const Punctures& punctures, const std::vector<double>& doses, const CoverageWindow& window,
                       Coverage& coverage);
  struct Ready;
  std::shared_ptr<const Ready> ready_;
};

/// `ready`: made of `window`. Members of Coverage that no result which is `asked` for needs keep their first value.
Coverage cover(const Punctures& punctures, const numerics::Polygon& window, const CoverageWindow& ready,
               const Asked& asked = {});
Coverage cover(const Punctures& punctures, const numerics::Polygon& window);

/// How the dose that strikes deliver varies from place to place: with one dose each, in the order of the strikes, such
/// as their depths in the dermis.
void add_dose(const Punctures& punctures, const std::vector<double>& doses, const CoverageWindow& window,
              Coverage& coverage);

/// What results are read off: one session's landings.
struct Landed {
  const Punctures& punctures;
  const Coverage& coverage;
};
/// What results.json says of coverage, in its order.
std::vector<ResultOf<Landed>> results();
/// What is known once the needles are in: of coverage too, but no sooner.
std::vector<ResultOf<Coverage>> dose_results();

/// How often holes stand within r of each other, beside as many set at random into the window: L(r) - r [m], 0 for
/// chance, above it clumped, below it more regular. Source: Ripley1976, Besag1977. Of very many holes a random part is
/// asked, which leaves L as it is. A strike that slips into an earlier hole makes none, so holes keep their distance
/// without any regularity of the hand: what is set at random follows the same rule.
struct AgainstChance {
  std::size_t holes = 0;                ///< in the window
  std::size_t asked = 0;                ///< of them
  std::uint32_t simulations = 0;        ///< 0 = too few holes to tell, and no curve
  double level = 0;                     ///< share of random patterns whose whole curve stays within the bounds [1]
  double p_value = 1;                   ///< of the farthest place from chance [1]
  std::vector<double> r, excess;        ///< from 0 to 4 mm, to three distances of neighbours where that is more [m]
  std::vector<double> lowest, highest;  ///< global envelope of complete randomness in the window [m]
};

struct ChanceOptions {
  std::uint64_t seed = 0;
  int threads = 1;  ///< 0 = all; no number of them changes a byte
  numerics::KernelClone clone = numerics::KernelClone::baseline;
  double capture = 0;  ///< as Guidance::capture_distance [m]
};
AgainstChance against_chance(const Punctures& punctures, const numerics::Polygon& window, const ChanceOptions& options);

}  // namespace percuta::punctures
