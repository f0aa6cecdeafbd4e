#pragma once

#include <string>
#include <vector>

#include "percuta/report/h5_file.hpp"
#include "percuta/report/run_fields.hpp"

/// Fields in an HDF5 file: cells alone, without padding and ghosts, in the order [y][z][x].
namespace percuta::report {

/// Attributes nx, ny, nz, periodic_x, periodic_y of an object.
void put_layout(H5Write& out, const std::string& path, const numerics::Layout& layout);
numerics::Layout get_layout(const H5Read& in, const std::string& path);

/// An array (n, ny, nz, nx) at `path` with attributes of its layout, `name` and `unit`; all of one name, unit and
/// layout.
void put_fields(H5Write& out, const std::string& path, const std::vector<const numerics::Field*>& fields);
std::vector<numerics::Field> get_fields(const H5Read& in, const std::string& path);

/// The `number`-th series as a group of its name within `group`: `values` and `times` [s].
void put_series(H5Write& out, const std::string& group, const FieldSeries& series, std::size_t number);
/// All series of a group, in the order of their numbers.
std::vector<FieldSeries> get_all_series(const H5Read& in, const std::string& group);

}  // namespace percuta::report
