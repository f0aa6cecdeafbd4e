#pragma once

#include <string>
#include <vector>

#include "percuta/base/parameters.hpp"
#include "percuta/base/result_column.hpp"
#include "percuta/insertion/insertion.hpp"
#include "percuta/skin/skin.hpp"

/// How the channels close: two clocks as functions of time, which transport and healing call.
/// Model    barrier: springs back in minutes, then heals exponentially, slower when covered, the more of the surface is
///          open, with age and on some skins; pore: after a lag new epidermis lines the hole from its wall down. Skin
///          that is cut out springs back and does no more
/// In       holes that stay, skin, person, care              Out  Clocks (SI)
/// Holds    holes up to 2 mm deep; coagulated walls as an assumption                Throws  -
/// Source   Kalluri2011, Ogunjimi2021                        Checked  tests/closure
namespace percuta::closure {

/// data/closure.toml: how fast skin closes a hole.
struct Rates {
  Quantity elastic_share;        ///< of the barrier conductance that springs shut at once [1]
  Quantity elastic_time;         ///< [s]
  Quantity dry_half_life;        ///< of the barrier conductance through few holes, uncovered, people [s]
  Quantity dry_half_life_rat;    ///< same, of skin that is not a person's [s]
  Quantity covered_half_life;    ///< same, covered, people and animals alike [s]
  Quantity slowing_open_share;   ///< open share of the surface at which the dry half-life is twice as long [1]
  Quantity age_per_decade;       ///< relative change of half-lives and pore time, from reference_age on [1]
  Quantity reference_age;        ///< [s]
  Quantity person_spread;        ///< factor on both half-lives between people, phototype and site included [1]
  Quantity closed_share;         ///< of the barrier conductance at which a barrier counts as whole again [1]
  Quantity pore_lag;             ///< before new epidermis moves in [s]
  Quantity pore_speed;           ///< of new epidermis along the hole's wall [m/s]
  Quantity lined_depth;          ///< as deep as that new epidermis lines a hole, no deeper [m]
  Quantity pore_covered_factor;  ///< on the pore's time while covered [1]
  Quantity soothed_factor;       ///< on that speed while a cream with panthenol is used [1]
  Quantity coagulated_factor;    ///< on the pore's lag when the whole wall is coagulated [1]
};
void describe(Rates& rates, Visitor& visitor);

/// What is done to the skin after the session.
struct Care {
  double covered_from = 0, covered_until = 0;  ///< since the last puncture [s]
  double coagulated_share = 0;                 ///< of a hole's wall, from heat [1]
  double soothed_until = 0;                    ///< a cream with panthenol is used, from the last puncture on [s]
  double held_until = 0;                       ///< needles that stay keep the holes open: nothing closes before [s]
};

/// Both clocks of a session's typical hole. What never comes is at infinity.
struct Clocks {
  double barrier_half_life = 0;  ///< until what did not spring shut has halved, care as given [s]
  double barrier_time = 0;       ///< until the barrier counts as whole [s]
  double pore_time = 0;          ///< until no hole is to be seen [s]
  double elastic_share = 0, elastic_time = 0;
  double dry_rate = 0, covered_rate = 0;  ///< of the barrier; 0 in skin that is cut out [1/s]
  double pore_lag = 0, pore_close = 0;    ///< dry: lag, and time from there to closed [s]
  double pore_covered_factor = 1;
  double soothed_factor = 1;  ///< on the lining while care soothes
  Care care;
  bool is_pierced = false;  ///< whether a needle went in at all: what it leaves may close at once

  /// Whether a hole stays to be closed: without one all clocks stand at 0, and a half-life and courses mean nothing.
  bool has_hole() const { return elastic_time > 0; }
};

/// Of holes like one another. All clocks are 0 for holes without width or depth; of holes without density each stands
/// alone.
Clocks close(const insertion::HolesLeft& holes, const skin::Skin& skin, const skin::Person& person, const Care& care,
             const Rates& rates);

/// The open hole's extra barrier conductance at `t` after the session, as a share of its first value: 1 .. 0.
/// 0 at all times when there is no hole.
double barrier_conductance(const Clocks& clocks, double t);

/// The visible pore's radius at `t`, as a share of its first value: 1 .. 0. 0 at all times when there is no hole.
double pore_radius(const Clocks& clocks, double t);

/// Both clocks through time.
struct ClosureCurve {
  std::vector<double> times;    ///< since the session [s]
  std::vector<double> barrier;  ///< share of the first conductance [1]
  std::vector<double> pore;     ///< share of the first radius [1]
};
ClosureCurve curve(const Clocks& clocks, const std::vector<double>& times);

/// When closing is drawn unless a study says otherwise [s].
std::vector<double> standard_times();

/// What results.json says of closing, in its order; then both clocks at `times` [s].
std::vector<ResultOf<Clocks>> results(const std::vector<double>& times);

}  // namespace percuta::closure
