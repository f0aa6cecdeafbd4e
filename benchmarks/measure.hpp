#pragma once

#include <sys/resource.h>
#include <time.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <string>
#include <vector>

/// What every benchmark program needs: a median of repeated runs, and one JSON object a line for benchmarks/run.
namespace percuta::benchmark {

/// Median wall time of `repeats` calls [s].
template <class Work>
double median_seconds(int repeats, Work&& work) {
  std::vector<double> seconds;
  for (int i = 0; i < repeats; ++i) {
    const auto began = std::chrono::steady_clock::now();
    work();
    seconds.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count());
  }
  std::nth_element(seconds.begin(), seconds.begin() + repeats / 2, seconds.end());
  return seconds[static_cast<std::size_t>(repeats / 2)];
}

/// Middle value.
inline double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

/// Works timed in turn (A, B, C, A, B, C, ...), so that what else the machine does falls on all of them alike.
struct Timed {
  std::vector<std::vector<double>> seconds;  ///< of each work, one a round

  double median_of(std::size_t work) const { return median(seconds[work]); }
  /// Median over rounds of one work's time over another's.
  double ratio(std::size_t work, std::size_t to) const {
    std::vector<double> ratios;
    for (std::size_t i = 0; i < seconds[work].size(); ++i) ratios.push_back(seconds[work][i] / seconds[to][i]);
    return median(ratios);
  }
};

inline Timed timed_in_turn(int rounds, const std::vector<std::function<void()>>& works) {
  Timed timed{std::vector<std::vector<double>>(works.size())};
  for (int round = -1; round < rounds; ++round) {  // the first warms caches and pages
    for (std::size_t work = 0; work < works.size(); ++work) {
      const double took = median_seconds(1, works[work]);
      if (round >= 0) timed.seconds[work].push_back(took);
    }
  }
  return timed;
}

/// Most memory this program has held so far [bytes].
inline double peak_bytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return 1024.0 * static_cast<double>(usage.ru_maxrss);
}

/// Time that all threads of this program have spent on processors [s]; what others do on them does not count.
inline double processor_seconds() {
  timespec spent{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &spent);
  return static_cast<double>(spent.tv_sec) + 1e-9 * static_cast<double>(spent.tv_nsec);
}

/// What is being done now, for who waits at a terminal; benchmarks/run shows it.
inline void tell_progress(const std::string& doing) {
  std::fprintf(stderr, "progress: %s\n", doing.c_str());
}

/// One row: ours, what it stands beside (a rival, a limit or a target, in the same unit), and which of both is better
/// when larger. `wanted`: how many times better ours ought to be; 0 = nothing is said.
inline void print_row(const std::string& name, double ours, const std::string& unit, double beside,
                      const std::string& beside_name, bool is_larger_better, double wanted = 0) {
  std::printf(R"({"name": "%s", "ours": %.6g, "unit": "%s", "beside": %.6g, "beside_name": "%s", )", name.c_str(), ours,
              unit.c_str(), beside, beside_name.c_str());
  std::printf("\"larger_is_better\": %s, \"wanted\": %.6g}\n", is_larger_better ? "true" : "false", wanted);
  std::fflush(stdout);
}

}  // namespace percuta::benchmark
