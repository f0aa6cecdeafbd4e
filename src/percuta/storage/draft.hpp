#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace percuta::storage {

/// Whether a file must be on the disk before the call returns; a reader that checks what it reads can do without.
enum class Flush { now, later };

/// A file under a temporary name in the folder of its own; gone again unless it was published. Throws FileError.
class Draft {
 public:
  explicit Draft(const std::filesystem::path& path);
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;
  ~Draft();

  const std::filesystem::path& path() const { return draft_; }  ///< of the temporary file
  void write(std::string_view bytes);
  /// Moves it to its own name, in the place of an earlier file.
  void publish(Flush flush);

 private:
  std::filesystem::path path_, draft_;
  int handle_ = -1;
  bool is_published_ = false;
};

/// The file that a temporary file stands for, "a.csv" for ".a.csv.part-12"; "" when `name` is no temporary file's.
std::string drafted_name(const std::string& name);

}  // namespace percuta::storage
