#include <algorithm>
#include <cmath>
#include <cstdint>

#include "percuta/endpoints/looks/looks.hpp"
#include "percuta/endpoints/methods.hpp"
#include "percuta/numerics/geometry/polygon.hpp"

namespace percuta::endpoints {
namespace {

/// Places sorted into squares at least `side` wide, and about as many squares as places.
class PlaceSquares {
 public:
  PlaceSquares(const std::vector<numerics::Point>& places, double near) : places_(places) {
    const numerics::Box box = numerics::bounding_box(places);
    const double width = box.high.x - box.low.x, height = box.high.y - box.low.y;
    low_ = box.low;
    side_ = std::max({near, std::sqrt(width * height / static_cast<double>(places.size())),
                      std::max(width, height) / static_cast<double>(places.size())});
    columns_ = column_of(box.high.x) + 1;
    rows_ = row_of(box.high.y) + 1;
    squares_.resize(static_cast<std::size_t>(columns_ * rows_));
    for (std::size_t i = 0; i < places.size(); ++i) {
      squares_[static_cast<std::size_t>(row_of(places[i].y) * columns_ + column_of(places[i].x))].push_back(i);
    }
  }

  /// Calls `each(place)` for every place at most `near` away.
  template <class Each>
  void for_each_near(double x, double y, double near, const Each& each) const {
    const std::int64_t row = row_of(y), column = column_of(x);
    for (std::int64_t r = std::max<std::int64_t>(0, row - 1); r <= std::min(rows_ - 1, row + 1); ++r) {
      for (std::int64_t c = std::max<std::int64_t>(0, column - 1); c <= std::min(columns_ - 1, column + 1); ++c) {
        for (const std::size_t i : squares_[static_cast<std::size_t>(r * columns_ + c)]) {
          const double dx = places_[i].x - x, dy = places_[i].y - y;
          if (dx * dx + dy * dy <= near * near) each(i);
        }
      }
    }
  }

 private:
  std::int64_t column_of(double x) const { return static_cast<std::int64_t>(std::floor((x - low_.x) / side_)); }
  std::int64_t row_of(double y) const { return static_cast<std::int64_t>(std::floor((y - low_.y) / side_)); }

  const std::vector<numerics::Point>& places_;
  numerics::Point low_;
  double side_ = 0;
  std::int64_t columns_ = 0, rows_ = 0;
  std::vector<std::vector<std::size_t>> squares_;
};

Measured measure(const Basis& basis) {
  const healing::State& state = basis.treated.state;
  double scars = 0, widest = 0;
  for (const healing::State::KilledWidth& hole : state.killed_widths) {
    scars += new_scar_share(hole.width, basis.maps.new_scar);
    widest = std::max(widest, hole.width);
  }
  const double holes = static_cast<double>(state.killed_widths.size());
  return {{share_of(scars, holes), widest}, {}};
}

}  // namespace

double new_scar_share(double width, const NewScarMap& map) {
  return width > 0 ? 1 / (1 + std::exp((map.width - width) / map.spread)) : 0;
}

std::vector<double> new_scar_shares(const healing::State& state, const NewScarMap& map) {
  std::vector<double> scars(state.places.size()), holes(state.places.size());
  if (scars.empty()) return {};
  const PlaceSquares squares(state.places, map.near);
  for (const healing::State::KilledWidth& hole : state.killed_widths) {
    const double share = new_scar_share(hole.width, map);
    squares.for_each_near(hole.x, hole.y, map.near, [&](std::size_t place) {
      scars[place] += share;
      holes[place] += 1;
    });
  }
  for (std::size_t i = 0; i < scars.size(); ++i) scars[i] = share_of(scars[i], holes[i]);
  return scars;
}

Method new_scar() {
  return {{.name = "new_scar",
           .is_assumed = false,
           .set_by = "columns of skin 0.2 to 2 mm wide taken out: above 0.4 mm they scar",
           .blind_to = "tension of the skin",
           .numbers = {{"new_scar", "1", "Share of the holes that leave a scar", "a hole in the window"},
                       {"killed_width", "um", "Widest spot of killed tissue, as a disc of the same area"}},
           .curves = {}},
          measure};
}

}  // namespace percuta::endpoints
