#pragma once

#include <filesystem>
#include <map>
#include <mutex>

/// What has been read from files that stay as they are while a program runs.
namespace percuta {

/// By path; may be shared between threads.
template <class Content>
class ReadOnce {
 public:
  /// The content at `path`: from `read` the first time, as it was then later. A `read` that throws leaves nothing. The
  /// reference holds as long as this object.
  template <class Read>
  const Content& at(const std::filesystem::path& path, Read read) {
    const std::lock_guard lock(mutex_);
    const auto found = contents_.find(path);
    if (found != contents_.end()) return found->second;
    return contents_.emplace(path, read(path)).first->second;
  }

 private:
  std::mutex mutex_;
  std::map<std::filesystem::path, Content> contents_;
};

}  // namespace percuta
