#include "percuta/transport/delivery/site.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "percuta/transport/delivery/mouths.hpp"

namespace percuta::transport {
namespace {

using numerics::Index;

constexpr double k_tolerance = 1e-7;  // of a stage's residual

std::vector<numerics::ChannelClass> raised(std::vector<numerics::ChannelClass> classes, double film) {
  for (numerics::ChannelClass& each : classes) {
    if (each.depth > 0) each.depth += film;
  }
  return classes;
}

/// Sheets without content, such as the junction: not where a hole leads through.
void add_resistances(const Site& site, const Substance& substance, const Phase& phase,
                     numerics::Transmissibilities& matrix) {
  const numerics::Transmissibilities bare = matrix;
  for (std::size_t layer = 1; layer < substance.layers.size(); ++layer) {
    const double resistance = substance.layers[layer].resistance;
    if (!(resistance > 0)) continue;
    const Index k = site.strata.first[layer];
    for (Index i = 0; i < site.classes(); ++i) {
      for (Index j = 0; j < site.rings.rings(); ++j) {
        if (part_in_hole(site, phase, i, j, k) > 0) continue;
        site.rings.resist({numerics::Axis::z, i, j, k}, resistance, bare, matrix);
      }
    }
  }
}

/// Follicles and ducts: one ring of the stratum corneum, hardly wider than they are, passes their share of what passes
/// at rest and holds little; the others pass the rest. Nothing passes between the two.
void part_follicles(const Site& site, const Substance& substance, std::array<Index, 3> cell, numerics::Medium& medium) {
  const auto [i, j, k] = cell;
  const Index ring = site.has_channel(i) ? site.rings.inside() : 0;
  const double share = substance.follicle_share;
  double& along = (*medium.conductivity_z)(i, j, k);
  double corneum = 0;  // all of it, follicles among it [m2]
  for (Index n = ring; n < site.rings.rings(); ++n) corneum += site.rings.area(i, n);
  const double own = site.rings.area(i, ring);
  if (j != ring) {
    if (j > ring) along *= (1 - share) * corneum / (corneum - own);
    return;
  }
  along *= share * corneum / own;
  medium.conductivity(i, j, k) = 0;
  (*medium.capacity)(i, j, k) = 1;
}

}  // namespace

Site::Site(Strata cells, HoleClasses sorted, const numerics::RingCount& count)
    : Cells(std::move(cells)),
      holes(std::move(sorted)),
      rings(raised(holes.classes, strata.surface()), strata.edges, count) {}

numerics::Transmissibilities matrix_of(const Site& site, const Substance& substance, const Phase& phase) {
  numerics::Medium medium = medium_of(site, substance, phase);
  numerics::for_each_cell(site.layout(), [&](Index i, Index j, Index k) {
    if (k < site.strata.film) return;
    if (substance.layers[site.strata.layer_of(k)].name != "stratum_corneum") return;
    part_follicles(site, substance, {i, j, k}, medium);
  });
  numerics::Transmissibilities matrix = site.rings.matrix(medium);
  add_resistances(site, substance, phase, matrix);
  if (substance.has_receptor) {
    site.rings.add_bottom(medium, std::numeric_limits<double>::infinity(), 0, k_receptor, matrix);
  }
  return matrix;
}

numerics::Transmissibilities Site::matrix(const Substance& substance, const Phase& phase) const {
  return matrix_of(*this, substance, phase);
}

numerics::SolveSettings Site::solve() const {
  return {.tolerance = k_tolerance, .threads = 1};
}

Mouths Site::mouths(const Substance&, const numerics::Transmissibilities& open) const {
  return {halving_resistances(*this, open), std::make_shared<numerics::Transmissibilities>(open), {}, {}};
}

void Site::set_mouths(const Mouths& mouths, double share, numerics::Transmissibilities& matrix) const {
  transport::set_mouths(*this, mouths.halving, share, *mouths.open, matrix);
}

}  // namespace percuta::transport
