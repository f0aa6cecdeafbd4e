#pragma once

#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace percuta {

/// Where the time of a computation goes, by stage: of all threads together. May be shared between threads.
class StageTimes {
 public:
  struct Stage {
    std::string name;
    double seconds = 0;  ///< on processors, of all threads
  };

  /// Stages are listed in the order in which each was first heard of.
  void add(std::string_view name, double seconds);
  std::vector<Stage> stages() const;

 private:
  mutable std::mutex mutex_;
  std::vector<Stage> stages_;
};

/// What all threads of this process have spent on processors so far [s].
double process_seconds();

/// Counts processor time from its making to its end towards a stage: of this thread, or of the whole process where a
/// stage shares its work out itself and nothing runs beside it. Nothing where `times` is nullptr. It costs some 0.5 us.
class StageTimer {
 public:
  enum class Of { thread, process };
  StageTimer(StageTimes* times, std::string_view name, Of of = Of::thread);
  StageTimer(const StageTimer&) = delete;
  StageTimer& operator=(const StageTimer&) = delete;
  ~StageTimer();

 private:
  StageTimes* times_;
  std::string_view name_;
  Of of_;
  double began_;
};

}  // namespace percuta
