#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "percuta/base/ensemble.hpp"
#include "percuta/base/parameters.hpp"
#include "percuta/base/result_column.hpp"
#include "percuta/device/device.hpp"
#include "percuta/numerics/geometry/polygon.hpp"
#include "percuta/skin/skin.hpp"

/// How the skin answers the punctures, from hours to years: alarm, cells, new collagen.
/// Model    each hole kills a rim; the alarm spreads at once, A - L^2 lap A = rho x killed; then a local law for alarm,
///          neutrophils, macrophages, fibroblasts, myofibroblasts and collagen, walked for classes of like pieces
/// In       the holes of every session, skin, person, rates       Out  State: means of two layers, every piece's course
/// Holds    punctures and columns of heat or removal in healthy skin; new collagen is over untreated skin
/// Throws   InputError, SolverError                               Checked  tests/healing, validation/healing
namespace percuta::healing {

/// A course of a published trial, which each member repeats to set the size of its answers.
struct ReferenceCourse {
  std::int64_t sessions = 1;
  Quantity interval;      ///< from one session to the next [s]
  Quantity density;       ///< of holes, at random [1/m2]
  Quantity dermis_share;  ///< of the dermis that the needles cross [1]
  Quantity after;         ///< when it was measured, from the last session on [s]
  Quantity age;           ///< of its people [s]
};
void describe(ReferenceCourse& course, Visitor& visitor);

/// Bacteria in a wound. Source: Cooper2015.
struct Infection {
  Quantity inoculum;                 ///< pathogen that comes in with a session [1]
  Quantity debris, neutrophils;      ///< that a session leaves [1]
  Quantity growth, capacity;         ///< of the pathogen [1/s], [1]
  Quantity background;               ///< killing by what is always there [1/s]
  Quantity background_half;          ///< pathogen that halves the background's hold, over `background_use` [1]
  Quantity background_use;           ///< [1]
  Quantity eaten_by_neutrophils;     ///< [1/s]
  Quantity eaten_by_macrophages;     ///< [1/s]
  Quantity debris_by_neutrophils;    ///< [1/s]
  Quantity debris_by_macrophages;    ///< [1/s]
  Quantity debris_synergy;           ///< [1]
  Quantity debris_made;              ///< by dying neutrophils [1/s]
  Quantity debris_lost;              ///< [1/s]
  Quantity macrophages_called;       ///< [1/s]
  Quantity macrophages_half;         ///< [1]
  Quantity macrophages_lost;         ///< [1/s]
  Quantity called_by_pathogen;       ///< macrophages [1]
  Quantity called_by_debris;         ///< macrophages [1]
  Quantity called_by_macrophages;    ///< macrophages [1]
  Quantity called_by_neutrophils;    ///< macrophages [1]
  Quantity neutrophils_called;       ///< [1/s]
  Quantity neutrophils_half;         ///< [1]
  Quantity neutrophils_lost;         ///< [1/s]
  Quantity neutrophils_eaten;        ///< by macrophages [1/s]
  Quantity neutrophils_by_debris;    ///< called [1]
  Quantity neutrophils_by_pathogen;  ///< called [1]
  Quantity neutrophils_calm;         ///< neutrophils at which macrophages work half as well [1]
  Quantity alarm;                    ///< a pathogen much above its half adds to the alarm [1/s]
};
void describe(Infection& infection, Visitor& visitor);

/// data/healing.toml. Fields have no unit: dose 1 = half of the most recruitment; fibroblasts and collagen of untreated
/// skin are 1.
struct Rates {
  // The dose
  Quantity rim;                ///< thickness of dead tissue round a needle [m]
  Quantity epidermal_share;    ///< of the alarm that the same wound raises above the dermis [1]
  Quantity opened_radius;      ///< within which holes share tissue that is opened already [m]
  Quantity signal_reach;       ///< over which the alarm falls, L [m]
  Quantity recruiting_radius;  ///< round a lone needle, where the dose is 1, R_h [m]
  Quantity reference_width;    ///< of that needle [m]
  Quantity steepness;          ///< of recruitment with the dose, p [1]
  // Alarm and cells
  Quantity alarm_loss;                               ///< kA [1/s]
  Quantity neutrophil_rate;                          ///< kN [1/s]
  Quantity early_rate, late_rate;                    ///< of macrophages, kI, kR [1/s]
  Quantity called_by_neutrophils;                    ///< early macrophages, over what the alarm calls [1]
  Quantity early_growth_factor, late_growth_factor;  ///< active TGF-b of macrophages, sI, sR [1]
  Quantity fold_share;         ///< of myofibroblasts' own growth factor at which they would feed themselves, sigma [1]
  Quantity fold_share_keloid;  ///< same, of a person with keloids [1]
  Quantity fibroblast_rate, fibroblast_gain;        ///< rF [1/s], aF [1]
  Quantity myofibroblast_rate, myofibroblast_loss;  ///< kY, muY [1/s]
  Quantity myofibroblast_most;                      ///< where they stop to gain [1]
  Quantity fibroblasts_after;                       ///< in tissue that was removed or coagulated [1]
  // Collagen
  Quantity making_least, making_most;  ///< within which the rate of making by myofibroblasts is sought, p3 [1/s]
  Quantity fibroblast_making;          ///< of a stirred fibroblast over a myofibroblast, w [1]
  Quantity quiet_making;               ///< of a quiet fibroblast over a myofibroblast: it keeps up what is there [1]
  Quantity gap_filling;                ///< of missing tissue, by fibroblasts, kg [1/s]
  Quantity maturing;                   ///< of new collagen III to I, k3 [1/s]
  Quantity three_loss, one_loss;       ///< of new collagen III and, where there is too much, I, d3, d1 [1/s]
  Quantity ceiling;                    ///< surplus at which making stops, cx [1]
  Quantity clearing;                   ///< of old collagen by neutrophils, kP [1/s]
  Quantity clearing_by_early;          ///< macrophages, over neutrophils [1]
  Quantity vessel_rate;                ///< kV [1/s]
  Quantity coagulum_loss;              ///< kZ [1/s]
  Quantity coagulum_alarm;             ///< lasting, over a wound's, zs [1]
  Quantity young_share;                ///< collagen III in untreated collagen, f3 [1]
  // The person
  Quantity making_at_old_age;               ///< over a young person's [1]
  Quantity young_age, old_age;              ///< until and at which these hold [s]
  Quantity diabetic_making, diabetic_late;  ///< factors on making and gap filling, and on late macrophages [1]
  // What was observed
  Quantity reference_gain;  ///< of papillary collagen after the roller's course [1]
  ReferenceCourse roller, pen;
  Infection infection;
};
void describe(Rates& rates, Visitor& visitor);

/// What is in a piece of tissue. Sound skin is `Tissue{}`.
struct Tissue {
  double alarm = 0, coagulum_alarm = 0, coagulated = 0;
  double neutrophils = 0, early = 0, late = 0;  ///< early and late macrophages
  double fibroblasts = 1, myofibroblasts = 0;
  double mature = 1, three = 0, one = 0;  ///< old collagen, new collagen III and I
  double vessels = 0;

