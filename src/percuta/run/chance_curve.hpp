#pragma once

#include "percuta/base/units.hpp"
#include "percuta/run/record.hpp"
#include "percuta/run/run.hpp"
#include "percuta/study/study.hpp"

namespace percuta::run {

/// "against_chance": L(r) - r of the holes of the median run's first session, in the treated window, with what as
/// many holes set at random there give. Without a place on its axis when there are too few to tell.
CurveSet chance_curve(const course::Course& median_run, const study::Model& model, const RunControl& control,
                      const Units& units);

}  // namespace percuta::run
