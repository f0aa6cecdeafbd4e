#include <algorithm>
#include <cmath>

#include "percuta/endpoints/methods.hpp"
#include "percuta/endpoints/surface/surface.hpp"

namespace percuta::endpoints {
namespace {

Measured measure(const Basis& basis) {
  double longest = 0;
  for (const double time : {redness_time(basis), red_dots_time(basis), crust_time(basis)}) {
    longest = std::isnan(time) || std::isnan(longest) ? k_undefined : std::max(longest, time);
  }
  return {{longest}, {}};
}

}  // namespace

Method downtime() {
  return {{.name = "downtime",
           .is_assumed = false,  // made of others
           .set_by = "redness, red dots and crust",
           .blind_to = "swelling",
           .numbers = {{"downtime", "day", "How long redness, red dots or crusts are seen after the last session",
                        "a horizon at which they are gone", "nothing is seen"}},
           .curves = {}},
          measure};
}

}  // namespace percuta::endpoints
