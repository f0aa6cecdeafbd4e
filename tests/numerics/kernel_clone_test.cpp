#include "percuta/numerics/kernel_clone.hpp"

#include <doctest/doctest.h>

#include "percuta/base/error.hpp"

using namespace percuta::numerics;

TEST_CASE("[unit] the best clone is one that this processor runs") {
  CHECK(can_run(best_clone()));
  CHECK(clone_by_name("auto") == best_clone());
}

TEST_CASE("[unit] the baseline runs everywhere, and a wider clone only where the narrower one does") {
  CHECK(can_run(KernelClone::baseline));
  CHECK((!can_run(KernelClone::v4) || can_run(KernelClone::v3)));
}

TEST_CASE("[unit] a clone is found by its word or refused in words") {
  for (const KernelClone clone : {KernelClone::baseline, KernelClone::v3, KernelClone::v4}) {
    if (can_run(clone)) {
      CHECK(clone_by_name(to_word(clone)) == clone);
    } else {
      CHECK_THROWS_AS(clone_by_name(to_word(clone)), percuta::InputError);
    }
  }
  CHECK_THROWS_AS(clone_by_name("v5"), percuta::InputError);
}
