#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "percuta/storage/open_drafts.hpp"

namespace percuta::storage {

/// Whether a file must be on the disk before the call returns; a reader that checks what it reads can do without.
enum class Flush { now, later };

/// Whether drafts of the same file that a killed process left behind go first. They may stay where the whole folder
/// goes in the end: looking for them takes a while where it holds very many files.
enum class EarlierDrafts { go, stay };

/// A file under a temporary name in the folder of its own, which no other process touches; gone again unless it was
/// published. Throws FileError.
class Draft {
 public:
  explicit Draft(const std::filesystem::path& path, EarlierDrafts earlier = EarlierDrafts::go);
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;
  ~Draft();

  const std::filesystem::path& path() const { return draft_; }  ///< of the temporary file
  void write(std::string_view bytes);
  /// Moves it to its own name, in the place of an earlier file.
  void publish(Flush flush);

 private:
  std::filesystem::path path_, draft_;
  std::optional<OpenDraft> open_;  ///< from when the name is ours until it is given up
  int handle_ = -1, holding_ = -1;
  bool is_published_ = false;
};

/// A folder in the making: the same for all that it will hold. It is published with publish_folder.
class DraftFolder {
 public:
  /// Makes it beside `wanted`, and the folders above it.
  explicit DraftFolder(const std::filesystem::path& wanted);
  DraftFolder(const DraftFolder&) = delete;
  DraftFolder& operator=(const DraftFolder&) = delete;
  ~DraftFolder();

  const std::filesystem::path& path() const { return draft_; }

 private:
  std::filesystem::path draft_;
  std::optional<OpenDraft> open_;
  int holding_ = -1;
};

/// Removes the drafts of a file or folder that a killed process left behind.
void clear_drafts(const std::filesystem::path& path);

/// The file that a temporary file stands for, "a.csv" for ".a.csv.part-12"; "" when `name` is no temporary file's.
std::string drafted_name(const std::string& name);

}  // namespace percuta::storage
