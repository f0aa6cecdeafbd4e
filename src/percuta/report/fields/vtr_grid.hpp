#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

/// Rectilinear grids as VTK's XML (.vtr), which ParaView opens.
namespace percuta::report {

/// Numbers of 4 or of 8 bytes.
enum class VtrNumbers { single, full };

/// An array of the file: its name, VTK's word for the type, its values as little-endian bytes.
struct VtrArray {
  std::string name, type;
  std::string bytes;
};
VtrArray vtr_array(const std::string& name, const std::vector<double>& values, VtrNumbers numbers);

/// Cells between edges; values with x running fastest, then y, then z.
struct VtrGrid {
  std::array<std::size_t, 3> cells{};  ///< along x, y, z
  std::array<VtrArray, 3> edges;       ///< one more each
  std::vector<VtrArray> values;        ///< at least one; the first is what a viewer shows
  std::optional<double> time;          ///< VTK's TimeValue
};

/// Where the arrays stand: each in its element as base64, or packed (zlib) behind all elements as raw bytes.
enum class VtrBody { in_place, packed };

/// The whole file. Throws std::bad_alloc.
std::string vtr_text(const VtrGrid& grid, VtrBody body);

}  // namespace percuta::report
