#include "percuta/numerics/fields/launch.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <thread>

#include "percuta/numerics/baton.hpp"

namespace percuta::numerics {
namespace {

constexpr Index k_worth_a_thread = 30000;  // cells; below, waking threads costs more than they save
constexpr Index k_least_slabs = 4;         // so that the border slabs of two ranges never touch each other

double tree_sum(const double* values, Index n) {
  if (n == 0) return 0;
  if (n == 1) return values[0];
  const Index half = n / 2;
  return tree_sum(values, half) + tree_sum(values + half, n - half);
}

}  // namespace

std::vector<SlabRange> slab_ranges(const Layout& layout, int threads) {
  const Index wanted = threads > 0 ? threads : static_cast<Index>(std::max(1U, std::thread::hardware_concurrency()));
  const Index busy = layout.cells() < k_worth_a_thread ? 1 : wanted;
  const Index n = std::clamp<Index>(busy, 1, std::max<Index>(1, layout.ny / k_least_slabs));
  std::vector<SlabRange> ranges;
  ranges.reserve(static_cast<std::size_t>(n));
  for (Index r = 0; r < n; ++r) ranges.push_back({layout.ny * r / n, layout.ny * (r + 1) / n});
  return ranges;
}

/// Not watched itself: the sanitizer does not see how OpenMP hands its variables to the threads.
[[gnu::no_sanitize_thread]] void for_columns(const std::vector<SlabRange>& ranges, int phases,
                                             const std::function<void(int, SlabRange)>& body) {
  const auto n = static_cast<std::int64_t>(ranges.size());
  if (n == 1) {
    for (int phase = 0; phase < phases; ++phase) body(phase, ranges[0]);
    return;
  }
  std::array<Baton, 2> batons;  // of even and odd phases
  batons[0].give();
#pragma omp parallel num_threads(static_cast<int>(n))
  for (int phase = 0; phase < phases; ++phase) {
#pragma omp for schedule(static)
    for (std::int64_t r = 0; r < n; ++r) {
      batons[static_cast<std::size_t>(phase % 2)].take();
      body(phase, ranges[static_cast<std::size_t>(r)]);
      batons[static_cast<std::size_t>((phase + 1) % 2)].give();
    }
  }
  batons[static_cast<std::size_t>(phases % 2)].take();
}

void for_cells(const std::vector<SlabRange>& ranges, const std::function<void(Index)>& body) {
  for_columns(ranges, 1, [&](int, SlabRange range) {
    for (Index j = range.first; j < range.last; ++j) body(j);
  });
}

double sum_over_cells(const std::vector<SlabRange>& ranges, const std::function<double(Index)>& body) {
  std::vector<double> part(static_cast<std::size_t>(ranges.back().last));
  for_cells(ranges, [&](Index j) { part[static_cast<std::size_t>(j)] = body(j); });
  return tree_sum(part.data(), static_cast<Index>(part.size()));
}

}  // namespace percuta::numerics
