#pragma once

#include <utility>
#include <vector>

#include "percuta/transport/delivery/patch_cells.hpp"
#include "transport/delivery/site_fixture.hpp"

namespace percuta::tests {

/// A patch under a film of a tracer, with holes that stay open or none.
struct SteadyPatch {
  skin::Skin skin = round_skin();
  transport::Rates rates;
  transport::Active active;
  transport::Phase phase;
  transport::PatchCells cells;
  transport::Substance substance;

  SteadyPatch(const Tracer& of, const transport::PatchPlan& plan, std::vector<transport::Hole> holes,
              const transport::Rates& with, bool is_living = true, double film = 20e-6)
      : rates(with),
        active(tracer(of)),
        phase{.until = 1,
              .has_holes = !holes.empty(),
              .is_covered = true,
              .film = transport::fresh_film(watery(), film * transport::k_product_density)},
        cells(transport::strata_of(film, {15e-6, 60e-6, 200e-6, 1e-3}, 1), plan, std::move(holes)),
        substance(transport::substance_of(active, skin, rates, watery(), phase,
                                          {film, rates.channel.product_share, is_living})) {}

  numerics::Transmissibilities open() const { return cells.matrix(substance, phase); }
  double area() const { return static_cast<double>(cells.layout().nx * cells.layout().ny) * cells.area(0, 0); }

  /// What enters for good from a film held at 1, per area [m/s].
  double passage(numerics::Transmissibilities matrix) const {
    constexpr int film = 9;
    std::vector<numerics::Held> held;
    numerics::for_each_cell(cells.layout(), [&](numerics::Index i, numerics::Index j, numerics::Index k) {
      if (k < cells.strata.film) held.push_back({cells.layout().at(i, j, k), 1, film});
    });
    matrix.hold(held);
    return -matrix.outflow(film, steady_field(matrix, nullptr, 1e-8)) / area();
  }
};

}  // namespace percuta::tests
