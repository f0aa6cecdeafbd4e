#include "percuta/storage/folder_lock.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "percuta/base/error.hpp"
#include "percuta/storage/disk.hpp"
#include "percuta/storage/leftovers.hpp"

namespace percuta::storage {

namespace fs = std::filesystem;

namespace {

constexpr int k_tries = 100;  // each fails only when another run ends just then
constexpr mode_t k_mode = 0666;

/// The locked file; -1 when its folder vanished meanwhile.
int locked(const fs::path& file) {
  const int handle = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, k_mode);
  if (handle < 0) {
    if (errno == ENOENT) return -1;
    throw_file_error("open", file, errno);
  }
  if (!hold(handle)) {
    ::close(handle);
    throw FileError(
        fmt::format("another run is writing here (it holds '{}'): wait for its end or choose another folder with -o",
                    file.string()));
  }
  if (leads_to(file, handle)) return handle;  // a run that ends removes the file it has locked
  ::close(handle);
  return -1;
}

}  // namespace

FolderLock::FolderLock(const fs::path& folder) {
  for (int i = 0; i < k_tries && handle_ < 0; ++i) {
    make_folder(folder);
    handle_ = locked(folder / k_name);
  }
  if (handle_ < 0) throw_file_error("lock the folder", folder, EBUSY);
}

FolderLock::~FolderLock() {
  if (handle_ >= 0) ::close(handle_);
}

FolderLock::FolderLock(FolderLock&& other) noexcept : handle_(std::exchange(other.handle_, -1)) {}

FolderLock& FolderLock::operator=(FolderLock&& other) noexcept {
  std::swap(handle_, other.handle_);
  return *this;
}

}  // namespace percuta::storage