  double gain() const { return mature + three + one - 1; }  ///< collagen over untreated skin [1]
};

/// Means over a layer at one time.
struct Moment {
  Tissue tissue;
  double tgf_beta = 0;  ///< active [1]
  double response = 0;  ///< to it, T / (1 + T), 0 .. 1
  double making = 1;    ///< of collagen, over young untreated skin [1]
};
using LayerCourse = std::vector<Moment>;  ///< one per time

/// A course through time: the two layers that endpoints ask for.
struct Course {
  std::vector<double> times;  ///< rising, since the first session [s]
  LayerCourse papillary, dermis;
};

/// A hole of a session: a needle that was in place, or a column of tissue that was removed or killed by heat.
struct Hole {
  enum class Kind : std::uint8_t { pierced, removed, coagulated };
  double x = 0, y = 0;  ///< [m]
  double depth = 0;     ///< in place [m]
  Kind kind = Kind::pierced;
};

/// What one session did.
struct Wounds {
  std::vector<Hole> holes;
  device::Needle needle;  ///< its shape
};

/// When a session was, and what it did. Of sessions that did the same as an earlier one the places are shuffled.
struct Visit {
  double time = 0;         ///< since the first session [s]
  std::size_t wounds = 0;  ///< which of them
};

/// Collagen through the ledger, mean over the dermis [1]: each row from its own rate.
struct CollagenLedger {
  double made = 0, matured = 0, lost_three = 0, lost_one = 0, cleared = 0, destroyed = 0;
  double change = 0;    ///< between start and end
  double mismatch = 0;  ///< change - (made - lost - cleared - destroyed)
};

/// The courses of published trials, as one member goes through them.
struct References {
  Course roller, pen;
  double making_rate = 0;  ///< p3, so that the roller's course gains what was observed [1/s]
  bool is_met = true;      ///< whether it does, within 2 %
};

/// Of this skin's dermis, whatever is done to it; `is_coarse` as of a plan. SolverError when a walk fails.
References reference_courses(const skin::Skin& skin, const Rates& rates, const Member& member, bool is_coarse = false);
/// Reference courses that many studies share: the same for the same rates, dermis and member, whatever is done to the
/// skin. May be asked by several threads; what two ask for at once may be worked out twice, to the same numbers.
class SharedReferences {
 public:
  /// Those of `reference_courses`.
  References of(const skin::Skin& skin, const Rates& rates, const Member& member, bool is_coarse);

