#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "percuta/base/parameters.hpp"
#include "percuta/base/result_column.hpp"
#include "percuta/closure/closure.hpp"
#include "percuta/healing/healing.hpp"
#include "percuta/insertion/insertion.hpp"
#include "percuta/skin/skin.hpp"

/// What a person or a clinic would see of the sessions, in physical units and on the scales of trials.
/// Model    each endpoint is one map of what the rooms before give: cells, growth factor and collagen of two layers,
/// holes
///          and their closing; four sizes are set on published courses, which each member repeats
/// In       State, one Surface a session, skin, person       Out  Endpoints: numbers and courses (SI)
/// Holds    as the rooms before; maps that rest on no measurement say so (`is_assumed`), and each says what it does not
///          see (`blind_to`)
/// Throws   -                                                Checked  tests/endpoints, validation/healing
namespace percuta::endpoints {

/// Grade 0 to 4 from flare, cells and vessels.
struct RednessMap {
  Quantity flare;                        ///< weight of the flare of a session [1]
  Quantity flare_loss;                   ///< [1/s]
  Quantity flare_wound;                  ///< killed volume per area at which 1 - 1/e of the flare is there [m]
  Quantity neutrophils, early, vessels;  ///< weights [1]
  Quantity seen;                         ///< grade above which redness is seen [1]
};
void describe(RednessMap& map, Visitor& visitor);

/// Water that the skin loses.
struct BarrierMap {
  Quantity untouched;        ///< [kg/m2/s]
  Quantity extra;            ///< through the reference's holes, in small numbers [kg/m2/s]
  Quantity saturation;       ///< leak over the reference's at which the extra is half of what it would be [1]
  Quantity reference_width;  ///< of the reference's holes [m]
  Quantity reference_share;  ///< of the surface that they open [1]
};
void describe(BarrierMap& map, Visitor& visitor);

/// What bleeding leaves on the surface.
struct BleedingMap {
  Quantity dots_time;   ///< in which red dots fade by e [s]
  Quantity dots_seen;   ///< dots per area, fewer are not seen [1/m2]
  Quantity drying;      ///< of clot to crust [1/s]
  Quantity shedding;    ///< of crust, once the pore is shut [1/s]
  Quantity crust_seen;  ///< share of the surface, less is not seen [1]
  Quantity gone_share;  ///< of the most, at which dots or crust count as gone [1]
};
void describe(BleedingMap& map, Visitor& visitor);

struct EpidermisMap {
  Quantity renewal_time;  ///< of the epidermis [s]
  Quantity response;      ///< more cells made at full response to growth factor [1]
};
void describe(EpidermisMap& map, Visitor& visitor);

struct DermisMap {
  Quantity thickening;         ///< of the dermis over its gain of collagen [1]
  Quantity echo_exponent;      ///< of echo density over that of collagen [1]
  Quantity firmness_exponent;  ///< of elasticity over collagen [1]
  Quantity firmness_new;       ///< more elasticity for each unit of new collagen ever made [1]
};
void describe(DermisMap& map, Visitor& visitor);

/// How the relief of the surface follows the layers.
struct SmoothingMap {
  Quantity wrinkle;          ///< less wrinkle depth over the gain of epidermis [1]
  Quantity expression_line;  ///< share of the effect that a line of expression takes [1]
  Quantity texture;          ///< less roughness over the gain of epidermis [1]
  Quantity dimples;          ///< less dimpling over the dermis' gain of collagen [1]
};
void describe(SmoothingMap& map, Visitor& visitor);

struct ScarMap {
  Quantity rolling_tether, boxcar_tether, ice_pick_tether;  ///< share of the rise that ties hold down, by acne scar [1]
  Quantity rolling_weight, boxcar_weight, ice_pick_weight;  ///< of each in mixed acne scars; their sum is free [1]
  Quantity other_tether;                                    ///< of other sunken scars, and of striae [1]
  Quantity striae_share;                                    ///< of the effect on scars that striae take [1]
};
void describe(ScarMap& map, Visitor& visitor);

struct AgeSpotMap {
  Quantity return_time;  ///< in which the spot comes back by e [s]
  Quantity shedding;     ///< share of the pigment that goes with the additional cells [1]
};
void describe(AgeSpotMap& map, Visitor& visitor);

/// Pigment after inflammation.
struct PigmentMap {
  Quantity stage_time;                ///< of each of the four stages from inflammation to pigment [s]
  Quantity fade;                      ///< [1/s]
  Quantity late;                      ///< weight of late macrophages beside neutrophils and early ones [1]
  Quantity people_spread;             ///< of the threshold, standard deviation of its logarithm [1]
  Quantity type_three, type_one_two;  ///< risk over that of phototypes IV to VI [1]
};
void describe(PigmentMap& map, Visitor& visitor);

struct NewScarMap {
  Quantity width;   ///< of killed tissue at which half of the holes leave a scar [m]
  Quantity spread;  ///< width over which that share rises [m]
  Quantity near;    ///< distance within which holes count for a place of the map [m]
};
void describe(NewScarMap& map, Visitor& visitor);

struct DiscomfortMap {
  Quantity size;                              ///< of a strike a square centimetre, 1 mm deep [1]
  Quantity depth_exponent, density_exponent;  ///< [1]
  Quantity numbed;                            ///< factor after a numbing cream [1]
};
void describe(DiscomfortMap& map, Visitor& visitor);

/// From shares of a score to grades, and what raters add.
struct GradeMap {
  Quantity people_spread;  ///< standard deviation of a change over its mean, between people [1]
  Quantity one_grade;      ///< change that is rated a grade better; two are one more [1]
  Quantity wrinkle_first, acne_scar_first, striae_first;  ///< grade before [1]
  Quantity rater;  ///< improvement that raters see whatever was done to the tissue, share of the score [1]
};
void describe(GradeMap& map, Visitor& visitor);

/// What a soothing cream changes while it is used.
struct CareMap {
  Quantity redness;   ///< factor on the grade [1]
  Quantity shedding;  ///< factor on the crust's [1]
};
void describe(CareMap& map, Visitor& visitor);

/// What the reference courses showed at their end: it sets four sizes of each member.
struct ObservedChanges {
  Quantity epidermis;  ///< gain of thickness, roller's course [1]
  Quantity acne_scar;  ///< fall of the score, roller's [1]
  Quantity pigment;    ///< share of people of type IV and V who got pigment, roller's [1]
  Quantity wrinkle;    ///< fall of depth, pen's [1]
};
void describe(ObservedChanges& observed, Visitor& visitor);

/// data/endpoints.toml: every map's numbers.
struct Maps {
  RednessMap redness;
  BarrierMap barrier;
  BleedingMap bleeding;
  EpidermisMap epidermis;
  DermisMap dermis;
  SmoothingMap smoothing;
  ScarMap scar;
  AgeSpotMap age_spot;
  PigmentMap pigment;
  NewScarMap new_scar;
  DiscomfortMap discomfort;
  GradeMap grade;
  CareMap care;
  ObservedChanges observed;
};
void describe(Maps& maps, Visitor& visitor);

/// What one session left at the surface. Numbers of which there is none may be k_undefined.
struct Surface {
  double time = 0;             ///< since the first session [s]
  insertion::HolesLeft holes;  ///< that stay
  double bleeding_share = 0;   ///< of the strikes [1]
  double strikes = 0;          ///< per area [1/m2]
  double depth = 0;            ///< mean, in place [m]
  double killed_volume = 0;    ///< per area of skin [m]
  closure::Clocks clocks;
  bool is_numbed = false;  ///< before it
};

/// A soothing cream, after each session.
struct Care {
  double until = 0;  ///< since the session, 0 = none [s]
};

/// All that endpoints are read off. The sessions stand in the order of time.
struct Treated {
  const healing::State& state;
  const std::vector<Surface>& sessions;
  const skin::Skin& skin;
  const skin::Person& person;
  const healing::Rates& rates;
  Care care;
  bool is_expression_line = false;  ///< whether the wrinkle is one that movements fold

