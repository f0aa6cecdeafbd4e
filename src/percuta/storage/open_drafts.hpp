#pragma once

#include <filesystem>

/// Which drafts, files or folders under a temporary name, this process has not published yet.
namespace percuta::storage {

/// Names one while it is alive.
class OpenDraft {
 public:
  explicit OpenDraft(std::filesystem::path path);
  OpenDraft(const OpenDraft&) = delete;
  OpenDraft& operator=(const OpenDraft&) = delete;
  ~OpenDraft();

 private:
  std::filesystem::path path_;
};

/// Removes all that are open, for a process that ends in the midst of its work. From then on nothing is opened or
/// closed: who tries waits for the end.
void remove_open_drafts() noexcept;

}  // namespace percuta::storage
