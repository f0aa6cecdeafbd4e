#pragma once

#include <filesystem>

namespace percuta::storage {

/// Keeps a folder for one process until it ends, however it ends. Where the file system knows no locks it holds none.
class FolderLock {
 public:
  static constexpr const char* k_name = "lock";  ///< of its file in the folder

  FolderLock() = default;
  /// Makes the folder when it is absent. Throws FileError, also when another process holds it.
  explicit FolderLock(const std::filesystem::path& folder);
  ~FolderLock();
  FolderLock(FolderLock&& other) noexcept;
  FolderLock& operator=(FolderLock&& other) noexcept;

 private:
  int handle_ = -1;
};

}  // namespace percuta::storage
