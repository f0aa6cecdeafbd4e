#include "run_folder.hpp"

#include <fmt/format.h>

#include "percuta/report/folder/folder.hpp"
#include "percuta/storage/disk.hpp"
#include "percuta/storage/publish_folder.hpp"

namespace percuta::apps {

namespace fs = std::filesystem;

namespace {

/// Only a folder that holds nothing but our own work may be cleared.
bool is_work_folder(const fs::path& root) {
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(root, error)) {
    const std::string name = entry.path().filename().string();
    if (name != "members" && name != "run" && name != FolderLock::k_name) return false;
  }
  return !error;
}

void refuse_foreign(const fs::path& out) {
  std::error_code error;
  const bool stands = fs::exists(fs::symlink_status(out, error));
  if (!stands || (fs::is_directory(out, error) && fs::is_empty(out, error))) return;
  if (report::is_run_folder(out)) {
    const fs::path foreign = report::foreign_in_run_folder(out);
    if (foreign.empty()) return;
    throw FileError(
        fmt::format("'{}' also holds '{}', which is not Percuta's and would be lost: choose another folder with -o",
                    out.string(), foreign.string()));
  }
  throw FileError(
      fmt::format("'{}' is there and is not a run folder of Percuta's; it will not be replaced: choose another with -o",
                  out.string()));
}

/// The lock goes last: the next run may have made the folder its own from then on.
void remove_root(const fs::path& root) noexcept {
  std::error_code error;
  fs::remove(root / FolderLock::k_name, error);
  fs::remove(root, error);
}

}  // namespace

WorkFolder prepare_work(const fs::path& out, bool resume) {
  refuse_foreign(out);
  WorkFolder work;
  work.root = storage::named(out);
  work.root += ".part";
  work.members = work.root / "members";
  work.made = work.root / "run";
  std::error_code error;
  if (fs::exists(fs::symlink_status(work.root, error)) && !is_work_folder(work.root)) {
    throw FileError(
        fmt::format("'{}' is there and is not Percuta's; it will not be cleared: choose another folder with -o",
                    work.root.string()));
  }
  work.lock = FolderLock(work.root);
  storage::remove_folder(work.made);
  if (!resume) storage::remove_folder(work.members);
  return work;
}

void finish_work(const WorkFolder& work) {
  storage::remove_folder(work.made);
  storage::remove_folder(work.members);
  remove_root(work.root);
}

void abandon_work(const WorkFolder& work, bool resume) noexcept {
  std::error_code error;
  fs::remove_all(work.made, error);
  if (resume) return;
  fs::remove_all(work.members, error);
  remove_root(work.root);
}

void publish_work(const WorkFolder& work, const fs::path& out, bool resume, const std::function<void()>& fill) {
  try {
    fill();
    report::publish_run_folder(work.made, out);
  } catch (const Interrupted&) {
    throw;
  } catch (...) {
    abandon_work(work, resume);
    throw;
  }
  finish_work(work);
}

}  // namespace percuta::apps
