#pragma once

#include <cstddef>
#include <vector>

#include "percuta/transport/delivery/site.hpp"

/// What needles that dissolve give to the cells around their axes.
namespace percuta::transport {

/// Told at moments between which it comes evenly. As mass of what dissolves, actives and all.
struct NeedleSource {
  std::vector<double> times;               ///< since the session, from 0 [s]
  std::vector<double> left;                ///< in and on all needles of the window at each [kg]
  std::vector<numerics::Index> cells;      ///< that get something
  std::vector<std::vector<double>> given;  ///< [from one time to the next][cell] [kg]

  /// Between which two times `t` lies, by the first of them; the number of times where nothing comes any more.
  std::size_t step_at(double t) const;
  /// At one of `times`, or beyond the last [kg].
  double left_at(double t) const;
};

/// `told` are moments since the session that must be among its own.
NeedleSource needle_source(const Site& site, const NeedleLoad& load, const Rates& rates,
                           const std::vector<double>& told);

}  // namespace percuta::transport
