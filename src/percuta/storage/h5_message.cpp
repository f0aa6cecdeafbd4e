#include "percuta/storage/h5_message.hpp"

#include <fmt/format.h>

namespace percuta::storage {

namespace {

using std::string_view_literals::operator""sv;

constexpr std::uint64_t k_head_bytes = 16, k_message_head_bytes = 8, k_padding = 8;

/// Where messages of one object stand.
struct MessageBlock {
  std::uint64_t address = 0, size = 0;
};

void take_padding(H5Part& part, std::uint64_t size) {
  part.take((k_padding - size % k_padding) % k_padding);
}

std::string name_of(H5Part& part, std::uint64_t size, const H5Bytes& file) {
  std::string name(part.take(size));
  take_padding(part, size);
  if (name.find('\0') + 1 != name.size() || name.size() < 2) file.refuse("an attribute has no name");
  name.pop_back();
  return name;
}

}  // namespace

std::vector<H5Message> h5_messages(H5Bytes& file, std::uint64_t address) {
  H5Part head(file.take(address, k_head_bytes), file);
  head.expect("\1\0"sv, "an object");
  const std::uint64_t count = head.whole(2);
  head.expect("\1\0\0\0"sv, "an object that is named more than once");
  std::vector<MessageBlock> blocks = {{address + k_head_bytes, head.whole(4)}};
  std::vector<H5Message> messages;
  std::uint64_t read = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    H5Part part(file.take(blocks[i].address, blocks[i].size), file);
    for (; part.left() >= k_message_head_bytes; ++read) {
      H5Message message;
      message.type = static_cast<H5MessageType>(part.whole(2));
      const std::uint64_t size = part.whole(2);
      if (part.whole(1) > 1) file.refuse("an object shares what it consists of");
      part.take(3);
      message.bytes = part.take(size);
      if (message.type == H5MessageType::continuation) {
        H5Part further(message.bytes, file);
        const std::uint64_t at = further.whole(8);
        blocks.push_back({at, further.whole(8)});
      } else if (message.type != H5MessageType::nothing) {
        messages.push_back(message);
      }
    }
    if (part.left() > 0) file.refuse("an object ends within a part of it");
  }
  if (read != count) file.refuse(fmt::format("an object has {} parts and says {}", read, count));
  return messages;
}

std::pair<H5Kind, std::uint64_t> h5_type(H5Part& part, const H5Bytes& file) {
  const std::string_view head = part.take(4);
  const std::uint64_t size = part.whole(4);
  if (head == "\x13\x11\0\0"sv && size > 0) return {H5Kind::text, size};
  if (head == "\x10\x08\0\0"sv && size == sizeof(std::int64_t)) {
    part.expect("\0\0\x40\0"sv, "a whole number");
    return {H5Kind::whole, size};
  }
  if (head == "\x11\x20\x3f\0"sv && size == sizeof(double)) {
    part.expect("\0\0\x40\0\x34\x0b\0\x34\xff\x03\0\0"sv, "a number");
    return {H5Kind::number, size};
  }
  file.refuse("a value is neither text nor number of the kinds that are written");
}

std::pair<std::string, H5Attribute> h5_attribute(std::string_view message, const H5Bytes& file) {
  H5Part part(message, file);
  part.expect("\1\0"sv, "an attribute");
  const std::uint64_t name_size = part.whole(2), type_size = part.whole(2);
  part.expect("\x08\0"sv, "an attribute of several values");
  std::string name = name_of(part, name_size, file);
  H5Part type(part.take(type_size), file);
  take_padding(part, type_size);
  const auto [kind, size] = h5_type(type, file);
  if (type.left() > 0) file.refuse("the type of an attribute is too long");
  part.expect("\1\0\0\0\0\0\0\0"sv, "an attribute of several values");
  return {std::move(name), {kind, part.take(size)}};
}

}  // namespace percuta::storage
