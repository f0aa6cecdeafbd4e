#include "percuta/storage/work_folder.hpp"

#include <fmt/format.h>

#include <new>
#include <string>

#include "percuta/base/error.hpp"
#include "percuta/storage/checkpoint.hpp"
#include "percuta/storage/disk.hpp"

namespace percuta::storage {

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

/// The lock goes last: the next run may have made the folder its own from then on.
void remove_root(const fs::path& root) noexcept {
  std::error_code error;
  fs::remove(root / FolderLock::k_name, error);
  fs::remove(root, error);
}

void finish_work(const WorkFolder& work) {
  remove_folder(work.made);
  remove_folder(work.members);
  remove_root(work.root);
}

/// Clears away what failed; with `resume` the finished members stay.
void abandon_work(const WorkFolder& work) noexcept {
  std::error_code error;
  fs::remove_all(work.made, error);
  if (work.resume) return;
  fs::remove_all(work.members, error);
  remove_root(work.root);
}

/// Clears away all but the finished members, so that there is room again; how to go on with them, "" when there are
/// none.
std::string keep_members(const WorkFolder& work) {
  if (!holds_members(work.members)) {
    abandon_work(work);
    return "";
  }
  std::error_code error;
  fs::remove_all(work.made, error);
  return fmt::format("what is computed so far is kept in '{}'", work.root.string());
}

/// `what` went wrong, and how to go on.
std::string kept_on_failure(const WorkFolder& work, const std::string& what) {
  const std::string kept = keep_members(work);
  return kept.empty() ? what
                      : fmt::format("{}\n  hint: {}; once that is mended, `--resume` goes on with it", what, kept);
}

}  // namespace

WorkFolder prepare_work(const fs::path& out, bool resume, const Refusal& refuse) {
  std::error_code error;
  if (fs::exists(fs::symlink_status(out, error))) refuse(out);
  WorkFolder work;
  work.out = out;
  work.resume = resume;
  work.refuse = refuse;
  work.root = named(out);
  work.root += ".part";
  work.members = work.root / "members";
  work.made = work.root / "run";
  if (fs::exists(fs::symlink_status(work.root, error)) && !is_work_folder(work.root)) {
    throw FileError(
        fmt::format("'{}' is there and is not Percuta's; it will not be cleared: choose another folder with -o",
                    work.root.string()));
  }
  work.lock = FolderLock(work.root);
  remove_folder(work.made);
  if (!resume) remove_folder(work.members);
  return work;
}

std::string stopped_words(const WorkFolder& work, const std::string& stopped) {
  return holds_members(work.members) ? stopped + "; `--resume` continues where it was" : stopped;
}

void publish_work(const WorkFolder& work, const std::function<void()>& fill) {
  try {
    fill();
    publish_folder(work.made, work.out, work.refuse);
  } catch (const InputError&) {  // of the study itself: its members are of no use
    abandon_work(work);
    throw;
  } catch (const SolverError&) {
    abandon_work(work);
    throw;
  } catch (const Interrupted& error) {
    if (keep_members(work).empty()) throw;
    throw Interrupted(stopped_words(work, error.what()));
  } catch (const FileError& error) {
    throw FileError(kept_on_failure(work, error.what()));
  } catch (const std::bad_alloc&) {
    const std::string kept = kept_on_failure(work, "");
    if (kept.empty()) throw;
    throw FileError("not enough memory: fewer --threads need less" + kept);
  } catch (...) {
    keep_members(work);
    throw;
  }
  finish_work(work);
}

}  // namespace percuta::storage