 private:
  std::mutex mutex_;
  std::map<std::vector<double>, References> known_;
};

/// What healing leaves to endpoints.
struct State {
  std::vector<double> sessions;  ///< their times [s]
  Course course;                 ///< of the treated window
  References references;
  double stirred_share = 0;  ///< of the dermis, with a dose of at least 1 from the session that reaches most [1]
  std::size_t classes = 0;
  CollagenLedger ledger;

  // The map: papillary dermis at places of the window.
  std::vector<numerics::Point> places;
  std::vector<std::vector<std::uint32_t>> classes_of_place;  ///< the classes of its papillary pieces
  std::vector<LayerCourse> class_courses;
  LayerCourse at_place(std::size_t place) const;

  // Wounds
  std::vector<double> killed_volume;  ///< per session and area of skin [m]
  struct KilledWidth {
    double x, y, width;  ///< [m]
  };
  std::vector<KilledWidth> killed_widths;  ///< per hole: of a disc as large as what is killed within `opened_radius`
};

/// How the healing is walked.
struct Plan {
  std::vector<Visit> visits;       ///< rising in time
  double horizon = 0;              ///< after the first session [s]
  std::vector<double> times = {};  ///< to be told beside the usual ones, since the first session [s]
  bool has_all_columns = false;    ///< every piece by itself, without classes
  bool is_coarse = false;          ///< a quarter of the places, half of the classes: to see what an input turns
};

/// How many pieces of tissue a map has, about: places by depths.
std::size_t map_pieces();

/// When a course of these sessions is told, to the horizon [s].
std::vector<double> telling_times(const std::vector<double>& sessions, double horizon,
                                  const std::vector<double>& asked);

/// Throws InputError for sessions that do not rise in time or lie beyond the horizon, SolverError when a walk fails.
/// `references` are of this skin and these rates; without a course where none are at hand.
State heal(const std::vector<Wounds>& wounds, const skin::Skin& skin, const skin::Person& person, const Rates& rates,
           const Plan& plan, const Member& member, References references = {});

/// What results.json says of healing, in its order; then its courses at `times` since the first session [s].
std::vector<ResultOf<State>> results(const std::vector<double>& times);

}  // namespace percuta::healing
