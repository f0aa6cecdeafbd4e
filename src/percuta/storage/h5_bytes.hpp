#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace percuta::storage {

/// The bytes of an HDF5 file, of which nothing is believed: each may be taken once, and only where the file has it.
class H5Bytes {
 public:
  /// `bytes` must outlive it; errors call it `shown`.
  H5Bytes(std::string_view bytes, const std::filesystem::path& shown) : bytes_(bytes), shown_(shown) {}

  std::size_t size() const { return bytes_.size(); }
  /// So many bytes at an address. Throws FileError when the file ends before them, or when some were taken already: two
  /// things at one place are no file of ours, and without that a small file could hold any amount.
  std::string_view take(std::uint64_t address, std::uint64_t size);
  /// Throws FileError: the file and what is wrong with it.
  [[noreturn]] void refuse(const std::string& what) const;

 private:
  std::string_view bytes_;
  const std::filesystem::path& shown_;
  std::map<std::uint64_t, std::uint64_t> taken_;  ///< beginnings and ends
};

/// Part of a file, read from its beginning on. Throws FileError when it ends too early.
class H5Part {
 public:
  H5Part(std::string_view part, const H5Bytes& file) : rest_(part), file_(file) {}

  std::string_view take(std::uint64_t size);
  std::uint64_t whole(std::size_t size);  ///< of so many bytes, the least first
  /// The next bytes must be these; `what` they are, for the error.
  void expect(std::string_view bytes, const char* what);
  std::size_t left() const { return rest_.size(); }

 private:
  std::string_view rest_;
  const H5Bytes& file_;
};

}  // namespace percuta::storage
