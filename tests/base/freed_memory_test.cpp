#include "percuta/base/freed_memory.hpp"

#include <doctest/doctest.h>
#include <sys/resource.h>

#include <vector>

using namespace percuta;

namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr bool k_is_system_allocator = false;  // a sanitizer holds back what was freed
#else
constexpr bool k_is_system_allocator = true;
#endif

}  // namespace

TEST_CASE("[unit] what was freed is used again without asking the system for its pages" *
          doctest::skip(!k_is_system_allocator)) {
  constexpr std::size_t k_bytes = 8 << 20, k_page = 4096;
  const auto faults_of = [] {
    rusage before{}, after{};
    getrusage(RUSAGE_SELF, &before);
    const std::vector<char> piece(k_bytes, 1);
    CHECK(piece.back() == 1);
    getrusage(RUSAGE_SELF, &after);
    return after.ru_minflt - before.ru_minflt;
  };
  keep_freed_memory();
  faults_of();
  CHECK(faults_of() < static_cast<long>(k_bytes / k_page / 10));
}
