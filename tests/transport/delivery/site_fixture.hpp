#pragma once

#include <limits>
#include <utility>
#include <vector>

#include "numerics/solvers/steady_field.hpp"
#include "percuta/transport/delivery/site.hpp"
#include "transport/delivery/delivery_fixture.hpp"

namespace percuta::tests {

/// A skin under a film of a tracer, with one class of holes that stay open or none.
struct SteadySite {
  skin::Skin skin = round_skin();
  Tracer of;
  transport::Rates rates;
  transport::Active active;
  transport::Phase phase;
  transport::Ground ground;
  transport::Site site;
  transport::Substance substance;

  SteadySite(const Tracer& tracer_of, const numerics::ChannelClass& holes, const transport::Rates& with,
             bool is_living = true, double film = 20e-6)
      : of(tracer_of),
        rates(with),
        active(tracer(of)),
        phase{.until = 1,
              .has_holes = holes.depth > 0,
              .is_covered = true,
              .film = transport::fresh_film(watery(), film * transport::k_product_density)},
        ground{film, rates.channel.product_share, is_living},
        site(transport::strata_of(film, thicknesses(), 1),
             transport::HoleClasses{{holes}, {}, holes.share * holes.channels}, {}),
        substance(transport::substance_of(active, skin, rates, watery(), phase, ground)) {}

  std::vector<double> thicknesses() const {
    std::vector<double> all;
    for (const skin::Layer& layer : skin.layers) all.push_back(layer.thickness());
    return all;
  }
  numerics::Transmissibilities open() const { return transport::matrix_of(site, substance, phase); }
  double area() const { return site.holes.area; }

  /// What enters for good from a film held at 1, per area [m/s].
  double passage(numerics::Transmissibilities matrix) const {
    constexpr int film = 9;
    std::vector<numerics::Held> held;
    numerics::for_each_cell(site.rings.grid().layout(), [&](numerics::Index i, numerics::Index j, numerics::Index k) {
      if (k < site.strata.film) held.push_back({site.rings.grid().layout().at(i, j, k), 1, film});
    });
    matrix.hold(held);
    return -matrix.outflow(film, steady_field(matrix, nullptr, 1e-9)) / area();
  }
};

/// One class: a hole of that radius and depth on its share of the surface.
inline numerics::ChannelClass holes(double radius, double depth, double share) {
  return {.radius = radius, .depth = depth, .share = share, .channels = 1e-4 / share};
}
inline const numerics::ChannelClass k_whole = holes(1e-4, 0, 1e-6);

}  // namespace percuta::tests
