#include "percuta/storage/open_drafts.hpp"

#include <algorithm>
#include <mutex>
#include <system_error>
#include <utility>
#include <vector>

namespace percuta::storage {

namespace {

/// What a signal finds when it ends the process: there is one process, and so one list of its drafts.
struct Register {
  std::mutex guard;
  std::vector<std::filesystem::path> open;
};

/// Never taken down: a signal may come while the process ends.
Register& the_register() {
  static auto* all = new Register;
  return *all;
}

}  // namespace

OpenDraft::OpenDraft(std::filesystem::path path) : path_(std::move(path)) {
  Register& all = the_register();
  const std::lock_guard lock(all.guard);
  all.open.push_back(path_);
}

OpenDraft::~OpenDraft() {
  Register& all = the_register();
  const std::lock_guard lock(all.guard);
  const auto mine = std::find(all.open.begin(), all.open.end(), path_);
  if (mine != all.open.end()) all.open.erase(mine);
}

void remove_open_drafts() noexcept {
  Register& all = the_register();
  all.guard.lock();  // and never unlocked
  std::error_code failure;
  for (const std::filesystem::path& path : all.open) {
    // First out of the way of whoever is about to publish it: what gets its name from now on is not the draft.
    std::filesystem::path away = path;
    away += "-gone";
    std::filesystem::rename(path, away, failure);
    if (!failure) std::filesystem::remove_all(away, failure);
  }
}

}  // namespace percuta::storage
