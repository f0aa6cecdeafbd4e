#pragma once

#include <string>
#include <string_view>

namespace percuta::numerics {

/// The builds of a hot kernel: x86-64 baseline (SSE2), v3 (AVX2), v4 (AVX-512). All give the same bits.
enum class KernelClone { baseline, v3, v4 };

/// The widest clone this processor runs.
KernelClone best_clone();
bool can_run(KernelClone clone);
/// "auto" (the best), "baseline", "v3" or "v4". InputError on another word or on a clone this processor lacks.
KernelClone clone_by_name(std::string_view name);
std::string to_word(KernelClone clone);

}  // namespace percuta::numerics
