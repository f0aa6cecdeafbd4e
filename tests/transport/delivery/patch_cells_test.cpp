#include "percuta/transport/delivery/patch_cells.hpp"

#include <doctest/doctest.h>

#include <numbers>

#include "transport/delivery/patch_fixture.hpp"

using namespace percuta;
using numerics::Index;
using tests::SteadyPatch;
using tests::SteadySite;
using tests::Tracer;

namespace {

constexpr transport::PatchPlan k_plan{.side = 300e-6, .cell = 20e-6};

}  // namespace

TEST_CASE("[law] what cells say of holes sums up to their volume, in the skin alone; nothing of one is counted twice") {
  const Tracer of;
  const transport::Hole one{110e-6, 130e-6, 35e-6, 150e-6};
  const auto volume = [&](const std::vector<transport::Hole>& holes) {
    const SteadyPatch on(of, k_plan, holes, tests::plain_rates(of));
    double sum = 0;
    numerics::for_each_cell(on.cells.layout(), [&](Index i, Index j, Index k) {
      CHECK((k >= on.cells.strata.film || on.cells.hole_part(i, j, k) == 0));
      sum += on.cells.hole_part(i, j, k) * on.cells.volume(i, j, k);
    });
    return sum;
  };
  const double exact = std::numbers::pi * 35e-6 * 35e-6 * 150e-6;
  CHECK(volume({one}) == doctest::Approx(exact).epsilon(1e-6));
  CHECK(volume({{0, 0, 35e-6, 150e-6}}) == doctest::Approx(exact / 4).epsilon(1e-6));
  CHECK(volume({one, {220e-6, 220e-6, 35e-6, 150e-6}}) == doctest::Approx(2 * exact).epsilon(1e-6));
  CHECK(volume({one, one}) < 1.2 * exact);
}

TEST_CASE("[law] a patch without holes passes at rest what whole tissue does, with follicles or without") {
  for (const double share : {0.0, 0.2}) {
    for (const bool is_living : {true, false}) {
      const Tracer of{.permeability = 1e-9};
      transport::Rates rates = tests::plain_rates(of);
      rates.corneum.follicle_share = certain(share);
      const SteadyPatch patch(of, k_plan, {}, rates, is_living);
      const SteadySite rings(of, tests::k_whole, rates, is_living);
      CAPTURE(share);
      CAPTURE(is_living);
      CHECK(patch.passage(patch.open()) == doctest::Approx(rings.passage(rings.open())).epsilon(2e-3));
    }
  }
}

TEST_CASE("[law] so it is through a stratum corneum that is nearly all of the resistance, whatever follicles pass") {
  const Tracer tight{.permeability = 1e-12};
  for (const double share : {0.0, 0.1, 0.3, 1.0}) {
    transport::Rates rates = tests::plain_rates(tight);
    rates.corneum.follicle_share = certain(share);
    rates.surface.mobility = certain(1e6);
    const SteadyPatch on(tight, k_plan, {}, rates, false);
    CAPTURE(share);
    CHECK(on.passage(on.open()) == doctest::Approx(1e-12).epsilon(1e-3));
  }
}

TEST_CASE("[law] a hole in a patch passes at rest about what rings around it do") {
  for (const double diffusivity : {2e-10, 5e-12}) {
    const Tracer of{.diffusivity = diffusivity, .permeability = 1e-11};
    const double side = k_plan.side;
    const SteadyPatch patch(of, k_plan, {{150e-6, 150e-6, 35e-6, 150e-6}}, tests::plain_rates(of));
    const SteadySite rings(of, tests::holes(35e-6, 150e-6, side * side), tests::plain_rates(of));
    CHECK(patch.passage(patch.open()) == doctest::Approx(rings.passage(rings.open())).epsilon(0.1));
  }
}

TEST_CASE("[order] half the cell's width moves what a hole passes at rest by less than 3 %") {
  for (const double diffusivity : {2e-10, 5e-12}) {
    const Tracer of{.diffusivity = diffusivity, .permeability = 1e-11};
    const auto passed = [&](double cell) {
      const SteadyPatch on(of, {k_plan.side, cell}, {{143e-6, 156e-6, 35e-6, 150e-6}}, tests::plain_rates(of));
      return on.passage(on.open());
    };
    CHECK(passed(20e-6) == doctest::Approx(passed(10e-6)).epsilon(0.03));
  }
}

TEST_CASE("[unit] cells fill the side, and their number is known before they are made") {
  const SteadyPatch on(Tracer{}, {.side = 318e-6, .cell = 20e-6}, {}, tests::plain_rates({}));
  CHECK(on.cells.layout().nx == 16);
  CHECK(on.cells.grid().dx() == doctest::Approx(318e-6 / 16));
  CHECK(transport::patch_cells({318e-6, 20e-6}, on.skin, 20e-6 * transport::k_product_density) ==
        static_cast<double>(on.cells.layout().cells()));
}
