#include <algorithm>

#include "percuta/endpoints/methods.hpp"

namespace percuta::endpoints {
namespace {

Measured measure(const Basis& basis) {
  std::vector<Trace> pores;
  double shut = basis.treated.last_session();
  for (const Surface& session : basis.treated.sessions) {
    const closure::Clocks& clocks = session.clocks;
    pores.push_back({session.time, clocks.pore_time, [&clocks](double t) { return closure::pore_radius(clocks, t); }});
    shut = std::max(shut, session.time + clocks.pore_time);
  }
  const std::vector<double> course = sampled([&](double t) { return 1 - most(pores, t); }, basis.times());
  return {{shut - basis.treated.last_session()}, {course}};
}

}  // namespace

Method reepithelialised() {
  return {{.name = "reepithelialised",
           .is_assumed = false,
           .set_by = "a pen on models of skin: open after a day, closed after two",
           .blind_to = "",
           .numbers = {{"reepithelialised", "day", "Until new epidermis has closed every hole after the last session",
                        "", "no hole stays"}},
           .curves = {{"reepithelialised_course", "1", "How far new epidermis has closed the typical hole",
                       "endpoints_reepithelialised"}}},
          measure};
}

}  // namespace percuta::endpoints
