#include "percuta/storage/leftovers.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <csignal>
#include <string_view>
#include <system_error>
#include <vector>

namespace percuta::storage {

namespace fs = std::filesystem;

namespace {

constexpr int k_look = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC;

/// Whether `text` is digits alone.
bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// Whether the process that gave a name is gone: all that can be asked where the file system knows no locks.
bool is_of_ended_process(std::string_view number) {
  pid_t process = 0;
  const auto read = std::from_chars(number.data(), number.data() + number.size(), process);
  return read.ec == std::errc() && process > 0 && ::kill(process, 0) != 0 && errno == ESRCH;
}

/// Whether nobody holds what is open here; `number` begins with that of the process that made it.
bool is_left_behind(int handle, std::string_view number) {
  struct stat status{};
  if (::fstat(handle, &status) != 0 || !(S_ISREG(status.st_mode) || S_ISDIR(status.st_mode))) return false;
  if (::flock(handle, LOCK_EX | LOCK_NB) == 0) return true;
  return errno != EWOULDBLOCK && is_of_ended_process(number);
}

/// It is held while it goes, so that no process takes it up meanwhile.
void clear(const fs::path& path, std::string_view number) {
  const int handle = ::open(path.c_str(), k_look);
  if (handle < 0) return;
  std::error_code failure;
  if (is_left_behind(handle, number) && leads_to(path, handle)) fs::remove_all(path, failure);
  ::close(handle);
}

}  // namespace

bool hold(int handle) {
  return ::flock(handle, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK;
}

bool leads_to(const fs::path& path, int handle) {
  struct stat held{};
  struct stat named{};
  return ::fstat(handle, &held) == 0 && ::lstat(path.c_str(), &named) == 0 && held.st_dev == named.st_dev &&
         held.st_ino == named.st_ino;
}

FolderHold::FolderHold(const fs::path& folder) : handle_(::open(folder.c_str(), k_look | O_DIRECTORY)) {
  is_held_ = handle_ >= 0 && hold(handle_) && leads_to(folder, handle_);
}

FolderHold::~FolderHold() {
  if (handle_ >= 0) ::close(handle_);
}

std::string numbered_name(const std::string& prefix, int n) {
  return n == 0 ? fmt::format("{}{}", prefix, ::getpid()) : fmt::format("{}{}-{}", prefix, ::getpid(), n);
}

bool is_numbered_name(const std::string& name, const std::string& prefix) {
  if (!name.starts_with(prefix)) return false;
  const std::string_view number = std::string_view(name).substr(prefix.size());
  const std::size_t dash = number.find('-');
  return is_number(number.substr(0, dash)) && (dash == std::string_view::npos || is_number(number.substr(dash + 1)));
}

void clear_leftovers(const fs::path& folder, const std::string& prefix) noexcept {
  try {
    std::error_code failure;
    std::vector<fs::path> found;
    auto entry = fs::directory_iterator(folder, failure);
    for (; !failure && entry != fs::directory_iterator(); entry.increment(failure)) {
      if (is_numbered_name(entry->path().filename().string(), prefix)) found.push_back(entry->path());
    }
    for (const fs::path& path : found) clear(path, path.filename().string().substr(prefix.size()));
  } catch (const std::exception&) {  // what is left may wait for the next time
    return;
  }
}

}  // namespace percuta::storage
