#pragma once

#include <cstdint>
#include <map>
#include <string_view>
#include <vector>

#include "percuta/storage/h5_bytes.hpp"
#include "percuta/storage/h5_message.hpp"

namespace percuta::storage {

/// A block of an array as it stands in the file.
struct H5Block {
  std::string_view bytes;
  bool is_packed = false;  ///< else only shuffled: packing would not have made it smaller
};

/// An array of doubles: plain, or in shuffled blocks of the last two sizes; both in the order of C.
struct H5Array {
  std::vector<std::uint64_t> sizes;
  std::string_view plain;
  std::vector<H5Block> blocks;    ///< all of them; none when it is plain
  std::uint64_t block_bytes = 0;  ///< of one, unpacked; no more than its bytes in the file can hold
};

/// What the messages of an object say of an array.
class H5ArrayParts {
 public:
  /// Throws FileError for a message of another kind, and for a second of one kind.
  void add(const H5Message& message, const H5Bytes& file);
  bool empty() const { return parts_.empty(); }
  /// The array, every block of which is there. Throws FileError.
  H5Array whole(H5Bytes& file) const;

 private:
  std::map<H5MessageType, std::string_view> parts_;
};

/// The n-th block as doubles. Throws FileError when it does not unpack to as many as it should.
void unpack_h5_block(const H5Array& array, std::size_t n, double* values, const H5Bytes& file);

}  // namespace percuta::storage
