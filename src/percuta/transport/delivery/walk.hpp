#pragma once

#include <vector>

#include "percuta/transport/delivery/site.hpp"

/// One active and what it turns into, walked through the phases of a site.
namespace percuta::transport {

/// What one of the chain comes to on a site; amounts of the whole site [mol].
struct LinkCourse {
  std::vector<std::vector<double>> amount;  ///< [place of places_of][time]
  std::vector<double> given, gained;        ///< [time]
  std::vector<double> closed;               ///< of it, what lay in holes when they became tissue [time]
  std::vector<double> unbound;              ///< mean in the dermis [mol/m3]
  double numerical = 0;                     ///< what solves and clipping put in
  bool is_saturated = false;
};

/// Names of where it may be: surface, channels, the layers; then what has left: blood or receptor, converted, washed.
std::vector<std::string> places_of(const std::vector<std::string>& layers, bool is_living);

inline constexpr double k_step_tolerance = 1e-3;  ///< of a time step, against what it moves

struct WalkInputs {
  const skin::Skin& skin;
  const closure::Clocks& clocks;
  const Treatment& treatment;
  const Rates& rates;
  double concentration = 0;                  ///< of the first of the chain, in the fresh product [mol/m3]
  double step_tolerance = k_step_tolerance;  ///< other than usual for studies of convergence
};

/// `times` since the first application, from 0; the phases cover them.
std::vector<LinkCourse> walk(const Site& site, const std::vector<NamedActive>& chain, const std::vector<Phase>& phases,
                             const WalkInputs& inputs, const std::vector<double>& times);

}  // namespace percuta::transport
