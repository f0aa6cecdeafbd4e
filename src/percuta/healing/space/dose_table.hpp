#pragma once

#include <cstddef>
#include <vector>

#include "percuta/healing/space/dose.hpp"

namespace percuta::healing {

/// The alarm of one hole at the asked depths, by distance and by the hole's depth: needles of a session are alike. What
/// lies beyond `cutoff` counts as if holes stood there as near to each other as within it.
class DoseTable {
 public:
  /// For holes no shallower and no deeper than these.
  DoseTable(const DoseSetting& setting, const std::vector<std::vector<Hole>>& sessions);

  double cutoff() const;  ///< [m]
  /// row[depth] grows by weight x the alarm of a hole that far away [m].
  void add(double distance, const Hole& hole, double weight, double* row) const;

 private:
  /// One of punctures, one of columns; [distance][row][depth].
  struct Sheet {
    std::vector<double> values;
    bool is_pierced = true;
  };
  void fill(Sheet& sheet) const;
  void add_far(Sheet& sheet) const;
  double depth_of(std::size_t row) const { return shallowest_ + static_cast<double>(row) * depth_step_; }

  const DoseSetting* setting_;
  std::size_t depths_ = 0, rows_ = 2;       ///< asked depths; depths of holes
  double shallowest_ = 0, depth_step_ = 1;  ///< of the rows [m]
  double nearest_ = 0;                      ///< [m]
  double root_low_ = 0, root_step_ = 1;     ///< of the distance over the reach
  std::vector<double> walls_;               ///< half the width of a hole of each row [m]
  std::vector<Sheet> sheets_;
};

}  // namespace percuta::healing
