#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "percuta/storage/folder_lock.hpp"
#include "percuta/storage/publish_folder.hpp"

namespace percuta::storage {

/// Where a folder is made before it is whole, beside its place: checkpoint and files. One process at a time has it.
struct WorkFolder {
  std::filesystem::path out;      ///< The wanted folder.
  std::filesystem::path root;     ///< "<out>.part".
  std::filesystem::path members;  ///< Holds what is kept for `resume`.
  std::filesystem::path made;     ///< The wanted folder in the making.
  bool resume = false;            ///< Whether `members` of an earlier try stays.
  Refusal refuse;
  FolderLock lock;
};

/// Prepares the work folder. Without `resume` an earlier one is cleared away. What stands at `out` is shown to
/// `refuse`, now and again when it is replaced. Throws FileError, also when another process writes there.
WorkFolder prepare_work(const std::filesystem::path& out, bool resume, const Refusal& refuse);

/// What a stopped process says: `stopped`, and how to go on where whole members lie in the folder.
std::string stopped_words(const WorkFolder& work, const std::string& stopped);

/// Lets `fill` write the finished folder `work.made`, puts it in the place of `work.out` and clears the work away. What
/// `fill` throws goes on. An InputError and a SolverError are of the study itself, and its work is given up. Whatever
/// else it is - Ctrl-C, a full disk, too little memory - members that are whole stay for `resume`, and the error says
/// so (std::bad_alloc then as a FileError).
void publish_work(const WorkFolder& work, const std::function<void()>& fill);

}  // namespace percuta::storage
