#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "percuta/numerics/fields/field_series.hpp"
#include "percuta/numerics/fields/grid.hpp"
#include "percuta/numerics/kernel_clone.hpp"
#include "percuta/numerics/time/time_step.hpp"

/// A patch: a square of the window in which channels are resolved in three dimensions, and what is kept of it while it
/// is solved.
namespace percuta::transport {

/// Which square, about the middle of the window, and how fine.
struct PatchPlan {
  double side = 0;  ///< 0 = none: channels are ring cells [m]
  double cell = 0;  ///< along x and y, about: cells are made to fill the side [m]

  bool is_wanted() const { return side > 0; }
};

/// What one of a chain comes to; amounts of all tissue that is walked [mol].
struct LinkCourse {
  std::vector<std::vector<double>> amount;  ///< [place of places_of][time]
  std::vector<double> given, gained;        ///< [time]
  std::vector<double> closed;               ///< of it, what lay in holes when they became tissue [time]
  std::vector<double> unbound;              ///< mean in the dermis [mol/m3]
  double numerical = 0;                     ///< what solves and clipping put in
  bool is_saturated = false;
  std::vector<double> corneum = {};  ///< at the end, in the stratum corneum's cells from the surface down [mol]
};

/// Where a walk stands between two moments that are told: all that it needs to go on bit for bit.
struct WalkState {
  std::size_t phase = 0, next = 0;             ///< the phase in hand; which moment comes next
  double filled = 0;                           ///< share of the holes that product fills
  std::vector<numerics::Field> held;           ///< a link's content when the phase began [mol]
  std::vector<std::vector<double>> booked;     ///< a link's rows until the phase began [mol]
  std::vector<numerics::TimeCheckpoint> walk;  ///< a link's
  std::vector<LinkCourse> courses;             ///< a link's, until now
};

/// What is kept of a patch under way: walks that are done, and the one that is not.
struct PatchKept {
  std::map<std::string, std::vector<LinkCourse>> done;  ///< by the active that is put on
  std::string under_way;                                ///< an active that is put on; "" = none
  std::optional<WalkState> state;                       ///< of it
  std::vector<numerics::FieldSeries> fields;            ///< so far
  std::optional<numerics::Grid> grid;                   ///< of all of them, z from the surface of the skin
};

/// How a patch is solved, and who is told on the way. All may be left out.
struct PatchWatch {
  int threads = 1;  ///< 0 = all
  numerics::KernelClone clone = numerics::KernelClone::baseline;
  std::function<bool()> is_stopped;            ///< asked at every stage of a step
  std::string when_stopped = "stopped";        ///< what Interrupted says then
  std::function<void()> one_more;              ///< a moment is told
  std::function<bool()> is_due;                ///< asked at every moment that is told: whether to keep
  std::function<void(const PatchKept&)> keep;  ///< what to go on from
  const PatchKept* from = nullptr;             ///< to go on from
  std::vector<double> field_times;             ///< when concentrations are kept, of the moments told [s]
};

/// What a patch was, and the concentrations that were asked for.
struct PatchOutcome {
  PatchPlan plan;                             ///< with the cells as they are
  double x = 0, y = 0;                        ///< its corner in the window [m]
  std::size_t holes = 0;                      ///< in it or cut by its sides
  numerics::Grid grid;                        ///< z from the surface of the skin, the film above it
  std::vector<numerics::FieldSeries> fields;  ///< an active's concentration, of all that is there [kg/m3]
};

}  // namespace percuta::transport
