#include "percuta/storage/seal.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <string_view>

#include "percuta/base/random.hpp"
#include "percuta/storage/disk.hpp"

namespace percuta::storage {

namespace {

constexpr std::size_t k_block = 1 << 20;  // [bytes] read at a time

/// A file from its beginning to its end, part by part: what the disk refuses is an error here, not a signal.
class Reading {
 public:
  explicit Reading(const std::filesystem::path& path)
      : path_(path), handle_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
    if (handle_ < 0) throw_file_error("read", path, errno);
  }
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;
  ~Reading() { ::close(handle_); }

  /// Fills `part`, or cuts it to what is left; "" at the end.
  void fill(std::string& part) const {
    std::size_t size = 0;
    while (size < part.size()) {
      const ssize_t count = ::read(handle_, part.data() + size, part.size() - size);
      if (count < 0 && errno == EINTR) continue;
      if (count < 0) throw_file_error("read", path_, errno);
      if (count == 0) break;
      size += static_cast<std::size_t>(count);
    }
    part.resize(size);
  }

 private:
  const std::filesystem::path& path_;
  int handle_;
};

std::string seal_text(const std::string& mark, std::uint64_t hash, std::uint64_t size) {
  std::string text = fmt::format("{}\nchecksum {:016x} of {} bytes\n", mark, hash, size);
  text.resize(k_seal_bytes, '\n');
  return text;
}

/// The seal that fits all that is left to read.
std::string seal_of_rest(const Reading& file, const std::string& mark) {
  std::uint64_t hash = k_hash_of_nothing, size = 0;
  std::string block(k_block, '\0');
  for (file.fill(block); !block.empty(); file.fill(block)) {
    hash = hash_text(block, hash);
    size += block.size();
  }
  return seal_text(mark, hash, size);
}

/// "percuta-run/" of "percuta-run/1".
std::string_view kind(std::string_view mark) {
  return mark.substr(0, mark.find('/') + 1);
}

/// What a file is that begins with `head`; `fitting` gives the seal that fits what follows.
template <class Fitting>
SealState state_of(std::string_view head, const std::string& mark, const Fitting& fitting) {
  if (head.starts_with(mark + "\n")) return head == fitting() ? SealState::whole : SealState::torn;
  return head.starts_with(kind(mark)) ? SealState::other_version : SealState::foreign;
}

}  // namespace

std::string seal_of(std::string_view content, const std::string& mark) {
  return seal_text(mark, hash_text(content), content.size());
}

SealState seal_state(const std::filesystem::path& file, const std::string& mark) {
  const Reading reading(file);
  std::string head(k_seal_bytes, '\0');
  reading.fill(head);
  return state_of(head, mark, [&] { return seal_of_rest(reading, mark); });
}

SealState seal_state(std::string_view bytes, const std::string& mark) {
  const std::string_view head = bytes.substr(0, k_seal_bytes);
  return state_of(head, mark, [&] { return seal_of(bytes.substr(head.size()), mark); });
}

}  // namespace percuta::storage
