#pragma once

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
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

/// Most memory this program has held so far [bytes].
inline double peak_bytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return 1024.0 * static_cast<double>(usage.ru_maxrss);
}

/// One row: ours, what it stands beside (a rival, a limit or a target, in the same unit), and which of both is better
/// when larger.
inline void print_row(const std::string& name, double ours, const std::string& unit, double beside,
                      const std::string& beside_name, bool is_larger_better) {
  std::printf(
      R"({"name": "%s", "ours": %.6g, "unit": "%s", "beside": %.6g, "beside_name": "%s", "larger_is_better": %s})"
      "\n",
      name.c_str(), ours, unit.c_str(), beside, beside_name.c_str(), is_larger_better ? "true" : "false");
  std::fflush(stdout);
}

}  // namespace percuta::benchmark
