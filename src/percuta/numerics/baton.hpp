#pragma once

#ifdef __SANITIZE_THREAD__
#include <sanitizer/tsan_interface.h>
#endif

namespace percuta::numerics {

/// OpenMP's barriers order what its threads do, but a thread sanitizer does not see them: who gives the baton says to
/// it that all so far comes before what follows where it is taken. Nothing at all in other builds.
class Baton {
 public:
#ifdef __SANITIZE_THREAD__
  void give() { __tsan_release(this); }
  void take() { __tsan_acquire(this); }
#else
  void give() {}
  void take() {}
#endif
};

}  // namespace percuta::numerics
