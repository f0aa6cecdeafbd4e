#pragma once

#include "percuta/base/result_column.hpp"
#include "percuta/course/course.hpp"
#include "percuta/course/experiment.hpp"
#include "percuta/transport/cell/cell.hpp"

/// A bench test: the same rooms as a course, in another shape.
/// Model    a device pressed, struck or moved into skin, or holes that are given; then closing where it is asked for
/// In       chain inputs, experiment, ensemble member          Out  what the bench gave
/// Holds    as the rooms                                       Throws  as the rooms
/// Checked  tests/course
namespace percuta::course {

/// What one member gave: of a course `course` alone, of a bench test what it measures besides.
struct Outcome {
  Course course;                ///< a bench's one session has no punctures when the device was pressed
  insertion::PressCurve press;  ///< of a pressed or struck device, else empty
  double strike_rate = 0;       ///< needles that a piston brings down per second [1/s]
  transport::FranzCell cell;    ///< of a diffusion cell
};

/// Whether the bench drives the device straight in, so that there is a curve of force against displacement.
bool is_pressed_bench(const Inputs& inputs, const Experiment& experiment);

/// The limits of the press that one member's draws stand for.
insertion::Press press_of(const Experiment& sampled, const device::Applicator& applicator);

/// How far the curve of a press is drawn, the same for all members; 0 where nothing is pressed [m].
double press_travel(const Inputs& inputs, const Experiment& experiment, const Member& median);

/// When samples are drawn from a diffusion cell, or closing curves are drawn: the same for all members [s].
std::vector<double> bench_times(const Experiment& experiment);

/// Runs the bench with this member's draws. Throws InputError for what the rooms refuse.
Outcome bench(const Inputs& inputs, const Experiment& experiment, const Member& member, const Scope* scope = nullptr);

/// The course, or the bench where one is wanted; no more than the scope asks for.
Outcome simulate(const Inputs& inputs, const Experiment& experiment, const Member& member,
                 const Scope* scope = nullptr);

/// What results say of every member of this study, in the order of results.json: numbers session by session, then the
/// series of the first session and its layers; of them what is asked for. `travel` as `press_travel` gives it.
std::vector<ResultOf<Outcome>> results(const Inputs& inputs, const Experiment& experiment, double travel,
                                       const Asked& asked = {});

/// Every number that a course says of a session, and what benches say beyond; for `list` and `explain`.
std::vector<ResultColumn> course_quantities();
std::vector<ResultColumn> bench_quantities();

}  // namespace percuta::course
