#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "percuta/storage/h5_array.hpp"
#include "percuta/storage/h5_bytes.hpp"
#include "percuta/storage/h5_message.hpp"

/// What stands in an HDF5 file, found without HDF5: where a file is wrong, version 1.10 of it reads beyond its memory.
/// Only what H5Write makes is known (superblock 0, groups of symbol tables, arrays of doubles in one piece or in packed
/// blocks, attributes of one value); all else is refused. Source: HDF5 File Format Specification, version 3.
namespace percuta::storage {

/// A group or an array.
struct H5Object {
  std::string name;
  std::map<std::string, H5Attribute, std::less<>> attributes;
  std::vector<H5Object> members;  ///< sorted by name, each of its own
  std::optional<H5Array> array;   ///< not of a group
};

/// The root, with all below it. Throws FileError for whatever is not as H5Write makes it.
H5Object h5_tree(H5Bytes& file);

}  // namespace percuta::storage
