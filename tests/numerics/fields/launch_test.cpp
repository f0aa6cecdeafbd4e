#include "percuta/numerics/fields/launch.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <cmath>
#include <initializer_list>
#include <vector>

#include "percuta/numerics/fields/field.hpp"

using namespace percuta::numerics;

namespace {

const Layout k_large{64, 37, 20};  // enough cells to be worth threads

}  // namespace

TEST_CASE("[unit] every slab belongs to one range, and ranges are wide enough to keep their borders apart") {
  for (const int threads : {1, 2, 4, 100}) {
    const std::vector<SlabRange> ranges = slab_ranges(k_large, threads);
    CHECK(ranges.front().first == 0);
    CHECK(ranges.back().last == k_large.ny);
    for (std::size_t r = 0; r < ranges.size(); ++r) {
      CHECK(ranges[r].last - ranges[r].first >= 4);
      if (r > 0) CHECK(ranges[r].first == ranges[r - 1].last);
    }
  }
  CHECK(slab_ranges(k_large, 4).size() == 4);
  CHECK(slab_ranges({8, 37, 20}, 4).size() == 1);  // too little work
}

TEST_CASE("[law] no range enters a phase before all have left the last") {
  const std::vector<SlabRange> ranges = slab_ranges(k_large, 4);
  std::atomic<int> left{0};
  std::atomic<bool> early{false};
  for_columns(ranges, 50, [&](int phase, SlabRange) {
    if (left.load() < phase * static_cast<int>(ranges.size())) early = true;
    ++left;
  });
  CHECK(left.load() == 200);
  CHECK(!early.load());
}

TEST_CASE("[law] a sum has the same bytes on any number of threads") {
  const auto part = [](Index j) {
    return std::sin(static_cast<double>(j)) * std::pow(10, static_cast<double>(j % 17));
  };
  const double expected = sum_over_cells(slab_ranges(k_large, 1), part);
  for (const int threads : {2, 3, 4, 9}) CHECK(sum_over_cells(slab_ranges(k_large, threads), part) == expected);
}

TEST_CASE("[unit] every slab is called once") {
  std::vector<int> calls(37);
  for_cells(slab_ranges(k_large, 4), [&](Index j) { ++calls[static_cast<std::size_t>(j)]; });
  CHECK(calls == std::vector<int>(37, 1));
}

TEST_CASE("[unit] every cell's place is met once, ghosts and padding never") {
  std::vector<int> met(static_cast<std::size_t>(k_large.slab() * k_large.ny));
  const std::vector<SlabRange> ranges = slab_ranges(k_large, 2);
  for_places(ranges, k_large, [&](Index c) { ++met[static_cast<std::size_t>(c)]; });
  Index wrong = 0;
  for_each_cell(k_large,
                [&](Index i, Index j, Index k) { wrong += met[static_cast<std::size_t>(k_large.at(i, j, k))] != 1; });
  CHECK(wrong == 0);
  const double sum = sum_over_places(ranges, k_large, [&](Index c) { return met[static_cast<std::size_t>(c)]; });
  CHECK(sum == static_cast<double>(k_large.cells()));
}
