#pragma once

#include <filesystem>
#include <functional>

#include "folder_lock.hpp"

namespace percuta::apps {

/// Where a run works before it is whole: checkpoint and files, beside the wanted folder. One run at a time has it.
struct WorkFolder {
  std::filesystem::path root;     ///< "<out>.part"
  std::filesystem::path members;  ///< finished members
  std::filesystem::path made;     ///< the run folder in the making
  FolderLock lock;
};

/// Prepares the work folder. Without `resume` an earlier one is cleared away. Throws FileError, also when `out` holds
/// something that is not an earlier run, or another run is writing to it.
WorkFolder prepare_work(const std::filesystem::path& out, bool resume);

/// Lets `fill` write the finished folder `work.made`, puts it in the place of `out` and clears the work away. What
/// `fill` throws goes on: an interrupted run keeps its work for `resume`, a failed one gives it up.
void publish_work(const WorkFolder& work, const std::filesystem::path& out, bool resume,
                  const std::function<void()>& fill);

/// Clears away the work folder of a run that is published. Throws FileError.
void finish_work(const WorkFolder& work);

/// Clears away what a failed run began; with `resume` the finished members stay. Never throws.
void abandon_work(const WorkFolder& work, bool resume) noexcept;

}  // namespace percuta::apps
