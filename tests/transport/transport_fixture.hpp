#pragma once

#include "percuta/base/ensemble.hpp"
#include "percuta/transport/transport.hpp"
#include "skin/declared.hpp"
#include "skin/shipped.hpp"
#include "skin/skin_fixture.hpp"

namespace percuta::tests {

inline constexpr double k_cm = 1e-2;     // [m]
inline constexpr double k_cm2_s = 1e-4;  // [m2/s]

/// As data/transport.toml says.
inline const transport::Rates& transport_rates() {
  static const auto rates = shipped<transport::Rates>("transport.toml");
  return rates;
}

/// Of a member's draws; 0 = the medians.
inline transport::Rates drawn_transport(std::uint32_t member, std::uint32_t members = 32) {
  transport::Rates rates = transport_rates();
  draw([&](Visitor& visitor) { describe(rates, visitor); }, {3, member, members}, "transport.");
  return rates;
}

inline transport::Active active(const std::string& name) {
  return shipped<transport::Active>("actives/" + name + ".toml");
}

/// Of that mass [g/mol] and log Kow; all else unknown.
inline transport::Active substance(double mass, double log_kow) {
  transport::Active active;
  active.title = "test";
  active.ionises = "no";
  active.molar_mass = certain(mass * 1e-3);
  active.log_kow = certain(log_kow);
  return active;
}

/// The sheet of a diffusion cell.
inline const skin::Skin& dermatomed() {
  static const skin::Skin skin = skin::build(shipped_specimen("human-dermatomed"), 10e-3);
  return skin;
}

inline constexpr transport::Surroundings k_bench{7.4, 1, false}, k_living{7.4, 1, true};

/// Through the sheet into an empty receptor [m/s].
inline double bench_permeability(const transport::Active& active, const transport::Rates& rates) {
  return permeability(layer_properties(active, dermatomed(), rates, k_bench), transport::Base::sink).permeability;
}

/// One layer on its own.
inline transport::LayerProperties slab(double thickness, double diffusivity, double partition) {
  transport::LayerProperties layer;
  layer.name = "test";
  layer.thickness = thickness;
  layer.diffusivity = diffusivity;
  layer.partition = partition;
  return layer;
}

}  // namespace percuta::tests
