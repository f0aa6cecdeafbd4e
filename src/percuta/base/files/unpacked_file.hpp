#pragma once

#include <zlib.h>

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

/// Text files, plain or gzip-compressed, read piece by piece.
namespace percuta {

class UnpackedFile {
 public:
  /// Throws InputError for a folder, a pipe or a device, FileError when it cannot be opened.
  explicit UnpackedFile(const std::filesystem::path& path);

  /// The next piece, empty at the end; it stands until the next call. Throws FileError when it cannot be read.
  std::string_view piece();
  /// The next line without its end, nullopt behind the last; it stands until the next call. Throws FileError, and
  /// InputError for a line longer than `longest` bytes.
  std::optional<std::string_view> line(std::size_t longest);

 private:
  std::filesystem::path path_;
  std::unique_ptr<gzFile_s, int (*)(gzFile)> file_;
  std::string block_;
  std::string_view left_;  ///< of the block, not yet given
  std::string line_;       ///< one that runs over the end of a block
};

}  // namespace percuta
