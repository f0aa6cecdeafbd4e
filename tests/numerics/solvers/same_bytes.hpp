#pragma once

#include <bit>
#include <cstdint>
#include <string>
#include <vector>

#include "percuta/numerics/solvers/conjugate_gradients.hpp"

namespace percuta::tests {

/// Whether all cells of two fields are the same to the last bit, the sign of 0 included.
inline bool has_same_bytes(const numerics::Field& a, const numerics::Field& b) {
  bool is_same = a.layout() == b.layout();
  numerics::for_each_cell(a.layout(), [&](numerics::Index i, numerics::Index j, numerics::Index k) {
    is_same = is_same && std::bit_cast<std::uint64_t>(a(i, j, k)) == std::bit_cast<std::uint64_t>(b(i, j, k));
  });
  return is_same;
}

/// Settings with each number of threads and each clone that this machine runs; the first are 1 and the baseline.
inline std::vector<numerics::SolveSettings> every_way(double tolerance) {
  std::vector<numerics::SolveSettings> ways;
  for (const auto clone : {numerics::KernelClone::baseline, numerics::KernelClone::v3, numerics::KernelClone::v4}) {
    for (const int threads : {1, 2, 4}) {
      numerics::SolveSettings settings;
      settings.tolerance = tolerance;
      settings.threads = threads;
      settings.clone = clone;
      if (can_run(clone)) ways.push_back(settings);
    }
  }
  return ways;
}

inline std::string to_words(const numerics::SolveSettings& settings) {
  return to_word(settings.clone) + " on " + std::to_string(settings.threads) + " threads";
}

}  // namespace percuta::tests