  double last_session() const { return sessions.empty() ? 0 : sessions.back().time; }  ///< [s]
};

/// What the reference courses set, of one member.
struct Sizes {
  double epidermis = 0;  ///< e2: gain of epidermis over that of papillary collagen [1]
  double wrinkle = 0;    ///< beta: fall of wrinkle depth over it [1]
  double scar = 0;       ///< chi: rise of a free scar over the dermis' gain [1]
  double pigment = 0;    ///< at which half of the people of type IV to VI get pigment; infinite where none can [s]
  bool are_met = true;   ///< whether the member's reference courses come to what was observed
};
Sizes sizes_of(const healing::State& state, const Maps& maps);

/// A number that an endpoint tells.
struct Number {
  std::string name;  ///< of results.json: "redness"
  std::string unit;
  std::string meaning;       ///< one sentence
  std::string needs = {};    ///< without which it is undefined
  std::string at_zero = {};  ///< what 0 says
};

/// What an endpoint tells for each time of the course.
struct Curve {
  std::string name;  ///< "redness_course"
  std::string unit;
  std::string meaning;  ///< one sentence
  std::string figure;   ///< with which other curves it is drawn: of one unit
};

/// What an endpoint is.
struct Endpoint {
  std::string name;      ///< its file's: "redness"
  bool is_assumed;       ///< no measurement stands behind its map: to be printed as "assumed map"
  std::string set_by;    ///< the published observation that set its size or course; "" = none
  std::string blind_to;  ///< what acts on it and is not stated: "sun"; "" = nothing known
  std::vector<Number> numbers;
  std::vector<Curve> curves;
};

/// All endpoints, in the order in which they are told.
std::vector<Endpoint> endpoints();

/// One endpoint of a member, its numbers and curves as declared (SI).
struct Measured {
  std::vector<double> numbers;
  std::vector<std::vector<double>> curves;  ///< a value per time of the course
};

/// All endpoints of a member.
struct Endpoints {
  std::vector<double> times;  ///< since the first session [s]
  double last_session = 0;    ///< [s]
  std::vector<Measured> all;  ///< in the order of `endpoints()`
  Sizes sizes;
};
Endpoints measure(const Treated& treated, const Maps& maps);

/// What a place of the window comes to. Numbers that a place does not have are k_undefined.
struct PlaceValues {
  double gain = 0;                ///< of papillary collagen at the horizon [1]
  double redness = 0;             ///< grade a day after the last session; the flare is the window's [1]
  double pigment = 0;             ///< risk of pigment [1]
  double new_scar = k_undefined;  ///< share of the holes near by that leave a scar [1]
};
/// Of each place of the state, in its order.
std::vector<PlaceValues> at_places(const Treated& treated, const Sizes& sizes, const Maps& maps);

/// What results.json says of the endpoints, in its order: all numbers, then all curves at `times` after the last
/// session [s], undefined beyond the horizon.
std::vector<ResultOf<Endpoints>> results(const std::vector<double>& times);

}  // namespace percuta::endpoints
