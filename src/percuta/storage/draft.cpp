#include "percuta/storage/draft.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <string>
#include <utility>

#include "percuta/storage/disk.hpp"

namespace percuta::storage {

namespace {

constexpr const char* k_mark = ".part-";

std::string draft_name(const std::filesystem::path& path) {
  return fmt::format(".{}{}{}", path.filename().string(), k_mark, ::getpid());
}

}  // namespace

Draft::Draft(const std::filesystem::path& path) : path_(path), draft_(folder_of(path) / draft_name(path)) {
  if (!path.has_filename()) throw_file_error("write", path, EISDIR);
  handle_ = ::open(draft_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0666);
  if (handle_ < 0) throw_file_error("write", path_, errno);
}

Draft::~Draft() {
  if (handle_ >= 0) ::close(handle_);
  if (!is_published_) ::unlink(draft_.c_str());
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
  if (::close(std::exchange(handle_, -1)) != 0) throw_file_error("close", path_, errno);
  if (std::rename(draft_.c_str(), path_.c_str()) != 0) throw_file_error("write", path_, errno);
  is_published_ = true;
  if (is_now) flush_folder(folder_of(path_));
}

std::string drafted_name(const std::string& name) {
  const std::size_t mark = name.rfind(k_mark);
  return name.starts_with('.') && mark != std::string::npos && mark > 0 ? name.substr(1, mark - 1) : std::string();
}

}  // namespace percuta::storage
