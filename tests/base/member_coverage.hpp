#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "percuta/base/parameters.hpp"

/// Proves that `describe` lists every member of a struct: the bytes of the visited members must fill it.
namespace percuta::tests {

/// Bytes [begin, end) of the struct.
struct Span {
  std::ptrdiff_t begin = 0, end = 0;
};

/// Remembers which bytes of `base` were visited. What is inside lists is not walked: the list's own bytes are the
/// struct's.
class MemberRecorder final : public Visitor {
 public:
  MemberRecorder(const void* base, std::size_t size) : base_(static_cast<const std::byte*>(base)), size_(size) {}

  void quantity(const Spec&, Quantity& member) override { add(member); }
  void quantities(const Spec&, std::vector<Quantity>& member) override { add(member); }
  void count(const Spec&, std::int64_t& member) override { add(member); }
  void word(const Spec&, std::string& member) override { add(member); }
  void words(const Spec&, std::vector<std::string>& member) override { add(member); }
  void flag(const Spec&, bool& member) override { add(member); }
  void points(const Spec&, std::vector<std::vector<double>>& member) override { add(member); }
  void table(const Spec&, const std::function<void(Visitor&)>& walk) override { walk(*this); }
  /// The vector itself is out of sight here, so its 24 bytes are booked by `list_bytes`.
  void tables(const Spec&, std::size_t, const std::function<void(std::size_t)>&,
              const std::function<void(std::size_t, Visitor&)>&) override {
    list_bytes_ += static_cast<std::ptrdiff_t>(sizeof(std::vector<int>));
  }

  /// Bytes in gaps of a word or more that no visited member fills, less the lists of tables.
  std::ptrdiff_t unvisited_bytes() {
    std::sort(spans_.begin(), spans_.end(), [](const Span& a, const Span& b) { return a.begin < b.begin; });
    std::ptrdiff_t end = 0, missing = 0;
    const auto gap_to = [&](std::ptrdiff_t begin) {
      const std::ptrdiff_t word = alignof(std::int64_t);
      if (begin - end >= word) missing += (begin - end) / word * word;
    };
    for (const Span& span : spans_) {
      gap_to(span.begin);
      end = std::max(end, span.end);
    }
    gap_to(static_cast<std::ptrdiff_t>(size_));
    return missing - list_bytes_;
  }

 private:
  template <class Member>
  void add(const Member& member) {
    const std::ptrdiff_t begin = reinterpret_cast<const std::byte*>(&member) - base_;
    spans_.push_back({begin, begin + static_cast<std::ptrdiff_t>(sizeof(Member))});
  }

  const std::byte* base_;
  std::size_t size_;
  std::ptrdiff_t list_bytes_ = 0;
  std::vector<Span> spans_;
};

/// True when `describe(object, visitor)` visits every member of `object` (gaps shorter than 8 bytes are padding).
/// Use as CHECK(check_all_members_visited(object)); `no_parameters` are the bytes of members that are none.
template <class Struct>
bool check_all_members_visited(Struct& object, std::size_t no_parameters = 0) {
  MemberRecorder recorder(&object, sizeof(Struct));
  describe(object, recorder);
  return recorder.unvisited_bytes() == static_cast<std::ptrdiff_t>(no_parameters);
}

}  // namespace percuta::tests
