#pragma once

#include "percuta/device/device.hpp"

/// What the layouts of a head are made of. Positions round the head's middle, x along the path [m].
namespace percuta::device {

/// The words of head.layout.
const std::vector<std::string>& layouts();

/// `n` in as few groups of `parts` as hold all.
std::int64_t ceiling(std::int64_t n, std::int64_t parts);

/// A head's outline. Throws InputError when it has no inside or crosses itself.
numerics::Polygon outline_of(const Head& head);

/// Rows that lie across the path, an equal number of needles in each, the rest in the last, on the places nearest to
/// its middle.
struct Lattice {
  std::int64_t rows = 0;
  std::int64_t per_row = 0;
  double pitch = 0;         ///< within a row [m]
  double row_gap = 0;       ///< from row to row [m]
  double stagger = 0;       ///< shift of a row against the one before, in pitches
  std::int64_t period = 1;  ///< rows after which the shift starts again
};
Lattice lattice_of(const Head& head);
std::vector<numerics::Point> lattice_points(const Lattice& lattice, std::int64_t needles);

/// The lattice, without end, inside an outline. The middle lies between needles.
std::vector<numerics::Point> lattice_inside(const Lattice& lattice, const numerics::Polygon& outline);

/// How many places of the lattice `lattice_inside` looks at, and about how many of them lie inside; both may be more
/// than could ever be laid out.
struct LatticeExtent {
  double places = 0, inside = 0;
};
LatticeExtent extent_inside(const Lattice& lattice, const numerics::Polygon& outline);

/// `needles` on a circle of `radius`, and, when they would stand closer than `pitch` there, on further circles, each a
/// pitch inside the one before; one needle left over stands in the middle. Pitch 0: all on one circle. Throws
/// InputError when they do not fit.
std::vector<numerics::Point> ring_points(std::int64_t needles, double radius, double pitch);

}  // namespace percuta::device
