#include <algorithm>
#include <cmath>

#include "percuta/endpoints/looks/stages.hpp"
#include "percuta/endpoints/methods.hpp"
#include "percuta/endpoints/tissue/tissue.hpp"

namespace percuta::endpoints {
namespace {

Measured measure(const Basis& basis) {
  const PigmentStages stages(basis.times(), basis.maps.pigment);
  const std::vector<double> amount = stages.follow(
      read_off(basis.course().papillary, [&stages](const healing::Moment& moment) { return stages.feed(moment); }));
  const auto most = std::max_element(amount.begin(), amount.end());
  const double peak = most == amount.end() ? 0 : *most;
  const auto risk_of = [&basis](double pigment) {
    return pigment_risk(pigment, basis.sizes.pigment, basis.treated.person.phototype, basis.maps.pigment);
  };
  const bool is_past = most == amount.end() || peak == 0 || most + 1 != amount.end();  // else it still darkens
  const double when =
      peak > 0 && is_past ? basis.times()[static_cast<std::size_t>(most - amount.begin())] : k_undefined;
  return {
      {is_past ? risk_of(peak) : k_undefined, when - basis.treated.last_session()},
      {mapped(amount, [&basis](double pigment) { return pigment / basis.sizes.pigment; }), mapped(amount, risk_of)}};
}

}  // namespace

Method pigment() {
  return {{.name = "pigment",
           .is_assumed = false,
           .set_by = "14 percent of people of phototypes IV and V after five monthly rollings; course after suction "
                     "blisters",
           .blind_to = "sun",
           .numbers = {{"pigment", "1", "Risk of dark spots after the inflammation",
                        "a horizon past the time when such pigment is darkest"},
                       {"pigment_peak", "day", "When such pigment is darkest, from the last session on",
                        "inflammation of the dermis, and a horizon past that time"}},
           .curves = {{"pigment_course", "1",
                       "Pigment after the inflammation, over that at which half of people with dark skin get spots",
                       "endpoints_pigment"},
                      {"pigment_risk_course", "1", "Risk that dark spots are there", "endpoints_pigment_risk"}}},
          measure};
}

}  // namespace percuta::endpoints
