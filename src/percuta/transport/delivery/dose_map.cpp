#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>

#include "percuta/transport/delivery/setting.hpp"
#include "percuta/transport/delivery/walk.hpp"

namespace percuta::transport {
namespace {

constexpr double k_day = 86400;         // [s]
constexpr double k_map_place = 1e-3;    // [m]: a map's place is as wide at least
constexpr double k_most_places = 2000;  // of a map
constexpr int k_points = 6;             // of a place, along its side

/// The points of a place of a map that lie in the window.
struct MapPlace {
  numerics::Point middle;
  std::size_t points = 0;
};

/// Cuts a window into the places of a map, and tells all their points, place by place.
std::vector<MapPlace> places_in(const numerics::Polygon& window, double side, std::vector<numerics::Point>& points) {
  const numerics::Box box = numerics::bounding_box(window);
  const double step = side / k_points;
  std::vector<MapPlace> places;
  for (double y = box.low.y; y < box.high.y; y += side) {
    for (double x = box.low.x; x + 0.5 * side < box.high.x; x += side) {
      const std::size_t before = points.size();
      for (int n = 0; n < k_points * k_points; ++n) {
        const numerics::Point point{x + (n % k_points + 0.5) * step, y + (n / k_points + 0.5) * step};
        if (numerics::contains(window, point)) points.push_back(point);
      }
      if (points.size() > before) places.push_back({{x + 0.5 * side, y + 0.5 * side}, points.size() - before});
    }
  }
  return places;
}

/// As wide as can be told apart, and not too many.
double side_of_place(const numerics::Polygon& window) {
  const numerics::Box box = numerics::bounding_box(window);
  const double width = box.high.x - box.low.x;
  return width / std::ceil(width / std::max(k_map_place, std::sqrt(numerics::area(window) / k_most_places)));
}

/// Of what is injected; 0 where nothing is [m].
double depot_radius(const Treatment& treatment, const Rates& rates) {
  return treatment.injection.is_wanted() ? infused(treatment.injection, rates).depot : 0;
}

/// What has passed the stratum corneum after a day, of each class by itself and per its area [kg/m2].
std::vector<double> taken_up_by_class(const HoleClasses& sorted, const Setting& setting,
                                      const std::vector<NamedActive>& chain, const WalkInputs& inputs,
                                      const DeliveryPlan& plan) {
  const double radius = depot_radius(inputs.treatment, inputs.rates);
  const std::vector<std::string> names = places_of(setting.layers, inputs.treatment);
  std::vector<double> of_class;
  for (std::size_t c = 0; c < sorted.classes.size(); ++c) {
    const numerics::ChannelClass& each = sorted.classes[c];
    const double area = each.share * each.channels;
    const Site alone(setting.strata, {{each}, {}, area, {sorted.holes[c]}}, radius > 0 ? depot_rings() : plan.rings);
    NeedleLoad load = inputs.treatment.needles;
    load.needles = sorted.holes[c];
    const NeedleSource needles = needle_source(alone, load, inputs.rates, telling_times({}));
    WalkInputs own = inputs;
    own.has_needles = load.is_wanted();
    own.needles = needles.times.empty() ? nullptr : &needles;
    Depot depot;
    if (radius > 0) depot = depot_in(alone, inputs.treatment.injection, radius);
    if (radius > 0) own.depot = &depot;
    const LinkCourse course = walk(alone, chain, setting.with, own, {0, k_day}).front();
    double taken = 0;
    for (std::size_t place = 0; place < names.size(); ++place) {
      if (is_taken_up(names[place])) taken += course.amount[place].back();
    }
    of_class.push_back(chain.front().active.molar_mass * taken / area);
  }
  return of_class;
}

}  // namespace

DoseMap dose_map(const std::vector<Hole>& holes, const skin::Skin& skin, const closure::Clocks& clocks,
                 const Treatment& given, const Rates& rates, const DeliveryPlan& plan) {
  DoseMap map;
  const Treatment treatment = laid_out(given, skin, rates);
  if (!is_told(treatment.composition)) return map;
  const HoleClasses sorted = classes_now(holes, skin, clocks, plan, depot_radius(treatment, rates));
  map.side = side_of_place(skin.window);
  std::vector<numerics::Point> points;
  const std::vector<MapPlace> places = places_in(skin.window, map.side, points);
  for (const MapPlace& place : places) map.places.push_back(place.middle);
  const std::vector<std::size_t> classes = classes_at(points, holes, sorted);
  const Setting setting = setting_of(skin, clocks, treatment, rates, plan.finer, k_day);
  for (const Ingredient& one : treatment.composition.active) {
    if (!one.is_stated()) continue;
    const std::vector<NamedActive> chain = known_chain(one, treatment);
    const WalkInputs inputs{skin, clocks, treatment, rates, first_concentration(one, chain)};
    const std::vector<double> of_class = taken_up_by_class(sorted, setting, chain, inputs, plan);
    map.actives.push_back(one.name);
    std::vector<double>& told = map.taken_up.emplace_back();
    auto at = classes.begin();
    for (const MapPlace& place : places) {
      const auto end = at + static_cast<std::ptrdiff_t>(place.points);
      const double sum =
          std::accumulate(at, end, 0.0, [&](double before, std::size_t each) { return before + of_class[each]; });
      told.push_back(sum / static_cast<double>(place.points));
      at = end;
    }
  }
  return map;
}

}  // namespace percuta::transport
