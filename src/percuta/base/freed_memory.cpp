#include "percuta/base/freed_memory.hpp"

#include <cstdlib>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace percuta {

void keep_freed_memory() {
#ifdef __GLIBC__
  constexpr int k_largest = 32 << 20;  // [B] of one piece: fields of a whole site still go back at once
  constexpr int k_most = 256 << 20;    // [B] at the end of what a thread has
  mallopt(M_MMAP_THRESHOLD, k_largest);
  mallopt(M_TRIM_THRESHOLD, k_most);
#endif
}

}  // namespace percuta
