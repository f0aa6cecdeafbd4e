#include "percuta/base/stage_times.hpp"

#include <time.h>

#include <algorithm>

namespace percuta {
namespace {

double seconds_of(StageTimer::Of of) {
  timespec spent{};
  clock_gettime(of == StageTimer::Of::thread ? CLOCK_THREAD_CPUTIME_ID : CLOCK_PROCESS_CPUTIME_ID, &spent);
  return static_cast<double>(spent.tv_sec) + 1e-9 * static_cast<double>(spent.tv_nsec);
}

}  // namespace

double process_seconds() {
  return seconds_of(StageTimer::Of::process);
}

void StageTimes::add(std::string_view name, double seconds) {
  const std::lock_guard lock(mutex_);
  const auto found = std::find_if(stages_.begin(), stages_.end(), [&](const Stage& one) { return one.name == name; });
  if (found == stages_.end()) {
    stages_.push_back({std::string(name), seconds});
  } else {
    found->seconds += seconds;
  }
}

std::vector<StageTimes::Stage> StageTimes::stages() const {
  const std::lock_guard lock(mutex_);
  return stages_;
}

StageTimer::StageTimer(StageTimes* times, std::string_view name, Of of)
    : times_(times), name_(name), of_(of), began_(times == nullptr ? 0 : seconds_of(of)) {}

StageTimer::~StageTimer() {
  if (times_ != nullptr) times_->add(name_, seconds_of(of_) - began_);
}

}  // namespace percuta
