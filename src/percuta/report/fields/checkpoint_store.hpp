#pragma once

#include <string>

#include "percuta/numerics/time/time_step.hpp"
#include "percuta/storage/h5_read.hpp"
#include "percuta/storage/h5_write.hpp"

/// Where an integrator stands, in an HDF5 file: bit for bit, so that it goes on as if it had never stopped.
namespace percuta::report {

/// Makes the group `path`, which is not there yet.
void put_checkpoint(storage::H5Write& out, const std::string& path, const numerics::TimeCheckpoint& checkpoint);
numerics::TimeCheckpoint get_checkpoint(const storage::H5Read& in, const std::string& path);

}  // namespace percuta::report
