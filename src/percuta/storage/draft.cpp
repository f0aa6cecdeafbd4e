#include "percuta/storage/draft.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <string>
#include <system_error>
#include <utility>

#include "percuta/storage/disk.hpp"
#include "percuta/storage/leftovers.hpp"

namespace percuta::storage {

namespace fs = std::filesystem;

namespace {

constexpr const char* k_mark = ".part-";
constexpr int k_tries = 1000;  // each fails only when another process has the name, or clears it away just then
constexpr int k_making = O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC;
constexpr mode_t k_mode = 0666;

std::string draft_prefix(const fs::path& path) {
  return fmt::format(".{}{}", path.filename().string(), k_mark);
}

/// Whether this process now holds what stands under the name; closes it when not.
bool is_ours(int& handle, const fs::path& draft) {
  if (hold(handle) && leads_to(draft, handle)) return true;
  ::close(std::exchange(handle, -1));
  return false;
}

/// A new folder that is held; -1 when another process has the name.
int made_folder(const fs::path& draft) {
  if (::mkdir(draft.c_str(), 0777) != 0) {
    if (errno == EEXIST) return -1;
    throw_file_error("make the folder", draft, errno);
  }
  int handle = ::open(draft.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  if (handle >= 0) is_ours(handle, draft);
  return handle;
}

}  // namespace

Draft::Draft(const fs::path& path, EarlierDrafts earlier) : path_(path) {
  if (!path.has_filename()) throw_file_error("write", path, EISDIR);
  if (earlier == EarlierDrafts::go) clear_drafts(path);
  for (int n = 0; n < k_tries && handle_ < 0; ++n) {
    draft_ = folder_of(path) / numbered_name(draft_prefix(path), n);
    handle_ = ::open(draft_.c_str(), k_making, k_mode);
    if (handle_ < 0) throw_file_error("write", path_, errno);
    if (is_ours(handle_, draft_) && ::ftruncate(handle_, 0) != 0) throw_file_error("write", path_, errno);
  }
  if (handle_ < 0) throw_file_error("write", path_, EBUSY);
  open_.emplace(draft_);
}

Draft::~Draft() {
  if (!is_published_) ::unlink(draft_.c_str());
  if (handle_ >= 0) ::close(handle_);
  if (holding_ >= 0) ::close(holding_);
}

void Draft::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(handle_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) throw_file_error("write", path_, written < 0 ? errno : ENOSPC);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

void Draft::publish(Flush flush) {
  const bool is_now = flush == Flush::now;
  if (is_now && ::fsync(handle_) != 0 && errno != EINVAL && errno != ENOTSUP) throw_file_error("flush", path_, errno);
  holding_ = ::fcntl(handle_, F_DUPFD_CLOEXEC, 0);  // it stays held until it has its name, though closed before
  if (::close(std::exchange(handle_, -1)) != 0) throw_file_error("close", path_, errno);
  if (std::rename(draft_.c_str(), path_.c_str()) != 0) throw_file_error("write", path_, errno);
  is_published_ = true;
  open_.reset();
  if (is_now) flush_folder(folder_of(path_));
}

DraftFolder::DraftFolder(const fs::path& wanted_path) {
  const fs::path wanted = named(wanted_path);
  make_folder(folder_of(wanted));
  clear_drafts(wanted);
  for (int n = 0; n < k_tries && holding_ < 0; ++n) {
    draft_ = folder_of(wanted) / numbered_name(draft_prefix(wanted), n);
    holding_ = made_folder(draft_);
  }
  if (holding_ < 0) throw_file_error("make the folder", wanted, EBUSY);
  open_.emplace(draft_);
}

DraftFolder::~DraftFolder() {
  std::error_code failure;
  fs::remove_all(draft_, failure);
  ::close(holding_);
}

void clear_drafts(const fs::path& path) {
  clear_leftovers(folder_of(path), draft_prefix(named(path)));
}

std::string drafted_name(const std::string& name) {
  const std::size_t mark = name.rfind(k_mark);
  if (!name.starts_with('.') || mark == std::string::npos || mark == 0) return "";
  std::string drafted = name.substr(1, mark - 1);
  return is_numbered_name(name, draft_prefix(drafted)) ? drafted : "";
}

}  // namespace percuta::storage
