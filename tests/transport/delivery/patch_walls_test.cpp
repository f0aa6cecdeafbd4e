#include <doctest/doctest.h>

#include "transport/delivery/patch_fixture.hpp"

using namespace percuta;
using numerics::Axis;
using numerics::Index;
using tests::SteadyPatch;
using tests::Tracer;

namespace {

constexpr double k_cell = 20e-6;

/// A hole of 30 um around the middle of column (5, 5): its wall cuts the way to each neighbour but one at its half.
SteadyPatch pierced(double fluid) {
  const Tracer of;
  transport::Rates rates = tests::plain_rates(of);
  rates.channel.fluid = certain(fluid);
  return {of, {.side = 11 * k_cell, .cell = k_cell}, {{110e-6, 110e-6, 30e-6, 150e-6}}, rates};
}

/// Of a face along x, over what it would be in tissue alone.
double over_tissue(const SteadyPatch& on, Index i, Index k) {
  const transport::LayerProperties& layer = on.substance.layers[on.cells.strata.layer_of(k)];
  const double tissue = layer.diffusivity * layer.partition * on.cells.grid().dz(k);  // square columns
  return on.open().conductance(Axis::x, i, 5, k) / tissue;
}

}  // namespace

TEST_CASE("[law] below the barrier fluid and tissue lie in series between a middle in a hole and one beside it") {
  const SteadyPatch on = pierced(4);
  const Index k = on.cells.strata.first[1] + 1;
  CHECK(over_tissue(on, 5, k) == doctest::Approx(4).epsilon(1e-5));  // both in the hole
  CHECK(over_tissue(on, 7, k) == doctest::Approx(1 / (0.5 / 4 + 0.5)).epsilon(1e-5));
  CHECK(over_tissue(on, 5, k) == doctest::Approx(over_tissue(on, 6, k)).epsilon(1e-5));
  CHECK(over_tissue(on, 8, k) == doctest::Approx(1).epsilon(1e-5));
  CHECK(over_tissue(on, 4, k) == doctest::Approx(over_tissue(on, 7, k)).epsilon(1e-5));
}

TEST_CASE("[law] where fluid conducts as tissue does a wall is none; below the hole there is none") {
  const SteadyPatch same = pierced(1), other = pierced(4);
  const Index deep = other.cells.strata.first[3] + 1;
  for (Index i = 1; i < 11; ++i) {
    CHECK(over_tissue(same, i, same.cells.strata.first[1] + 1) == doctest::Approx(1).epsilon(1e-5));
    CHECK(over_tissue(other, i, deep) == doctest::Approx(1).epsilon(1e-5));
  }
}
