#include "percuta/transport/delivery/depot.hpp"

#include <doctest/doctest.h>

#include <numeric>

#include "percuta/transport/layers.hpp"
#include "transport/delivery/delivery_fixture.hpp"

using namespace percuta;
using transport::Depot;
using transport::InjectionLoad;

namespace {

constexpr double k_side = 6e-3, k_dermis_end = 1.275e-3;  // [m]

struct Injected {
  skin::Skin skin = tests::round_skin(k_side);
  InjectionLoad load{5e-9, 2, 0.1e-3, 4};
  transport::Site site;

  explicit Injected(double depth)
      : site(transport::strata_of(1e-3, transport::passed_thicknesses(skin), 1),
             transport::classes_of(tests::lattice(2, k_side, 0.1e-3, depth), skin.window, 12, 4e-3),
             transport::depot_rings()) {}
  Depot depot(double radius) const { return depot_in(site, load, radius); }
};

double held(const Depot& depot) {
  return std::accumulate(depot.volume.begin(), depot.volume.end(), 0.0);
}

}  // namespace

TEST_CASE("[law] all that is injected lies in cells or below them") {
  for (const double depth : {0.3e-3, 0.7e-3, 1.2e-3, 2.5e-3}) {
    for (const double radius : {0.2e-3, 1.1e-3, 2.5e-3}) {
      const Depot depot = Injected(depth).depot(radius);
      CHECK(depot.whole == doctest::Approx(4 * 5e-9));
      CHECK(held(depot) + depot.below == doctest::Approx(depot.whole).epsilon(1e-9));
    }
  }
}

TEST_CASE("[law] a depot in the dermis spares the stratum corneum, and one beneath it leaves nothing in the skin") {
  const Injected shallow(0.1e-3);
  const Depot depot = shallow.depot(1e-3);
  for (const numerics::Index cell : depot.cells) {
    numerics::for_each_cell(shallow.site.layout(), [&](numerics::Index i, numerics::Index j, numerics::Index k) {
      if (shallow.site.layout().at(i, j, k) != cell) return;
      CHECK(shallow.site.strata.layer_of(k) > 0);
    });
  }
  CHECK(depot.below == 0);
  const Depot deep = Injected(k_dermis_end + 1e-3).depot(0.9e-3);
  CHECK(deep.below == doctest::Approx(deep.whole));
  const Depot half = Injected(k_dermis_end).depot(0.9e-3);
  CHECK(half.below == doctest::Approx(0.5 * half.whole));
}

TEST_CASE("[law] a depot wider than a point's share fills the share evenly at every depth") {
  const Injected made(0.6e-3);
  const Depot depot = made.depot(4e-3);
  double least = 1e300, most = 0;
  for (std::size_t n = 0; n < depot.cells.size(); ++n) {
    numerics::for_each_cell(made.site.layout(), [&](numerics::Index i, numerics::Index j, numerics::Index k) {
      if (made.site.layout().at(i, j, k) != depot.cells[n] || k != made.site.strata.first[3]) return;
      const double density = depot.volume[n] / made.site.volume(i, j, k);
      least = std::min(least, density);
      most = std::max(most, density);
    });
  }
  CHECK(most == doctest::Approx(least).epsilon(1e-9));
}

TEST_CASE("[unit] the ball is as wide as the flow of the injection makes it") {
  const transport::Infused flow = transport::infused({20e-9, 2, 0.1e-3, 1}, tests::transport_rates());
  CHECK(flow.depot > 1e-3);
  CHECK(flow.depot < 3e-3);
  CHECK(flow.pressure > 1e3);
}
