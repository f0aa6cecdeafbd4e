#include "percuta/numerics/kernel_clone.hpp"

#include "percuta/base/error.hpp"

namespace percuta::numerics {

bool can_run(KernelClone clone) {
  switch (clone) {
    case KernelClone::baseline:
      return true;
    case KernelClone::v3:
      return __builtin_cpu_supports("x86-64-v3") != 0;
    case KernelClone::v4:
      return __builtin_cpu_supports("x86-64-v4") != 0;
  }
  return false;
}

KernelClone best_clone() {
  if (can_run(KernelClone::v4)) return KernelClone::v4;
  if (can_run(KernelClone::v3)) return KernelClone::v3;
  return KernelClone::baseline;
}

KernelClone clone_by_name(std::string_view name) {
  if (name == "auto") return best_clone();
  for (const KernelClone clone : {KernelClone::baseline, KernelClone::v3, KernelClone::v4}) {
    if (name != to_word(clone)) continue;
    if (can_run(clone)) return clone;
    throw InputError("this processor cannot run the kernel clone '" + std::string(name) + "'",
                     "'auto' takes the widest it can run");
  }
  throw InputError("'" + std::string(name) + "' is not a kernel clone", "one of: auto, baseline, v3, v4");
}

std::string to_word(KernelClone clone) {
  switch (clone) {
    case KernelClone::baseline:
      return "baseline";
    case KernelClone::v3:
      return "v3";
    case KernelClone::v4:
      return "v4";
  }
  return "baseline";
}

}  // namespace percuta::numerics
