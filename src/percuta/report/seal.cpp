#include "percuta/report/seal.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string_view>

#include "percuta/base/random.hpp"
#include "percuta/report/disk.hpp"

namespace percuta::report {

namespace {

/// A file's bytes, seen without a copy of them.
class View {
 public:
  explicit View(const std::filesystem::path& path) {
    const int handle = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (handle < 0) throw_file_error("read", path, errno);
    struct stat told{};
    int reason = ::fstat(handle, &told) == 0 ? 0 : errno;
    size_ = static_cast<std::size_t>(told.st_size);
    if (size_ > 0) bytes_ = ::mmap(nullptr, size_, PROT_READ, MAP_SHARED, handle, 0);
    if (bytes_ == MAP_FAILED) reason = errno;
    ::close(handle);
    if (reason != 0) throw_file_error("read", path, reason);
    if (size_ > 0) ::madvise(bytes_, size_, MADV_SEQUENTIAL);
  }
  View(const View&) = delete;
  View& operator=(const View&) = delete;
  ~View() {
    if (size_ > 0) ::munmap(bytes_, size_);
  }

  std::string_view bytes() const { return {static_cast<const char*>(bytes_), size_}; }

 private:
  void* bytes_ = nullptr;
  std::size_t size_ = 0;
};

/// "percuta-run/" of "percuta-run/1".
std::string_view kind(std::string_view mark) {
  return mark.substr(0, mark.find('/') + 1);
}

}  // namespace

std::string seal_of(std::string_view content, const std::string& mark) {
  std::string text = fmt::format("{}\nchecksum {:016x} of {} bytes\n", mark, hash_text(content), content.size());
  text.resize(k_seal_bytes, '\n');
  return text;
}

SealState seal_state(const std::filesystem::path& file, const std::string& mark) {
  const View view(file);
  const std::string_view bytes = view.bytes();
  const std::string_view content = bytes.substr(std::min(bytes.size(), k_seal_bytes));
  if (bytes.starts_with(seal_of(content, mark))) return SealState::whole;
  if (bytes.starts_with(mark + "\n")) return SealState::torn;
  return bytes.starts_with(kind(mark)) ? SealState::other_version : SealState::foreign;
}

}  // namespace percuta::report
