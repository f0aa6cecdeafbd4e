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

/// Swaps both in one step where the file system can, in two where it cannot; the old one ends at `aside`.
void exchange(const fs::path& made, const fs::path& wanted, const fs::path& aside) {
  if (::renameat2(AT_FDCWD, made.c_str(), AT_FDCWD, wanted.c_str(), RENAME_EXCHANGE) == 0) {
    move_folder(made, aside);
    return;
  }
  if (errno != ENOSYS && errno != EINVAL) throw_file_error("replace", wanted, errno);
  move_folder(wanted, aside);
  try {
    move_folder(made, wanted);
  } catch (const FileError&) {
    std::error_code failure;
    fs::rename(aside, wanted, failure);
    throw;
  }
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
  if (fs::symlink_status(wanted, failure).type() == fs::file_type::not_found) {
    move_folder(made, wanted);
  } else {
    refuse(wanted);
    const fs::path aside = folder_of(wanted) / numbered_name(aside_prefix(wanted), 0);
    const FolderHold held(wanted);  // so that nobody else clears it away while it stands aside
    exchange(made, wanted, aside);
    remove_folder(aside);
  }
  flush_folder(folder_of(wanted));
  if (folder_of(made) != folder_of(wanted)) flush_folder(folder_of(made));
}

}  // namespace percuta::storage
