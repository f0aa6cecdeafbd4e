#pragma once

#include <sys/mman.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <new>
#include <utility>

#include "percuta/numerics/fields/layout.hpp"

namespace percuta::numerics {

/// Values of every cell of a layout with its padding and ghost slabs, all zero at first, aligned for the widest
/// vectors.
template <typename T>
class PaddedArray {
 public:
  PaddedArray() = default;
  explicit PaddedArray(const Layout& layout)
      : first_(layout.first()), size_(layout.storage()), values_(allocate(layout.storage())) {
    std::fill_n(values_.get(), size_, T{});
  }
  PaddedArray(const PaddedArray& other)
      : first_(other.first_), size_(other.size_), values_(other.size_ > 0 ? allocate(other.size_) : nullptr) {
    std::copy_n(other.values_.get(), size_, values_.get());
  }
  PaddedArray(PaddedArray&& other) noexcept
      : first_(std::exchange(other.first_, 0)),
        size_(std::exchange(other.size_, 0)),
        values_(std::move(other.values_)) {}
  PaddedArray& operator=(PaddedArray other) noexcept {
    std::swap(first_, other.first_);
    std::swap(size_, other.size_);
    std::swap(values_, other.values_);
    return *this;
  }
  ~PaddedArray() = default;

  T* cells() { return values_.get() + first_; }  ///< cell (0, 0, 0)
  const T* cells() const { return values_.get() + first_; }
  T* begin() { return values_.get(); }
  T* end() { return values_.get() + size_; }
  const T* begin() const { return values_.get(); }
  const T* end() const { return values_.get() + size_; }
  std::size_t bytes() const { return static_cast<std::size_t>(size_) * sizeof(T); }
  bool empty() const { return size_ == 0; }

 private:
  struct Free {
    void operator()(T* values) const { std::free(values); }
  };
  static constexpr std::size_t k_line = 64, k_page = 2 << 20;  // a cache line and a large page [bytes]

  static std::unique_ptr<T, Free> allocate(Index n) {
    const std::size_t bytes = static_cast<std::size_t>(n) * sizeof(T);
    const std::size_t alignment = bytes >= 2 * k_page ? k_page : k_line;
    const std::size_t whole = (bytes + alignment - 1) / alignment * alignment;
    void* values = std::aligned_alloc(alignment, whole);
    if (values == nullptr) throw std::bad_alloc();
    if (alignment == k_page) madvise(values, whole, MADV_HUGEPAGE);  // only a hint: fewer address look-ups
    return std::unique_ptr<T, Free>(static_cast<T*>(values));
  }

  Index first_ = 0, size_ = 0;
  std::unique_ptr<T, Free> values_;
};

}  // namespace percuta::numerics
