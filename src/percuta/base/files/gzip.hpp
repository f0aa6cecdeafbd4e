#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace percuta {

/// `bytes` as a gzip file without name, time or system, so that equal bytes give equal files. Throws std::bad_alloc.
std::string gzipped(std::string_view bytes);

/// The same, for bytes that need not stand in memory at once: in whatever pieces they come, the file is the same.
class GzipFile {
 public:
  GzipFile();  ///< Throws std::bad_alloc.
  ~GzipFile();
  GzipFile(const GzipFile&) = delete;
  GzipFile& operator=(const GzipFile&) = delete;

  void add(std::string_view bytes);
  /// The whole file; nothing may be added behind it.
  std::string take();

 private:
  class Deflater;
  std::unique_ptr<Deflater> deflater_;
  std::string file_;
};

}  // namespace percuta
