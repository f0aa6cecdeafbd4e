#include <cmath>

#include "percuta/endpoints/methods.hpp"
#include "percuta/endpoints/tissue/tissue.hpp"

namespace percuta::endpoints {
namespace {

/// Young collagen over that of untouched skin, as silver shows it.
std::vector<double> reticulin(const Basis& basis) {
  const double share = basis.treated.rates.young_share;
  return read_off(basis.course().papillary, [share](const healing::Moment& moment) {
    return moment.tissue.mature + moment.tissue.three / share;
  });
}

std::vector<double> echo_density(const Basis& basis) {
  const DermisMap& map = basis.maps.dermis;
  return mapped(gain(basis.course().dermis),
                [&map](double gain) { return std::pow((1 + gain) / dermis_ratio(gain, map), map.echo_exponent); });
}

Measured measure(const Basis& basis) {
  const std::vector<double> collagen = mapped(gain(basis.course().papillary), [](double gain) { return 1 + gain; });
  const std::vector<double> young = reticulin(basis), echo = echo_density(basis);
  return {{last_of(collagen), last_of(young), last_of(echo)}, {collagen, young, echo}};
}

}  // namespace

Method density() {
  return {
      {.name = "density",
       .is_assumed = false,  // echo density is
       .set_by = "collagen half denser eight weeks after five monthly rollings; the map of echo density is assumed",
       .blind_to = "oedema, which makes echoes fainter",
       .numbers = {{"density", "1", "Collagen of the papillary dermis over untouched skin at the horizon"},
                   {"reticulin", "1", "Young collagen of the papillary dermis over untouched skin at the horizon"},
                   {"echo_density", "1", "Echo density of the dermis over untouched skin at the horizon"}},
       .curves = {{"density_course", "1", "Collagen of the papillary dermis over untouched skin", "endpoints_density"},
                  {"reticulin_course", "1", "Young collagen of the papillary dermis over untouched skin",
                   "endpoints_density"},
                  {"echo_density_course", "1", "Echo density of the dermis over untouched skin", "endpoints_density"}}},
      measure};
}

}  // namespace percuta::endpoints
