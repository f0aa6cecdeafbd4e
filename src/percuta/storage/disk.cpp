#include "percuta/storage/disk.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "percuta/base/error.hpp"

namespace percuta::storage {

void throw_file_error(const std::string& action, const std::filesystem::path& path, int system_error) {
  const std::string reason = std::generic_category().message(system_error);
  throw FileError("cannot " + action + " '" + path.string() + "': " + reason);
}

std::filesystem::path named(const std::filesystem::path& path) {
  return path.has_filename() ? path : path.parent_path();
}

std::filesystem::path folder_of(const std::filesystem::path& path) {
  const std::filesystem::path parent = named(path).parent_path();
  return parent.empty() ? std::filesystem::path(".") : parent;
}

void make_folder(const std::filesystem::path& folder) {
  std::error_code failure;
  std::filesystem::create_directories(folder, failure);
  if (failure) throw_file_error("make the folder", folder, failure.value());
  if (!std::filesystem::is_directory(folder, failure)) throw_file_error("make the folder", folder, ENOTDIR);
}

void flush_folder(const std::filesystem::path& folder) {
  const int handle = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (handle < 0) throw_file_error("open the folder", folder, errno);
  const int reason = ::fsync(handle) == 0 ? 0 : errno;
  ::close(handle);
  if (reason != 0 && reason != EINVAL && reason != ENOTSUP) throw_file_error("flush the folder", folder, reason);
}

void remove_folder(const std::filesystem::path& folder) {
  std::error_code failure;
  std::filesystem::remove_all(folder, failure);
  if (failure) throw_file_error("remove the folder", folder, failure.value());
}

}  // namespace percuta::storage
