#pragma once

#include <string>
#include <vector>

#include "percuta/base/result_column.hpp"
#include "percuta/transport/delivery/uptake.hpp"

/// A diffusion cell (Franz): skin over a receptor from which samples are drawn, read as a laboratory reads it.
/// Model    what passes is Uptake's; the receptor takes all that comes, samples are replaced by fresh fluid
/// In       Uptake of skin that is cut out, the cell           Out  flux, lag, Kp, recovery, courses (SI)
/// Holds    while the receptor stays far from saturated: nothing goes back into the skin
/// Throws   -                                                  Checked  tests/transport/cell
namespace percuta::transport {

struct FranzCell {
  double area = 0;             ///< of skin over the receptor [m2]
  double receptor_volume = 0;  ///< [m3]
  double sampling_volume = 0;  ///< drawn each time, and replaced [m3]
  std::vector<double> times;   ///< of sampling, rising, since the product is put on [s]
};

/// What one cell gave: an uptake that is told at the cell's times at least, into a receptor.
struct CellRun {
  const Uptake& uptake;
  const FranzCell& cell;
};

/// What samples show: concentrations as they are drawn [kg/m3], and what they take together [kg/m2 of skin].
struct Samples {
  std::vector<double> concentration;
  double taken = 0;
};
/// Of what has passed at the cell's times [kg/m2].
Samples samples_of(const std::vector<double>& passed, const FranzCell& cell);

/// The straight part of a release curve: of all runs of three samples or more, the start among them, that lie on a line
/// (r2 at least 0.99), the steepest, by least squares. None: rate 0.
struct StraightPart {
  double rate = 0, lag = 0;    ///< [kg/(m2 s)], [s]
  double first = 0, last = 0;  ///< of its samples [s]
};
StraightPart straight_part(const std::vector<double>& times, const std::vector<double>& passed);

/// What results.json says of the named actives in a cell with samples at `times`, then its courses there.
std::vector<ResultOf<CellRun>> cell_results(const std::vector<std::string>& actives, const std::vector<double>& times);

}  // namespace percuta::transport
