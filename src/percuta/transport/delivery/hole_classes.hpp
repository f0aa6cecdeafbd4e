#pragma once

#include <cstddef>
#include <vector>

#include "percuta/numerics/geometry/polygon.hpp"
#include "percuta/numerics/rings/ring_cells.hpp"
#include "percuta/transport/delivery/uptake.hpp"

/// Holes of a window sorted into classes of likes, each with the tissue that is its share.
namespace percuta::transport {

inline constexpr double k_reach = 1.2e-3;  ///< of a hole: beyond, tissue feels none within a day or so [m]

struct HoleClasses {
  std::vector<numerics::ChannelClass> classes;  ///< the last may be whole tissue, without a channel: depth 0
  std::vector<std::size_t> of_hole;             ///< which class each hole is in
  double area = 0;                              ///< of the window, and of all classes together [m2]
  std::vector<double> holes = {};               ///< in each class, which may stand for fewer where they merge
  double reach = k_reach;                       ///< farther from every hole is whole tissue [m]
};

/// At most `most` classes of holes by depth, radius and share; a hole's share is all that lies nearer to it than to
/// another, as far as `reach`; what is farther from every hole is whole tissue. Without holes all is.
HoleClasses classes_of(const std::vector<Hole>& holes, const numerics::Polygon& window, std::size_t most,
                       double reach = k_reach);

/// Which class the tissue at each point is of: that of the nearest hole, or beyond its reach whole tissue where such a
/// class is.
std::vector<std::size_t> classes_at(const std::vector<numerics::Point>& points, const std::vector<Hole>& holes,
                                    const HoleClasses& sorted);

/// The tissue of a window without a hole.
HoleClasses whole_tissue(const numerics::Polygon& window);

}  // namespace percuta::transport
