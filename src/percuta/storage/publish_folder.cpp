#include "percuta/storage/publish_folder.hpp"

#include <fcntl.h>
#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <string>
#include <system_error>

#include "percuta/base/error.hpp"
#include "percuta/storage/disk.hpp"
#include "percuta/storage/leftovers.hpp"

namespace percuta::storage {

namespace {

namespace fs = std::filesystem;

void move_folder(const fs::path& from, const fs::path& to) {
  if (std::rename(from.c_str(), to.c_str()) != 0) throw_file_error("move the finished folder to", to, errno);
}

/// The hidden name beside `wanted` under which a replaced folder waits to be deleted.
std::string aside_prefix(const fs::path& wanted) {
  return fmt::format(".{}.percuta-old-", wanted.filename().string());
}

/// Moves `made` to where nothing stands; false where something does, also where it came just now.
bool move_to_free(const fs::path& made, const fs::path& wanted) {
  if (::renameat2(AT_FDCWD, made.c_str(), AT_FDCWD, wanted.c_str(), RENAME_NOREPLACE) == 0) return true;
  if (errno == EEXIST || errno == ENOTEMPTY) return false;
  if (errno != ENOSYS && errno != EINVAL) throw_file_error("move the finished folder to", wanted, errno);
  std::error_code failure;
  if (fs::symlink_status(wanted, failure).type() != fs::file_type::not_found) return false;
  if (std::rename(made.c_str(), wanted.c_str()) == 0) return true;
  if (errno != EEXIST && errno != ENOTEMPTY) throw_file_error("move the finished folder to", wanted, errno);
  return false;
}

/// Swaps both in one step where the file system can, in two where it cannot; the old one ends at `aside`. False where
/// another process took away what stood there, or put its own in the gap: `made` is then where it was.
bool exchange(const fs::path& made, const fs::path& wanted, const fs::path& aside) {
  if (::renameat2(AT_FDCWD, made.c_str(), AT_FDCWD, wanted.c_str(), RENAME_EXCHANGE) == 0) {
    move_folder(made, aside);
    return true;
  }
  if (errno == ENOENT) return false;
  if (errno != ENOSYS && errno != EINVAL) throw_file_error("replace", wanted, errno);
  if (std::rename(wanted.c_str(), aside.c_str()) != 0) {
    if (errno == ENOENT) return false;
    throw_file_error("replace", wanted, errno);
  }
  try {
    if (move_to_free(made, wanted)) return true;
  } catch (const FileError&) {
    std::error_code failure;
    fs::rename(aside, wanted, failure);
    throw;
  }
  remove_folder(aside);
  return false;
}

}  // namespace

void publish_folder(const fs::path& made_path, const fs::path& wanted_path, const Refusal& refuse) {
  const fs::path made = named(made_path);
  const fs::path wanted = named(wanted_path);
  std::error_code failure;
  if (!fs::is_directory(made, failure)) throw_file_error("publish", made, ENOENT);
  make_folder(folder_of(wanted));
  clear_leftovers(folder_of(wanted), aside_prefix(wanted));  // of a run killed between exchange and deletion
  flush_folder(made);
  while (!move_to_free(made, wanted)) {  // other processes may publish there at the same time: the last one stays
    refuse(wanted);
    const fs::path aside = folder_of(wanted) / numbered_name(aside_prefix(wanted), 0);
    const FolderHold held(wanted);  // so that nobody else clears it away while it stands aside
    if (!exchange(made, wanted, aside)) continue;
    remove_folder(aside);
    break;
  }
  flush_folder(folder_of(wanted));
  if (folder_of(made) != folder_of(wanted)) flush_folder(folder_of(made));
}

}  // namespace percuta::storage
