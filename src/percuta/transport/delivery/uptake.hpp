#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "percuta/base/result_column.hpp"
#include "percuta/closure/closure.hpp"
#include "percuta/numerics/geometry/polygon.hpp"
#include "percuta/numerics/rings/ring_cells.hpp"
#include "percuta/transport/delivery/injection_load.hpp"
#include "percuta/transport/delivery/needle_load.hpp"
#include "percuta/transport/delivery/patch_plan.hpp"
#include "percuta/transport/transport.hpp"

/// What gets in: a product on skin with holes that close, and on the same skin without one.
/// Model    a film that dries, layers in series; each class of holes as rings of cells around its axis, or all holes of
///          a patch resolved in three dimensions; mouths that close as closure says
/// In       holes, skin, clocks, product, actives, rates       Out  Uptake: where each active is, through time (SI)
/// Holds    as the permeability of intact skin; holes side by side, each with its own share of the surface
/// Source   as transport.hpp                                    Throws  InputError, SolverError
/// Checked  tests/transport/delivery
namespace percuta::transport {

/// When and how a product is put on. Times since the last puncture [s].
struct Application {
  double amount = 0;       ///< each time [kg/m2]
  double apply = 0;        ///< first; negative = before the session, for which it is wiped off
  double cover = 0;        ///< covered for so long after each time; 0 = not
  double every = 0;        ///< from one time to the next, where there are more
  std::int64_t times = 1;  ///< how often it is put on
  double wash = 0;         ///< taken off so long after each time; 0 = it stays on
};

/// A hole that stays, with the middle of its mouth [m].
struct Hole {
  double x = 0, y = 0;
  double radius = 0, depth = 0;
};

/// An active by its name in data/actives.
struct NamedActive {
  std::string name;
  Active active;
};

struct Treatment {
  Composition composition;
  Application application;
  std::vector<NamedActive> actives;  ///< all that the composition states, and what those turn into
  bool is_living = true;             ///< blood and lymph clear the dermis; else a receptor under it takes all
  NeedleLoad needles = {};           ///< in which the product comes; holes are then as wide and deep as they are
  InjectionLoad injection = {};      ///< in which it comes; holes are then the needle's, its tip at their end
};

struct DeliveryPlan {
  std::vector<double> times;          ///< to be told of beside the usual ones, since the product is first put on [s]
  std::size_t classes = 12;           ///< of holes, at most
  numerics::RingCount rings;          ///< around each
  bool has_courses = true;            ///< false: permeabilities alone are asked for
  double finer = 1;                   ///< cells in depth, against the usual: for studies of convergence
  PatchPlan patch;                    ///< where holes are resolved, in place of ring cells
  const PatchWatch* watch = nullptr;  ///< of a patch; nullptr = nobody watches
};

/// One active. Amounts per area of the window [kg/m2], each at every time of the Uptake.
struct ActiveCourse {
  std::string name;
  double dose = 0;                          ///< put on until the end [kg/m2]
  std::vector<double> given;                ///< put on until then
  std::vector<double> gained;               ///< of other actives that have turned into it
  std::vector<double> closed;               ///< what lay in holes when they became tissue, and is in the layers since
  std::vector<std::vector<double>> amount;  ///< [place][time]
  std::vector<std::vector<double>> intact;  ///< same, of skin without a hole
  std::vector<double> unbound;              ///< mean in the dermis, what is bound left out [kg/m3]
  std::vector<double> intact_unbound;       ///< same, of skin without a hole
  double permeability = 0;    ///< of wet skin without a hole, from water, as a laboratory would find it [m/s]
  double mismatch = 0;        ///< of all that was given and gained, over it, at the end [1]
  double solved = 0;          ///< what solves and clipping put in, so that rows add up [kg/m2]
  double numerical = 0;       ///< what solves and clipping put in, over the same [1]
  bool is_saturated = false;  ///< some of it is or comes to lie undissolved
};

/// Per area of the window.
struct Uptake {
  std::vector<double> times;  ///< since the product is first put on, from 0 [s]
  std::vector<std::string>
      places;  ///< "surface", "channels", the layers, "blood", "converted", "washed"; "needles" or "below"
  std::vector<ActiveCourse> actives;
  double needle_time = k_undefined;                  ///< until a typical needle that stays is dissolved or off [s]
  double depot_radius = k_undefined;                 ///< how far from its point an injection came while it ran [m]
  double injection_pressure = k_undefined;           ///< at the needle's tip at the end of it [Pa]
  double below_share = k_undefined;                  ///< of what is injected, that comes to lie below the dermis [1]
  std::optional<PatchOutcome> patch = std::nullopt;  ///< where holes were resolved; else ring cells

  bool is_empty() const { return actives.empty(); }
  /// Throws std::out_of_range for a place that is none.
  std::size_t place(const std::string& name) const;
};

/// What of it has passed the stratum corneum: living layers, blood, and what they converted. A hole's content is none.
bool is_taken_up(const std::string& place);

/// The sum of amounts of all places that count as taken up, at each time [kg/m2].
std::vector<double> taken_up(const Uptake& uptake, const std::vector<std::vector<double>>& amounts);

/// When all is told unless asked otherwise: through the first day, from when the product is first put on [s].
std::vector<double> telling_times(const std::vector<double>& asked);

/// An active, what it turns into, and so on, to what is lost. None comes twice.
std::vector<NamedActive> chain_of(const std::string& name, const std::vector<NamedActive>& known);

/// How many cells a patch of the skin has, under so much of a product [kg/m2].
double patch_cells(const PatchPlan& patch, const skin::Skin& skin, double amount);

/// Why a patch cannot be: a key of it ("side", "cell"), what is wrong with it, and how to mend it.
struct PatchMisfit {
  std::string key, message, hint;
};
/// Of a patch larger than the window, of cells too coarse for holes of that width [m], or for the patch.
std::vector<PatchMisfit> misfits(const PatchPlan& patch, const skin::Skin& skin, double hole_width);

/// How much of what is put on has passed the stratum corneum a day later, place by place of the window.
struct DoseMap {
  double side = 0;                            ///< of a place, a square [m]
  std::vector<numerics::Point> places;        ///< their middles
  std::vector<std::string> actives;           ///< those that are put on, in the product's order
  std::vector<std::vector<double>> taken_up;  ///< [active][place], per area; what it turned into counts [kg/m2]
};

/// Of a product whose composition is known; empty where it states nothing. Of a homeopathic dilution all is exactly 0.
Uptake deliver(const std::vector<Hole>& holes, const skin::Skin& skin, const closure::Clocks& clocks,
               const Treatment& treatment, const Rates& rates, const DeliveryPlan& plan);

/// The same holes, each class walked by itself: a place is the mean of its points, and a point is of the class of the
/// hole nearest to it, or of whole tissue beyond the reach of all. Empty where no strength is stated.
DoseMap dose_map(const std::vector<Hole>& holes, const skin::Skin& skin, const closure::Clocks& clocks,
                 const Treatment& treatment, const Rates& rates, const DeliveryPlan& plan);

/// What results.json says of the named actives, in its order; then courses at `times`, as telling_times gives them.
std::vector<ResultOf<Uptake>> results(const std::vector<std::string>& actives, const std::vector<double>& times);

}  // namespace percuta::transport
