#pragma once

#include <string>

#include "percuta/report/fields/run_fields.hpp"
#include "percuta/storage/h5_read.hpp"
#include "percuta/storage/h5_write.hpp"

/// Where an integrator, or a room, stands, in an HDF5 file: bit for bit, so that it goes on as if it had never stopped.
namespace percuta::report {

/// Makes the group `path`, which is not there yet.
void put_checkpoint(storage::H5Write& out, const std::string& path, const numerics::TimeCheckpoint& checkpoint);
numerics::TimeCheckpoint get_checkpoint(const storage::H5Read& in, const std::string& path);

/// The same of a room.
void put_state(storage::H5Write& out, const std::string& path, const RoomState& state);
RoomState get_state(const storage::H5Read& in, const std::string& path);

}  // namespace percuta::report
