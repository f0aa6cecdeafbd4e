#pragma once

#include <functional>
#include <vector>

#include "percuta/numerics/fields/layout.hpp"

/// How kernels are started: the seam where another back end can come.
namespace percuta::numerics {

/// A run of slabs [first, last) that one thread works on.
struct SlabRange {
  Index first, last;
};

/// Ranges of at least 4 slabs for up to `threads` threads (0 = all), one range for little work.
std::vector<SlabRange> slab_ranges(const Layout& layout, int threads);

/// Calls body(phase, range) for every range, phase by phase: no range enters a phase before all have left the last.
/// Bodies must not throw.
void for_columns(const std::vector<SlabRange>& ranges, int phases, const std::function<void(int, SlabRange)>& body);

/// Calls body(j) for every slab j.
void for_cells(const std::vector<SlabRange>& ranges, const std::function<void(Index)>& body);

/// Sum of body(j) over slabs by a tree whose shape depends on their number alone: the same bytes on any threads.
double sum_over_cells(const std::vector<SlabRange>& ranges, const std::function<double(Index)>& body);

/// Calls body(c) for the place c of every cell in memory.
template <typename Body>
void for_places(const std::vector<SlabRange>& ranges, const Layout& layout, const Body& body) {
  for_cells(ranges, [&](Index j) {
    for (Index k = 0; k < layout.nz; ++k) {
      for (Index c = layout.at(0, j, k); c < layout.at(layout.nx, j, k); ++c) body(c);
    }
  });
}

/// Sum of term(c) over them, in an order that is always the same.
template <typename Body>
double sum_over_places(const std::vector<SlabRange>& ranges, const Layout& layout, const Body& term) {
  return sum_over_cells(ranges, [&](Index j) {
    double sum = 0;
    for (Index k = 0; k < layout.nz; ++k) {
      for (Index c = layout.at(0, j, k); c < layout.at(layout.nx, j, k); ++c) sum += term(c);
    }
    return sum;
  });
}

}  // namespace percuta::numerics
