#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "percuta/storage/h5_bytes.hpp"

/// The messages of which the header of an HDF5 object consists.
namespace percuta::storage {

enum class H5MessageType : std::uint16_t {
  nothing = 0,
  sizes = 1,
  type = 3,
  fill_value = 5,
  layout = 8,
  filters = 11,
  attribute = 12,
  continuation = 16,
  symbol_table = 17
};

struct H5Message {
  H5MessageType type = H5MessageType::nothing;
  std::string_view bytes;
};

/// All messages of the object at an address that say something. Throws FileError.
std::vector<H5Message> h5_messages(H5Bytes& file, std::uint64_t address);

enum class H5Kind { whole, number, text };

/// The kind of a value and how many bytes it has; reads the type and no further. Throws FileError for a type that
/// H5Write does not write.
std::pair<H5Kind, std::uint64_t> h5_type(H5Part& part, const H5Bytes& file);

struct H5Attribute {
  H5Kind kind = H5Kind::whole;
  std::string_view value;  ///< as many bytes as its kind has
};

/// The name and the value that a message holds. Throws FileError.
std::pair<std::string, H5Attribute> h5_attribute(std::string_view message, const H5Bytes& file);

}  // namespace percuta::storage
