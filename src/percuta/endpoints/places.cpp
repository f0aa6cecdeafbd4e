#include <algorithm>
#include <cmath>

#include "percuta/endpoints/basis.hpp"
#include "percuta/endpoints/looks/looks.hpp"
#include "percuta/endpoints/looks/stages.hpp"
#include "percuta/endpoints/surface/surface.hpp"

namespace percuta::endpoints {
namespace {

constexpr std::int64_t k_day = 86400;  // [s]

/// What the class of a piece gives to a place: means of these are a place's.
struct ClassValues {
  double gain = 0, cells = 0;
  std::vector<double> pigment;  ///< per time [s]
};

std::vector<ClassValues> values_of_classes(const Treated& treated, const Maps& maps, double time) {
  const healing::State& state = treated.state;
  const std::vector<double>& times = state.course.times;
  const PigmentStages stages(times, maps.pigment);
  std::vector<ClassValues> all;
  for (const healing::LayerCourse& layer : state.class_courses) {
    ClassValues values;
    values.gain = layer.back().tissue.gain();
    const auto cells = read_off(layer, [&](const healing::Moment& now) { return redness_of_cells(now, maps.redness); });
    values.cells = at(times, cells, time);
    values.pigment = stages.follow(read_off(layer, [&](const healing::Moment& now) { return stages.feed(now); }));
    all.push_back(std::move(values));
  }
  return all;
}

/// The most of the mean of a place's classes.
double most_pigment(const std::vector<std::uint32_t>& classes, const std::vector<ClassValues>& values) {
  double most = 0;
  for (std::size_t i = 0; i < values[classes.front()].pigment.size(); ++i) {
    double sum = 0;
    for (const std::uint32_t k : classes) sum += values[k].pigment[i];
    most = std::max(most, sum);
  }
  return most / static_cast<double>(classes.size());
}

}  // namespace

std::vector<PlaceValues> at_places(const Treated& treated, const Sizes& sizes, const Maps& maps) {
  const healing::State& state = treated.state;
  const double last = treated.last_session();
  const double time = std::min(last + k_day, state.course.times.empty() ? last : state.course.times.back());
  const std::vector<ClassValues> values = values_of_classes(treated, maps, time);
  const std::vector<Trace> flares = flare_traces(treated, maps.redness);
  const double flare = sum(flares, time);
  const std::vector<double> scars = new_scar_shares(state, maps.new_scar);
  std::vector<PlaceValues> places;
  for (std::size_t i = 0; i < state.places.size(); ++i) {
    const std::vector<std::uint32_t>& classes = state.classes_of_place[i];
    PlaceValues place;
    double cells = 0;
    for (const std::uint32_t k : classes) {
      place.gain += values[k].gain / static_cast<double>(classes.size());
      cells += values[k].cells / static_cast<double>(classes.size());
    }
    place.redness = redness_grade(flare + cells, is_cared_for(treated, time), maps);
    place.pigment = pigment_risk(most_pigment(classes, values), sizes.pigment, treated.person.phototype, maps.pigment);
    place.new_scar = scars[i];
    places.push_back(place);
  }
  return places;
}

}  // namespace percuta::endpoints
