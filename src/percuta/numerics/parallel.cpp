#include "percuta/numerics/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <exception>
#include <limits>
#include <mutex>
#include <thread>

namespace percuta::numerics {
namespace {

class Watch {
 public:
  [[gnu::noinline]] void pass() { count_.fetch_add(1, std::memory_order_acq_rel); }

 private:
  std::atomic<int> count_{0};
};

}  // namespace

/// Not watched itself: a thread sanitizer does not see how OpenMP hands its variables to the threads. What it is to see
/// goes through `watch`: all before the loop comes before each body, and each body before all after it.
[[gnu::no_sanitize_thread]] void parallel_for(std::size_t n, int threads,
                                              const std::function<void(std::size_t)>& body) {
  constexpr std::size_t k_none = std::numeric_limits<std::size_t>::max();
  std::atomic<std::size_t> first_failed{k_none};
  std::exception_ptr failure;
  std::mutex guard;
  const int wanted = threads > 0 ? threads : std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
  Watch watch;
  watch.pass();
#pragma omp parallel for schedule(dynamic) num_threads(wanted)
  for (std::int64_t i = 0; i < static_cast<std::int64_t>(n); ++i) {
    const auto index = static_cast<std::size_t>(i);
    if (index > first_failed.load()) continue;  // only what comes before a failure can still matter
    watch.pass();
    try {
      body(index);
    } catch (...) {
      const std::lock_guard<std::mutex> lock(guard);
      if (index < first_failed.load()) {
        first_failed.store(index);
        failure = std::current_exception();
      }
    }
    watch.pass();
  }
  watch.pass();
  if (failure) std::rethrow_exception(failure);
}

}  // namespace percuta::numerics
