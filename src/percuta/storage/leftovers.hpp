#pragma once

#include <filesystem>
#include <string>

/// What a process makes under a temporary name it holds, by a lock on the file or folder itself, until it ends, however
/// it ends. So what nobody holds was left behind, and the next command that makes the same clears it away.
namespace percuta::storage {

/// Has this process hold an open file or folder; false when another one holds it. Where the file system knows no locks
/// it holds none, and says true.
bool hold(int handle);

/// Whether the path still leads to the open file or folder.
bool leads_to(const std::filesystem::path& path, int handle);

/// Holds a folder that is there as long as it lives.
class FolderHold {
 public:
  explicit FolderHold(const std::filesystem::path& folder);
  FolderHold(const FolderHold&) = delete;
  FolderHold& operator=(const FolderHold&) = delete;
  ~FolderHold();

  /// False when it was not there, or another process has it.
  bool is_held() const { return is_held_; }

 private:
  int handle_ = -1;
  bool is_held_ = false;
};

/// The `n`-th name of this process that begins with `prefix`.
std::string numbered_name(const std::string& prefix, int n);
/// Whether a name is such a one, of whatever process.
bool is_numbered_name(const std::string& name, const std::string& prefix);

/// Removes from a folder all of such a name that no living process holds. What cannot be removed stays.
void clear_leftovers(const std::filesystem::path& folder, const std::string& prefix) noexcept;

}  // namespace percuta::storage
