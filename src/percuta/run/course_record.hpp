#pragma once

#include "percuta/run/record.hpp"
#include "percuta/study/study.hpp"

namespace percuta::run {

/// What the report tells of the healed course beside its numbers. Empty where the run with every input at its median
/// was not healed: on a bench, or where nothing is struck.
CourseRecord course_record_of(const study::Model& model, const course::Course& median_run);

}  // namespace percuta::run
