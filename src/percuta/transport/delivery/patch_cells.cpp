#include "percuta/transport/delivery/patch_cells.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "percuta/numerics/operators/channel_cover.hpp"
#include "percuta/transport/layers.hpp"

namespace percuta::transport {
namespace {

using numerics::Axis;
using numerics::Index;

constexpr Index k_follicle_columns = 4;  // from one column with follicles to the next, along x and y

Index columns_of(const PatchPlan& plan) {
  return std::max<Index>(1, static_cast<Index>(std::lround(plan.side / plan.cell)));
}

numerics::Grid grid_of(const PatchPlan& plan, const Strata& strata) {
  const Index n = columns_of(plan);
  const double step = plan.side / static_cast<double>(n);
  return {{n, n, 0}, step, step, strata.edges};
}

}  // namespace

double cells_of(const PatchPlan& plan, const Strata& strata) {
  const auto n = static_cast<double>(columns_of(plan));
  return n * n * (static_cast<double>(strata.edges.size()) - 1);
}

PatchCells::PatchCells(Strata cells, const PatchPlan& plan, std::vector<Hole> holes,
                       const numerics::SolveSettings& solve)
    : Cells(std::move(cells)),
      grid_(grid_of(plan, strata)),
      holes_(std::move(holes)),
      solve_(solve),
      part_("part in holes", "1", grid_.layout()) {
  for (std::size_t n = 0; n < holes_.size(); ++n) {
    const Hole& hole = holes_[n];
    numerics::add_channel(grid_, {hole.x, hole.y, strata.surface() + hole.depth, [&](double) { return hole.radius; }},
                          part_);
    numerics::for_each_patch(grid_, hole.x, hole.y, hole.radius,
                             [&](Index i, Index j, const numerics::PlanePatch&) { near_[{j, i}].push_back(n); });
  }
  for (const auto& [column, holes_there] : near_) {
    for (Index k = 0; k < strata.film; ++k) part_(column.second, column.first, k) = 0;
  }
  find_mouths();
  find_walls();
  for (Index j = 0; j < layout().ny; ++j) {
    for (Index i = 0; i < layout().nx; ++i) {
      follicles_ += is_follicle(i, j) ? 1 : 0;
      corneum_ += 1 - part_(i, j, strata.film);
    }
  }
}

bool PatchCells::is_follicle(Index i, Index j) const {
  const auto is_one = [](Index n) { return n % k_follicle_columns == k_follicle_columns / 2; };
  return is_one(i) && is_one(j) && !near_.contains({j, i});
}

/// What a column of stratum corneum without follicles passes, of what it would with none anywhere [1].
double PatchCells::beside_follicles(const Substance& substance) const {
  return follicles_ > 0 ? (1 - substance.follicle_share) * corneum_ / (corneum_ - follicles_) : 1;
}

/// As beside rings: some columns of the stratum corneum pass the follicles' share of what passes at rest and hold
/// little; the others pass the rest. Nothing passes between the two.
void PatchCells::part_follicles(const Substance& substance, numerics::Medium& medium) const {
  const double share = substance.follicle_share;
  if (!(share > 0 && follicles_ > 0)) return;
  const double within = share * corneum_ / follicles_, others = beside_follicles(substance);
  for (std::size_t layer = 0; layer < substance.layers.size(); ++layer) {
    if (substance.layers[layer].name != "stratum_corneum") continue;
    const double own = substance.layers[layer].diffusivity * substance.layers[layer].partition;
    for (Index k = strata.first[layer]; k < strata.first[layer + 1]; ++k) {
      for (Index j = 0; j < layout().ny; ++j) {
        for (Index i = 0; i < layout().nx; ++i) {
          double& along = (*medium.conductivity_z)(i, j, k);
          if (!is_follicle(i, j)) {
            along += (others - 1) * (1 - part_(i, j, k)) * own;
            continue;
          }
          along = within * own;
          medium.conductivity(i, j, k) = 0;
          (*medium.capacity)(i, j, k) = 1;
        }
      }
    }
  }
}

/// Sheets without content, such as the junction: not where a hole leads through.
void PatchCells::add_resistances(const Substance& substance, const Phase& phase,
                                 numerics::Transmissibilities& matrix) const {
  const double area = grid_.dx() * grid_.dy();
  for (std::size_t layer = 1; layer < substance.layers.size(); ++layer) {
    const double resistance = substance.layers[layer].resistance;
    if (!(resistance > 0)) continue;
    const Index k = strata.first[layer];
    for (Index j = 0; j < layout().ny; ++j) {
      for (Index i = 0; i < layout().nx; ++i) {
        const double open = matrix.conductance(Axis::z, i, j, k), rest = 1 - part_in_hole(*this, phase, i, j, k);
        if (!(rest > 0 && open > 0)) continue;
        const double beside = 1 / (1 / (rest * open) + resistance / (rest * area));
        matrix.set_conductance(Axis::z, i, j, k, (1 - rest) * open + beside);
      }
    }
  }
}

numerics::Transmissibilities PatchCells::matrix(const Substance& substance, const Phase& phase) const {
  numerics::Medium medium = medium_of(*this, substance, phase);
  part_follicles(substance, medium);
  numerics::Transmissibilities made(grid_, medium);
  if (phase.has_holes) {
    set_walls(substance, made);
    open_mouths(substance, made);
  }
  add_resistances(substance, phase, made);
  if (substance.has_receptor) {
    made.add_bottom(grid_, medium, std::numeric_limits<double>::infinity(), 0, k_receptor);
  }
  return made;
}

double patch_cells(const PatchPlan& patch, const skin::Skin& skin, double amount) {
  return cells_of(patch, strata_of(film_thickness(amount), passed_thicknesses(skin), 1));
}

}  // namespace percuta::transport
