#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "percuta/numerics/geometry/polygon.hpp"
#include "percuta/skin/skin.hpp"

namespace percuta::punctures {

/// One line of a measured map.
struct Landing {
  double x = 0, y = 0;  ///< [m], in the site's frame
  double force = 0;     ///< on the whole device, 0 = as the technique says [N]
  double length = 0;    ///< 0 = the device's [m]
  double tilt = 0;      ///< [rad]
  double speed = 0;     ///< [m/s]
  std::int32_t stroke = 0, needle = 0;
  std::int32_t hole = -1;    ///< which of the holes; -1 = not told: one of its own
  std::int32_t strike = -1;  ///< its place in the order of time; -1 = not told
};

/// A measured map. What no landing tells takes no room, and copies share what they hold, so that every member of an
/// ensemble may have its own.
class Landings {
 public:
  Landings() = default;
  Landings(const std::vector<Landing>& all);  // NOLINT(google-explicit-constructor): a list of landings is one

  std::size_t size() const;
  bool empty() const { return size() == 0; }
  Landing at(std::size_t i) const;
  /// Whether each names its hole; else each has one of its own. Throws InputError when only some do.
  bool name_holes() const;

  void add(const Landing& landing);
  /// Sorts them by the time they tell, else by stroke, hole, needle, place and all other numbers: in whatever order
  /// they were added, the result is the same.
  void put_in_order();

 private:
  struct Columns;
  Columns& own();

  std::shared_ptr<Columns> columns_;
};

/// How a map lies on the skin.
struct Lie {
  std::int64_t rows = 0;
  std::int64_t off_site = 0;    ///< beyond the site's outline: not simulated
  std::int64_t off_window = 0;  ///< on the site, beyond the treated window: simulated, in no result
  numerics::Box box;            ///< round all of them [m]; of a map with rows
};
Lie lie_of(const Landings& landings, const skin::Skin& skin);

}  // namespace percuta::punctures
