#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

#include "percuta/storage/h5_bytes.hpp"

/// The trees by which HDF5 finds what there are many of (version 1 B-trees).
namespace percuta::storage {

/// Whether a tree finds the members of a group or the blocks of an array, and how long its keys are.
struct H5TreeKind {
  std::uint64_t number = 0;
  std::uint64_t key_bytes = 8;
};

/// Calls found(key, address) for each end of the tree that begins at an address, in their order. Throws FileError.
void for_each_h5_end(H5Bytes& file, std::uint64_t address, const H5TreeKind& kind,
                     const std::function<void(std::string_view key, std::uint64_t address)>& found);

}  // namespace percuta::storage
