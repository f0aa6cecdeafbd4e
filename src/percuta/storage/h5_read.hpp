#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "percuta/storage/h5_tree.hpp"

namespace percuta::storage {

/// A file of H5Write's, read without HDF5 (h5_tree.hpp says why) and into memory as it stands. Nothing in it is
/// believed: whatever is not as it was written is a FileError, before memory for it is asked for. The path of an object
/// begins with "/"; sizes are in the order of C.
class H5Read {
 public:
  /// `before` bytes of another kind stand before it.
  explicit H5Read(const std::filesystem::path& file, std::size_t before = 0);
  /// The same from the bytes of a file; errors call it `shown`.
  H5Read(std::string bytes, const std::filesystem::path& shown, std::size_t before = 0);
  H5Read(const H5Read&) = delete;
  H5Read& operator=(const H5Read&) = delete;

  bool has(const std::string& path) const;
  std::vector<std::string> names(const std::string& path) const;  ///< of what a group holds, sorted
  std::string text(const std::string& path, const std::string& name) const;
  std::int64_t whole(const std::string& path, const std::string& name) const;
  double number(const std::string& path, const std::string& name) const;
  std::vector<double> numbers(const std::string& path) const;
  std::vector<std::size_t> shape(const std::string& path) const;
  /// take(n, values) gets each block of the last two sizes in turn.
  void slabs(const std::string& path, const std::function<void(std::size_t, const double*)>& take) const;
  /// Throws FileError: the file and what is wrong with what stands in it.
  [[noreturn]] void refuse(const std::string& what) const { bytes_.refuse(what); }

 private:
  const H5Object* find(const std::string& path) const;
  const H5Object& at(const std::string& path) const;
  const H5Array& array_at(const std::string& path) const;
  std::string_view value(const std::string& path, const std::string& name, H5Kind kind) const;

  std::filesystem::path shown_;
  std::string held_;
  H5Bytes bytes_;
  H5Object root_;
};

}  // namespace percuta::storage
