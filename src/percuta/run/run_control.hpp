#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "percuta/base/stage_times.hpp"
#include "percuta/course/course.hpp"
#include "percuta/healing/healing.hpp"
#include "percuta/numerics/kernel_clone.hpp"

namespace percuta::run {

/// How a run talks to its caller. All calls come from one thread at a time.
struct RunControl {
  int threads = 0;
  numerics::KernelClone clone = numerics::KernelClone::baseline;
  bool with_chance = true;  ///< false: without the median run's evenness against chance, where only results are wanted
  StageTimes* times = nullptr;              ///< told where the time goes; may be nullptr
  const std::atomic<bool>* stop = nullptr;  ///< set: finish the members begun, throw Interrupted
  std::function<void(std::uint32_t done, std::uint32_t all)> progress;  ///< may be empty
  /// A member's numbers computed before, all that a resumed run needs of it; may be empty.
  std::function<bool(std::uint32_t member, std::vector<double>& numbers)> recall;
  /// Called once per new member; may be empty.
  std::function<void(std::uint32_t member, const std::vector<double>& numbers)> keep;

  /// Where the median person's patch was when it was stopped; may be empty.
  std::function<std::optional<transport::PatchKept>()> recall_patch;
  /// Whether it is time to keep it, and keeps it; may both be empty.
  std::function<bool()> is_patch_due;
  std::function<void(const transport::PatchKept&)> keep_patch;

  healing::SharedReferences* references = nullptr;  ///< of many studies that share members; may be nullptr

  std::string when_stopped = "stopped";  ///< what Interrupted says; who keeps members adds how to go on

  bool is_stopped() const { return stop != nullptr && stop->load(); }
};

}  // namespace percuta::run
