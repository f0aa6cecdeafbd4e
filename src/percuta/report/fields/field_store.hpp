#pragma once

#include <string>
#include <vector>

#include "percuta/report/fields/run_fields.hpp"
#include "percuta/storage/h5_read.hpp"
#include "percuta/storage/h5_write.hpp"

/// Fields in an HDF5 file: cells alone, without padding and ghosts, in the order [y][z][x].
namespace percuta::report {

/// Attributes nx, ny, nz, periodic_x, periodic_y of an object.
void put_layout(storage::H5Write& out, const std::string& path, const numerics::Layout& layout);
/// Throws FileError unless there is a cell each way.
numerics::Layout get_layout(const storage::H5Read& in, const std::string& path);

/// An array (n, ny, nz, nx) at `path` with attributes of its layout, `name` and `unit`; all of one name, unit and
/// layout.
void put_fields(storage::H5Write& out, const std::string& path, const std::vector<const numerics::Field*>& fields);
/// At least one. Throws FileError unless the array is as large as its layout says.
std::vector<numerics::Field> get_fields(const storage::H5Read& in, const std::string& path);

/// The `number`-th series as a group of its name within `group`: `values` and `times` [s].
void put_series(storage::H5Write& out, const std::string& group, const FieldSeries& series, std::size_t number);
/// All series of a group, in the order of their numbers. Throws FileError unless each has one value a time and is of
/// the name that it stands under.
std::vector<FieldSeries> get_all_series(const storage::H5Read& in, const std::string& group);

}  // namespace percuta::report
