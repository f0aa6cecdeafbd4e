#pragma once

#include "percuta/study/model.hpp"

/// One member of a bench test: the same rooms as a course, without one.
namespace percuta::study {

/// What one member's bench gave.
struct Tested {
  course::Course course;        ///< its one session has no punctures when the device was pressed
  insertion::PressCurve press;  ///< of a pressed or struck device, else empty
  double open_share = 0;        ///< of the treated surface that the holes take up [1]
  double strike_rate = 0;       ///< needles that a piston brings down per second [1/s]
};

/// Whether the bench drives the device straight in, so that there is a curve of force against displacement.
bool is_pressed_bench(const Model& model);

/// The limits of the press that one member's draws stand for.
insertion::Press press_of(const Experiment& drawn, const device::Applicator& applicator);

/// Takes the experiment into the model, and finds how far its curve is drawn. Throws as `tested_by`.
void set_experiment(const Experiment& experiment, Model& model);

/// Runs the bench with this member's draws. Throws InputError for what the rooms refuse.
Tested tested_by(const Model& model, const Member& member, numerics::KernelClone clone);

}  // namespace percuta::study
