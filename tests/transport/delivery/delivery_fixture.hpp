#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "percuta/transport/delivery/uptake.hpp"
#include "transport/transport_fixture.hpp"

namespace percuta::tests {

inline constexpr double k_minute = 60, k_hour = 3600, k_day = 86400;  // [s]

/// A square window over layers of those names and thicknesses [m].
struct NamedThickness {
  const char* name;
  double thickness;
};
inline skin::Skin layered(const std::vector<NamedThickness>& layers, double side = 10e-3) {
  skin::Skin skin;
  double top = 0;
  for (const NamedThickness& layer : layers) {
    skin.layers.push_back({layer.name, top, top + layer.thickness, 0});
    top += layer.thickness;
  }
  skin.window = skin.outline = {{0, 0}, {side, 0}, {side, side}, {0, side}};
  skin.species = "human";
  return skin;
}

/// Round numbers, about as thick as a cheek's.
inline skin::Skin round_skin(double side = 10e-3) {
  return layered(
      {{"stratum_corneum", 15e-6}, {"viable_epidermis", 60e-6}, {"papillary_dermis", 200e-6}, {"dermis", 1e-3}}, side);
}

/// Neutral, without lipids, held by tissue as by water; all that moves it is told.
struct Tracer {
  double diffusivity = 2e-10;    ///< in tissue [m2/s]
  double partition = 1;          ///< in tissue [1]
  double permeability = 1.2e-9;  ///< of stratum corneum of the reference thickness [m/s]
  double clearance = 2e-4;       ///< in the dermis [1/s]
};
inline transport::Active tracer(const Tracer& of) {
  transport::Active active;
  active.title = "tracer";
  active.ionises = "no";
  active.molar_mass = transport_rates().reference_mass;
  active.epidermis_diffusivity = active.junction_diffusivity = active.dermis_diffusivity = certain(of.diffusivity);
  active.tissue_partition = certain(of.partition);
  active.permeability = certain(of.permeability);
  active.clearance = certain(of.clearance);
  return active;
}

/// Data's rates, but tissue water as that tracer has it, stratum corneum that holds what water does and is the same
/// wet or dry, no follicles, and holes filled with tissue fluid.
inline transport::Rates plain_rates(const Tracer& of) {
  transport::Rates rates = transport_rates();
  rates.tissue.diffusivity = certain(of.diffusivity);
  rates.corneum.follicle_share = certain(0);
  rates.corneum.dry_factor = rates.corneum.wet_uptake_water = rates.corneum.dry_uptake_water = certain(1);
  rates.channel.product_share = certain(0);
  return rates;
}

/// A product that is water and so much of the tracer; `evaporation` [kg/(m2 s)].
inline transport::Composition watery(double strength = 0.01, double evaporation = 0) {
  transport::Composition product;
  product.vehicle.water = certain(1);
  product.vehicle.oil = certain(0);
  product.vehicle.ph = transport_rates().tissue.ph;
  product.vehicle.evaporation = certain(evaporation);
  product.vehicle.partition = certain(1);
  product.active = {{"tracer", "stated", certain(strength)}};
  return product;
}

/// A film of that thickness [m] of watery product, put on at the end of the session and left on.
inline transport::Treatment film_of(double thickness, const transport::Active& active, double strength = 0.01) {
  transport::Treatment treatment;
  treatment.composition = watery(strength);
  treatment.application.amount = thickness * transport::k_product_density;
  treatment.actives = {{"tracer", active}};
  return treatment;
}

/// Holes that stay as they are, so much of their conductance left.
inline closure::Clocks lasting(double share = 1) {
  closure::Clocks clocks;
  clocks.is_pierced = true;
  clocks.elastic_share = 1 - share;
  clocks.elastic_time = 1e-3;
  clocks.dry_rate = clocks.covered_rate = 1e-15;
  clocks.barrier_half_life = clocks.barrier_time = clocks.pore_time = 1e9;
  return clocks;
}

/// A tracer by name, which the dermis turns into `to`.
inline transport::NamedActive named(const std::string& name, const std::string& to = "", double rate = 0) {
  transport::NamedActive made{name, tracer({})};
  if (rate > 0) {
    transport::Conversion conversion;
    conversion.to = to;
    conversion.layers = {"dermis"};
    conversion.rate = certain(rate);
    made.active.conversion = {conversion};
  }
  return made;
}

/// In a square lattice, `n` by `n` over a window of `side`.
inline std::vector<transport::Hole> lattice(int n, double side, double radius, double depth) {
  std::vector<transport::Hole> holes;
  for (int j = 0; j < n; ++j) {
    for (int i = 0; i < n; ++i) holes.push_back({side * (i + 0.5) / n, side * (j + 0.5) / n, radius, depth});
  }
  return holes;
}

inline const transport::ActiveCourse& course_of(const transport::Uptake& uptake, const std::string& name) {
  return *std::find_if(uptake.actives.begin(), uptake.actives.end(),
                       [&](const transport::ActiveCourse& one) { return one.name == name; });
}

/// Of a list told at the uptake's times, the value at one of them.
inline double at(const transport::Uptake& uptake, const std::vector<double>& values, double time) {
  const auto found = std::find(uptake.times.begin(), uptake.times.end(), time);
  return values.at(static_cast<std::size_t>(found - uptake.times.begin()));
}

}  // namespace percuta::tests
