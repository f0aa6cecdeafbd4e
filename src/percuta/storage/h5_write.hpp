#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

/// HDF5 files as trees of arrays of doubles, with attributes; H5Read reads them. One caller at a time. All throw
/// FileError with HDF5's reason. The path of an object begins with "/"; sizes are in the order of C, the last runs
/// fastest.
namespace percuta::storage {

using H5Id = std::int64_t;  ///< HDF5's hid_t; its header stays out of ours

/// Something of HDF5's that is open, with what closes it.
class H5Handle {
 public:
  using Close = int (*)(H5Id);

  H5Handle() = default;
  H5Handle(H5Id id, Close closer) : id_(id), close_(closer) {}
  H5Handle(H5Handle&& other) noexcept : id_(std::exchange(other.id_, -1)), close_(other.close_) {}
  H5Handle& operator=(H5Handle&& other) noexcept {
    std::swap(id_, other.id_);
    std::swap(close_, other.close_);
    return *this;
  }
  ~H5Handle() { close(); }

  H5Id id() const { return id_; }
  bool close() { return id_ < 0 || close_(std::exchange(id_, -1)) >= 0; }  ///< whether it went well

 private:
  H5Id id_ = -1;
  Close close_ = nullptr;
};

class H5Printing;

/// Holds back HDF5's own printing of what goes wrong, until the last of all silences ends, in whatever order.
class H5Silence {
 public:
  H5Silence();

 private:
  std::shared_ptr<H5Printing> held_back_;
};

/// A file being made, in memory: HDF5 1.10 cannot let go of a file on a full disk, and ends the program. Equal content
/// gives equal bytes: no object carries a time.
class H5Write {
 public:
  /// Errors call it `shown`.
  explicit H5Write(const std::filesystem::path& shown);

  void group(const std::string& path);
  void text(const std::string& path, const std::string& name, const std::string& value);
  void whole(const std::string& path, const std::string& name, std::int64_t value);
  void number(const std::string& path, const std::string& name, double value);
  void numbers(const std::string& path, const std::vector<double>& values);
  /// An array, packed (shuffle, deflate) block by block: fill(n, values) gives the n-th block of the last two sizes.
  void slabs(const std::string& path, const std::vector<std::size_t>& shape,
             const std::function<void(std::size_t, double*)>& fill);
  /// The bytes of the file; the last call.
  std::string finish();

 private:
  std::filesystem::path shown_;
  H5Silence silence_;
  H5Handle file_;
};

}  // namespace percuta::storage
