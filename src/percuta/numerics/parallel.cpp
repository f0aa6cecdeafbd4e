#include "percuta/numerics/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <exception>
#include <limits>
#include <mutex>
#include <thread>

#include "percuta/numerics/baton.hpp"

namespace percuta::numerics {

/// Not watched itself: a thread sanitizer does not see how OpenMP hands its variables to the threads. What it is to see
/// goes with batons: all before the loop comes before each body, and each body before all after it.
[[gnu::no_sanitize_thread]] void parallel_for(std::size_t n, int threads,
                                              const std::function<void(std::size_t)>& body) {
  constexpr std::size_t k_none = std::numeric_limits<std::size_t>::max();
  std::atomic<std::size_t> first_failed{k_none};
  std::exception_ptr failure;
  std::mutex guard;
  const int wanted = threads > 0 ? threads : std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
  Baton before, after;
  before.give();
#pragma omp parallel for schedule(dynamic) num_threads(wanted)
  for (std::int64_t i = 0; i < static_cast<std::int64_t>(n); ++i) {
    const auto index = static_cast<std::size_t>(i);
    if (index > first_failed.load()) continue;  // only what comes before a failure can still matter
    before.take();
    try {
      body(index);
    } catch (...) {
      const std::lock_guard<std::mutex> lock(guard);
      if (index < first_failed.load()) {
        first_failed.store(index);
        failure = std::current_exception();
      }
    }
    after.give();
  }
  after.take();
  if (failure) std::rethrow_exception(failure);
}

}  // namespace percuta::numerics
