#include "percuta/storage/h5_bytes.hpp"

#include <fmt/format.h>

#include <iterator>

#include "percuta/base/error.hpp"

namespace percuta::storage {

std::string_view H5Bytes::take(std::uint64_t address, std::uint64_t size) {
  if (address > bytes_.size() || size > bytes_.size() - address) {
    refuse(fmt::format("{} bytes at {} reach beyond its end", size, address));
  }
  if (size == 0) return {};
  const auto after = taken_.lower_bound(address);
  const bool meets_after = after != taken_.end() && after->first < address + size;
  const bool meets_before = after != taken_.begin() && std::prev(after)->second > address;
  if (meets_after || meets_before) refuse(fmt::format("{} bytes at {} are used twice", size, address));
  taken_.emplace_hint(after, address, address + size);
  return bytes_.substr(address, size);
}

void H5Bytes::refuse(const std::string& what) const {
  throw FileError(fmt::format("'{}' is damaged, or not as Percuta writes it: {}", shown_.string(), what));
}

std::string_view H5Part::take(std::uint64_t size) {
  if (size > rest_.size()) file_.refuse(fmt::format("a part of it ends {} bytes too early", size - rest_.size()));
  const std::string_view taken = rest_.substr(0, size);
  rest_.remove_prefix(size);
  return taken;
}

std::uint64_t H5Part::whole(std::size_t size) {
  constexpr unsigned k_byte_bits = 8;
  const std::string_view bytes = take(size);
  std::uint64_t value = 0;
  for (std::size_t i = size; i-- > 0;) value = value << k_byte_bits | static_cast<unsigned char>(bytes[i]);
  return value;
}

void H5Part::expect(std::string_view bytes, const char* what) {
  if (take(bytes.size()) != bytes) file_.refuse(fmt::format("{} is not of the kind that is written", what));
}

}  // namespace percuta::storage
