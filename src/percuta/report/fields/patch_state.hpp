#pragma once

#include "percuta/course/course.hpp"
#include "percuta/report/fields/run_fields.hpp"

/// A patch under way as run.h5 keeps it.
namespace percuta::report {

RoomFields room_of(const transport::PatchKept& kept);

/// Throws InputError for what is not a patch's.
transport::PatchKept patch_of(const RoomFields& room);

}  // namespace percuta::report
