#pragma once

#include <cstdint>
#include <string>

#include "percuta/storage/h5_write.hpp"

/// A small file of every kind of thing that H5Write makes.
namespace percuta::storage {

/// The bytes of a whole number as HDF5 stores it.
inline std::string little(std::uint64_t value, std::size_t size) {
  std::string bytes;
  for (std::size_t i = 0; i < size; ++i, value >>= 8U) bytes += static_cast<char>(value & 255U);
  return bytes;
}

inline std::string tree_bytes(double first = 0.1) {
  H5Write out("a.h5");
  out.group("/skin");
  out.text("/skin", "unit", "µm");
  out.text("/skin", "note", "");
  out.whole("/skin", "count", -3);
  out.number("/skin", "first", first);
  out.numbers("/skin/edges", {0, 0.1, 0.3});
  out.numbers("/skin/none", {});
  out.slabs("/skin/cells", {2, 3, 2, 2}, [](std::size_t n, double* values) {
    for (std::size_t i = 0; i < 4; ++i) values[i] = static_cast<double>(4 * n + i);
  });
  return out.finish();
}

}  // namespace percuta::storage
