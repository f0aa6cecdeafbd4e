#include "percuta/endpoints/tissue/thickening.hpp"

#include "percuta/endpoints/basis.hpp"
#include "percuta/endpoints/first_order.hpp"

namespace percuta::endpoints {

std::vector<double> Thickening::with(double size) const {
  std::vector<double> all = by_response;
  for (std::size_t i = 0; i < all.size(); ++i) all[i] += size * by_gain[i];
  return all;
}

std::vector<double> more_cells(const healing::Course& course, const EpidermisMap& map) {
  return read_off(course.papillary, [&map](const healing::Moment& moment) { return map.response * moment.response; });
}

Thickening thickening(const healing::Course& course, const EpidermisMap& map) {
  const FirstOrder renewal(course.times, 1 / map.renewal_time);
  return {renewal.follow(more_cells(course, map)), renewal.follow(gain(course.papillary))};
}

}  // namespace percuta::endpoints
