#include "percuta/transport/delivery/site.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "transport/delivery/site_fixture.hpp"

using namespace percuta;
using numerics::Index;
using tests::SteadySite;
using tests::Tracer;

namespace {

const Tracer k_quick{}, k_slow{.diffusivity = 5e-12, .partition = 0.7, .permeability = 1e-11};

/// Of all cells of a layer.
double capacity_of(const SteadySite& on, const numerics::Transmissibilities& matrix, std::size_t layer) {
  double sum = 0;
  numerics::for_each_cell(on.site.rings.grid().layout(), [&](Index i, Index j, Index k) {
    if (k >= on.site.strata.film && on.site.strata.layer_of(k) == layer) {
      sum += matrix.mass_of(on.site.rings.grid().layout().at(i, j, k));
    }
  });
  return sum;
}

}  // namespace

TEST_CASE("[law] what intact skin lets pass at rest is what its layers in closed form do, follicles or not") {
  for (const Tracer& of : {k_quick, k_slow}) {
    for (const bool is_living : {true, false}) {
      for (const double share : {0.0, 0.1, 0.3}) {
        transport::Rates rates = tests::plain_rates(of);
        rates.corneum.follicle_share = certain(share);
        rates.surface.mobility = certain(1e6);  // the film holds nothing up
        const SteadySite on(of, tests::k_whole, rates, is_living);
        const transport::SkinProperties layers =
            layer_properties(on.active, on.skin, rates, {rates.tissue.ph, 1, is_living});
        const double exact =
            permeability(layers, is_living ? transport::Base::closed : transport::Base::sink).permeability;
        CAPTURE(share);
        CHECK(on.passage(on.open()) == doctest::Approx(exact).epsilon(5e-3));
      }
    }
  }
}

TEST_CASE(
    "[law] so it is through a stratum corneum that is nearly all of the resistance, whichever ring the follicles are") {
  const Tracer tight{.permeability = 1e-12};
  for (const double share : {0.0, 0.1, 0.3, 1.0}) {
    transport::Rates rates = tests::plain_rates(tight);
    rates.corneum.follicle_share = certain(share);
    rates.surface.mobility = certain(1e6);
    const numerics::ChannelClass whole = transport::whole_tissue(tests::round_skin().window).classes.front();
    const SteadySite on(tight, whole, rates, false);
    CAPTURE(share);
    CHECK(on.passage(on.open()) == doctest::Approx(1e-12).epsilon(1e-4));
  }
}

TEST_CASE("[law] follicles pass exactly their share of what stratum corneum lets pass") {
  transport::Rates rates = tests::plain_rates(k_slow);
  rates.corneum.follicle_share = certain(0.2);
  rates.surface.mobility = certain(1e6);
  const SteadySite on(k_slow, tests::k_whole, rates);
  // Shut the follicles' ring: what is left is the rest.
  numerics::Transmissibilities shut = on.open();
  for (Index k = on.site.strata.film; k < on.site.strata.first[1]; ++k) {
    shut.set_conductance(numerics::Axis::z, 0, 0, k, 0);
  }
  CHECK(on.passage(shut) == doctest::Approx(0.8 * on.passage(on.open())).epsilon(2e-3));
}

TEST_CASE("[law] every layer holds its thickness times its partition, but for what is hole") {
  const Tracer of{.partition = 0.7};
  transport::Rates rates = tests::plain_rates(of);
  const SteadySite whole(of, tests::k_whole, rates);
  const numerics::Transmissibilities matrix = whole.open();
  for (std::size_t layer = 0; layer < 4; ++layer) {
    const transport::LayerProperties& one = whole.substance.layers[layer];
    const double all = one.thickness * one.partition * whole.area();
    CHECK(capacity_of(whole, matrix, layer) == doctest::Approx(all).epsilon(layer == 0 ? 0.05 : 1e-5));
  }
  const SteadySite pierced(of, tests::holes(50e-6, 100e-6, 1e-6), rates);
  const double open_share = 3.14159265 * 50e-6 * 50e-6 / 1e-6, one = 0.7;
  const double epidermis = 60e-6 * (one + open_share * (1 - one)) * pierced.area();
  const double papillary = (200e-6 * one + 25e-6 * open_share * (1 - one)) * pierced.area();
  CHECK(capacity_of(pierced, pierced.open(), 1) == doctest::Approx(epidermis).epsilon(1e-5));
  CHECK(capacity_of(pierced, pierced.open(), 2) == doctest::Approx(papillary).epsilon(1e-5));
}

TEST_CASE("[law] a phase without holes passes what whole tissue does, whatever the classes were") {
  const SteadySite whole(k_quick, tests::k_whole, tests::transport_rates());
  SteadySite pierced(k_quick, tests::holes(25e-6, 150e-6, 5e-7), tests::transport_rates());
  const double open = pierced.passage(pierced.open());
  pierced.phase.has_holes = false;
  const double closed = pierced.passage(pierced.open());
  CHECK(closed == doctest::Approx(whole.passage(whole.open())).epsilon(0.02));
  CHECK(open > 3 * closed);
}

TEST_CASE("[law] the junction resists where the epidermis ends, and not in a hole through it") {
  transport::Rates rates = tests::plain_rates(k_quick);
  rates.surface.mobility = certain(1e6);
  rates.tissue.junction_thickness = certain(5e-3);
  const auto added = [&](double depth) {
    const SteadySite without_junction(k_quick, tests::holes(25e-6, depth, 5e-7), tests::plain_rates(k_quick));
    SteadySite with(k_quick, tests::holes(25e-6, depth, 5e-7), rates);
    SteadySite bare = with;
    for (transport::LayerProperties& layer : bare.substance.layers) layer.resistance = 0;
    return with.passage(with.open()) / bare.passage(bare.open());
  };
  CHECK(added(40e-6) < 0.75);                  // ends above it
  CHECK(added(150e-6) > added(40e-6) + 0.05);  // leads through
}
