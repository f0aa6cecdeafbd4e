#include "percuta/storage/h5_array.hpp"

#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <bit>
#include <cstring>
#include <string>

#include "percuta/storage/h5_nodes.hpp"

namespace percuta::storage {

namespace {

using std::string_view_literals::operator""sv;
using Sizes = std::vector<std::uint64_t>;

constexpr std::uint64_t k_value_bytes = sizeof(double);
constexpr std::uint64_t k_most_packed = 1032;  // zlib's own limit: bytes that one byte can stand for
constexpr std::uint64_t k_nowhere = ~std::uint64_t{0};
constexpr std::uint64_t k_plain = 1, k_chunked = 2;
constexpr std::uint64_t k_not_packed = 2;  // the second filter was left out
constexpr std::uint64_t k_most_level = 9;  // of zlib

/// The bytes of so many doubles; refuses more than the file could hold if all of it were packed as well as can be.
std::uint64_t bytes_of(const Sizes& sizes, std::size_t from, const H5Bytes& file) {
  const std::uint64_t most = k_most_packed * file.size();
  std::uint64_t all = k_value_bytes;
  for (std::size_t i = from; i < sizes.size(); ++i) {
    if (sizes[i] > 0 && all > most / sizes[i]) file.refuse("an array is larger than the file can hold");
    all *= sizes[i];
  }
  return all;
}

Sizes sizes_of(std::string_view message, const H5Bytes& file) {
  constexpr std::uint64_t k_most_sizes = 32;
  H5Part part(message, file);
  part.expect("\1"sv, "the size of an array");
  const std::uint64_t count = part.whole(1), has_most = part.whole(1);
  part.expect("\0\0\0\0\0"sv, "the size of an array");
  if (count == 0 || count > k_most_sizes || has_most > 1) file.refuse("the size of an array is of no known kind");
  Sizes sizes, most;
  for (std::uint64_t i = 0; i < count; ++i) sizes.push_back(part.whole(8));
  for (std::uint64_t i = 0; i < count; ++i) most.push_back(has_most == 1 ? part.whole(8) : sizes[i]);
  if (most != sizes) file.refuse("an array may grow");
  return sizes;
}

void must_be_numbers(std::string_view message, const H5Bytes& file) {
  H5Part part(message, file);
  if (h5_type(part, file).first != H5Kind::number) file.refuse("an array is not of numbers");
}

/// Shuffled, then packed.
void must_be_packed(std::string_view message, const H5Bytes& file) {
  H5Part part(message, file);
  const auto filter = [&](std::string_view head, std::string_view name) {
    part.expect(head, "how an array is packed");
    part.whole(2);  // whether it may be left out
    part.expect("\1\0"sv, "how an array is packed");
    part.expect(name, "how an array is packed");
    const std::uint64_t value = part.whole(4);
    part.take(4);
    return value;
  };
  part.expect("\1\2\0\0\0\0\0\0"sv, "how an array is packed");
  const std::uint64_t step = filter("\2\0\x08\0"sv, "shuffle\0"sv);
  const std::uint64_t level = filter("\1\0\x08\0"sv, "deflate\0"sv);
  if (step != k_value_bytes || level > k_most_level) file.refuse("an array is packed in another way");
}

void place_plain(H5Part& layout, H5Bytes& file, H5Array& array) {
  const std::uint64_t address = layout.whole(8), size = layout.whole(8);
  if (size != bytes_of(array.sizes, 0, file)) file.refuse("an array has not as many numbers as it says");
  if (size > 0) array.plain = file.take(address, size);
  if (size == 0 && address != k_nowhere) file.refuse("an array of nothing stands somewhere");
}

/// Where in the array the n-th block begins.
Sizes start_of(const Sizes& sizes, std::size_t leading, std::uint64_t n) {
  Sizes start(sizes.size() + 1, 0);
  for (std::size_t axis = leading; axis-- > 0;) {
    start[axis] = n % sizes[axis];
    n /= sizes[axis];
  }
  return start;
}

void place_blocks(H5Part& layout, H5Bytes& file, H5Array& array) {
  const std::size_t rank = array.sizes.size(), leading = rank < 2 ? 0 : rank - 2;
  if (std::find(array.sizes.begin(), array.sizes.end(), 0) != array.sizes.end()) file.refuse("an array has no numbers");
  array.block_bytes = bytes_of(array.sizes, leading, file);
  const std::uint64_t count = bytes_of(array.sizes, 0, file) / array.block_bytes, address = layout.whole(8);
  for (std::size_t axis = 0; axis < rank; ++axis) {
    if (layout.whole(4) != (axis < leading ? 1 : array.sizes[axis])) file.refuse("an array has other blocks");
  }
  if (layout.whole(4) != k_value_bytes) file.refuse("an array is not of numbers");
  const H5TreeKind kind{1, 8 + 8 * (rank + 1)};
  for_each_h5_end(file, address, kind, [&](std::string_view key, std::uint64_t at) {
    H5Part part(key, file);
    const std::uint64_t size = part.whole(4), left_out = part.whole(4);
    for (const std::uint64_t begin : start_of(array.sizes, leading, array.blocks.size())) {
      if (part.whole(8) != begin) file.refuse("the blocks of an array do not follow each other");
    }
    const bool is_packed = left_out == 0;
    if (!is_packed && left_out != k_not_packed) file.refuse("a block is packed in another way");
    if (is_packed ? array.block_bytes > k_most_packed * size : array.block_bytes != size) {
      file.refuse(fmt::format("a block of {} bytes cannot hold {}", size, array.block_bytes));
    }
    if (array.blocks.size() == count) file.refuse("an array has too many blocks");
    array.blocks.push_back({file.take(at, size), is_packed});
  });
  if (array.blocks.size() != count) file.refuse("an array lacks blocks");
}

}  // namespace

void H5ArrayParts::add(const H5Message& message, const H5Bytes& file) {
  switch (message.type) {
    case H5MessageType::sizes:
    case H5MessageType::type:
    case H5MessageType::fill_value:
    case H5MessageType::layout:
    case H5MessageType::filters:
      if (!parts_.emplace(message.type, message.bytes).second) file.refuse("an array says something twice");
      return;
    default:
      file.refuse(fmt::format("an object has a part of an unknown kind, {}", static_cast<int>(message.type)));
  }
}

H5Array H5ArrayParts::whole(H5Bytes& file) const {
  const auto part = [&](H5MessageType type) {
    const auto found = parts_.find(type);
    if (found == parts_.end()) file.refuse("an array does not say what it is");
    return found->second;
  };
  H5Array array;
  array.sizes = sizes_of(part(H5MessageType::sizes), file);
  must_be_numbers(part(H5MessageType::type), file);
  H5Part layout(part(H5MessageType::layout), file);
  layout.expect("\3"sv, "the place of an array");
  const std::uint64_t manner = layout.whole(1);
  if (manner == k_plain && !parts_.contains(H5MessageType::filters)) {
    place_plain(layout, file, array);
  } else if (manner == k_chunked) {
    must_be_packed(part(H5MessageType::filters), file);
    if (layout.whole(1) != array.sizes.size() + 1) file.refuse("an array has other blocks");
    place_blocks(layout, file, array);
  } else {
    file.refuse("an array stands in a way that is not ours");
  }
  return array;
}

void unpack_h5_block(const H5Array& array, std::size_t n, double* values, const H5Bytes& file) {
  static_assert(std::endian::native == std::endian::little);
  const H5Block& block = array.blocks.at(n);
  std::string unpacked;
  std::string_view shuffled = block.bytes;
  if (block.is_packed) {
    unpacked.resize(array.block_bytes);
    uLongf size = array.block_bytes;
    const int answer = uncompress(reinterpret_cast<Bytef*>(unpacked.data()), &size,
                                  reinterpret_cast<const Bytef*>(block.bytes.data()), block.bytes.size());
    if (answer == Z_MEM_ERROR) throw std::bad_alloc();
    if (answer != Z_OK || size != array.block_bytes) file.refuse("a block does not unpack to what it should");
    shuffled = unpacked;
  }
  const std::size_t count = array.block_bytes / k_value_bytes;  // all first bytes stand first, then all second ones
  auto* bytes = reinterpret_cast<char*>(values);
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t byte = 0; byte < k_value_bytes; ++byte)
      bytes[i * k_value_bytes + byte] = shuffled[byte * count + i];
  }
}

}  // namespace percuta::storage
