#include <algorithm>
#include <cmath>
#include <limits>

#include "percuta/base/random.hpp"
#include "percuta/endpoints/endpoints.hpp"
#include "percuta/endpoints/looks/looks.hpp"
#include "percuta/endpoints/looks/stages.hpp"
#include "percuta/endpoints/tissue/thickening.hpp"

namespace percuta::endpoints {
namespace {

/// What a size must be for `of_one`, its effect, to come to `wanted`; 0 and not met where there is no effect or another
/// one has done it all.
double size_for(double wanted, double of_one, bool& are_met) {
  if (of_one > 0 && wanted >= 0) return wanted / of_one;
  are_met = false;
  return 0;
}

double last_gain(const healing::LayerCourse& layer) {
  return layer.empty() ? 0 : layer.back().tissue.gain();
}

/// The most pigment of a course [s].
double most_pigment(const healing::Course& course, const PigmentMap& map) {
  const PigmentStages stages(course.times, map);
  std::vector<double> feed;
  for (const healing::Moment& moment : course.papillary) feed.push_back(stages.feed(moment));
  double most = 0;
  for (const double pigment : stages.follow(feed)) most = std::max(most, pigment);
  return most;
}

double last(const std::vector<double>& values) {
  return values.empty() ? 0 : values.back();
}

}  // namespace

Sizes sizes_of(const healing::State& state, const Maps& maps) {
  Sizes sizes;
  const Thickening roller = thickening(state.references.roller, maps.epidermis);
  sizes.epidermis = size_for(maps.observed.epidermis - last(roller.by_response), last(roller.by_gain), sizes.are_met);

  const double free_share = 1 - mixed_tether(maps.scar);
  sizes.scar = size_for(maps.observed.acne_scar, last_gain(state.references.roller.dermis) * free_share, sizes.are_met);

  const double epidermis = last(thickening(state.references.pen, maps.epidermis).with(sizes.epidermis));
  sizes.wrinkle = size_for(maps.observed.wrinkle - maps.smoothing.wrinkle * epidermis,
                           last_gain(state.references.pen.papillary), sizes.are_met);

  const double most = most_pigment(state.references.roller, maps.pigment);
  sizes.pigment = std::numeric_limits<double>::infinity();
  if (most > 0) {
    sizes.pigment = most * std::exp(-maps.pigment.people_spread * normal_quantile(maps.observed.pigment));
  } else {
    sizes.are_met = false;
  }
  return sizes;
}

}  // namespace percuta::endpoints
