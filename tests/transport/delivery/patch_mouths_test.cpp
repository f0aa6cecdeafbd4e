#include <doctest/doctest.h>

#include <vector>

#include "transport/delivery/patch_fixture.hpp"

using namespace percuta;
using tests::SteadyPatch;
using tests::Tracer;

namespace {

numerics::Transmissibilities with_share(const SteadyPatch& on, double share) {
  numerics::Transmissibilities matrix = on.open();
  on.cells.set_mouths(on.cells.mouths(on.substance, matrix), share, matrix);
  return matrix;
}

}  // namespace

TEST_CASE("[law] what holes add at rest falls to the share that closing says, alone, cut by a side and side by side") {
  const std::vector<std::vector<transport::Hole>> patterns = {
      {{143e-6, 156e-6, 35e-6, 150e-6}},
      {{0, 0, 35e-6, 150e-6}},
      {{80e-6, 90e-6, 35e-6, 150e-6}, {230e-6, 210e-6, 25e-6, 70e-6}},
  };
  for (const double diffusivity : {5e-12, 2e-10}) {
    for (const auto& holes : patterns) {
      const Tracer of{.diffusivity = diffusivity};
      const SteadyPatch on(of, {.side = 300e-6, .cell = 20e-6}, holes, tests::plain_rates(of));
      const double shut = on.passage(with_share(on, 0)), open = on.passage(with_share(on, 1));
      CHECK(open > 1.02 * shut);
      CHECK(open == doctest::Approx(on.passage(on.open())).epsilon(1e-6));
      for (const double share : {0.9, 0.5, 0.1, 0.01}) {
        CAPTURE(diffusivity);
        CAPTURE(share);
        // Two poles are exact for one hole; holes beside each other feel each other a little.
        CHECK(on.passage(with_share(on, share)) - shut == doctest::Approx(share * (open - shut)).epsilon(0.03));
      }
    }
  }
}

TEST_CASE("[law] holes that merge open no more than their area; shut, nothing but skin is left") {
  const Tracer of;
  const transport::Hole one{150e-6, 150e-6, 35e-6, 150e-6};
  const SteadyPatch single(of, {.side = 300e-6, .cell = 20e-6}, {one}, tests::plain_rates(of));
  const SteadyPatch twice(of, {.side = 300e-6, .cell = 20e-6}, {one, one}, tests::plain_rates(of));
  CHECK(twice.passage(twice.open()) < 1.3 * single.passage(single.open()));
  const SteadyPatch whole(of, {.side = 300e-6, .cell = 20e-6}, {}, tests::plain_rates(of));
  CHECK(single.passage(with_share(single, 0)) < 1.1 * whole.passage(whole.open()));
}
