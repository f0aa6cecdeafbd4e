#include "percuta/transport/delivery/site.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "percuta/transport/molecule.hpp"

namespace percuta::transport {
namespace {

using numerics::Index;

constexpr double k_film_cell = 10e-6;     // [m] next to the skin, at most
constexpr double k_film_cells = 5;        // through a thick one
constexpr double k_corneum_cells = 6;     // through the first layer
constexpr double k_first_cell = 5e-6;     // [m] under it
constexpr double k_growth = 0.12;         // of cells below, with their depth
constexpr double k_cells_of_a_layer = 3;  // at least

std::vector<numerics::ChannelClass> raised(std::vector<numerics::ChannelClass> classes, double film) {
  for (numerics::ChannelClass& each : classes) {
    if (each.depth > 0) each.depth += film;
  }
  return classes;
}

double part_of_hole(const Site& site, const Phase& phase, Index i, Index j, Index k) {
  return phase.has_holes && site.has_channel(i) && k >= site.strata.film ? site.rings.channel_part(i, j, k) : 0;
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
        if (part_of_hole(site, phase, i, j, k) > 0) continue;
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

std::size_t Strata::layer_of(Index k) const {
  const auto after = std::upper_bound(first.begin(), first.end(), k);
  return static_cast<std::size_t>(after - first.begin()) - 1;
}

Strata strata_of(double film_thickness, const std::vector<double>& layers, double finer) {
  std::vector<numerics::LayerCells> cells;
  const double near = std::min(k_film_cell, 0.5 * film_thickness) / finer;
  cells.push_back({film_thickness, std::max(near, film_thickness / (k_film_cells * finer)), near});
  double depth = 0;
  for (const double thickness : layers) {
    const double most = thickness / (k_cells_of_a_layer * finer);
    const double first =
        std::min(most, (depth > 0 ? k_first_cell + k_growth * depth : thickness / k_corneum_cells) / finer);
    depth += thickness;
    const double last = std::min(most, std::max(first, k_growth * depth / finer));
    cells.push_back({thickness, first, cells.size() == 1 ? first : last});
  }
  const numerics::GradedAxis axis = numerics::graded_axis(cells);
  Strata strata;
  strata.edges = axis.edges;
  strata.first = axis.interfaces;
  strata.film = strata.first.front();
  strata.first.push_back(static_cast<Index>(axis.edges.size()) - 1);
  return strata;
}

Site::Site(Strata cells, HoleClasses sorted, const numerics::RingCount& count)
    : strata(std::move(cells)),
      holes(std::move(sorted)),
      rings(raised(holes.classes, strata.surface()), strata.edges, count) {}

Substance substance_of(const Active& active, const skin::Skin& skin, const Rates& rates, const Composition& composition,
                       const Phase& phase, const Ground& ground) {
  const Vehicle& vehicle = composition.vehicle;
  const Surroundings around{vehicle.ph, phase.is_covered ? 1.0 : 0.0, ground.is_living};
  SkinProperties properties = layer_properties(active, skin, rates, around);
  Substance made;
  made.layers = std::move(properties.layers);
  made.has_receptor = !ground.is_living;
  made.follicle_share = rates.corneum.follicle_share;
  if (!made.layers.empty() && made.layers.front().name == "stratum_corneum") {
    // Told against the product's water, as the film and the holes beside it are.
    made.layers.front().partition *= properties.drive;
  }
  const double in_fluid = tissue_diffusivity(active, rates) * rates.channel.fluid;
  const double in_product = in_fluid * rates.surface.mobility;
  if (phase.film.mass() > 0) {
    made.film_capacity = holding(phase.film, active, vehicle, rates) / ground.film_thickness;
    made.film_conductivity = in_product * made.film_capacity;
  }
  const double held = vehicle_partition(active, vehicle, rates), share = ground.product_share;
  made.hole_capacity = share * held + (1 - share);
  made.hole_conductivity = share * held * in_product + (1 - share) * in_fluid;
  return made;
}

numerics::Transmissibilities matrix_of(const Site& site, const Substance& substance, const Phase& phase) {
  const numerics::Layout& layout = site.rings.grid().layout();
  numerics::Medium medium;
  medium.conductivity = numerics::Field("D K", "m2/s", layout);
  medium.capacity = numerics::Field("K", "1", layout);
  medium.sink = numerics::Field("clearance", "1/s", layout);
  medium.conductivity_z = medium.conductivity;
  numerics::for_each_cell(layout, [&](Index i, Index j, Index k) {
    if (k < site.strata.film) {
      medium.conductivity(i, j, k) = (*medium.conductivity_z)(i, j, k) = substance.film_conductivity;
      (*medium.capacity)(i, j, k) = substance.film_capacity;
      return;
    }
    const LayerProperties& layer = substance.layers[site.strata.layer_of(k)];
    const double part = part_of_hole(site, phase, i, j, k), rest = 1 - part;
    const double own = layer.diffusivity * layer.partition;
    medium.conductivity(i, j, k) = part * substance.hole_conductivity + rest * own;
    (*medium.conductivity_z)(i, j, k) = medium.conductivity(i, j, k);
    (*medium.capacity)(i, j, k) = part * substance.hole_capacity + rest * layer.partition;
    (*medium.sink)(i, j, k) = rest * layer.partition * layer.clearance;
    if (layer.name == "stratum_corneum") part_follicles(site, substance, {i, j, k}, medium);
  });
  numerics::Transmissibilities matrix = site.rings.matrix(medium);
  add_resistances(site, substance, phase, matrix);
  if (substance.has_receptor) {
    site.rings.add_bottom(medium, std::numeric_limits<double>::infinity(), 0, k_receptor, matrix);
  }
  return matrix;
}

double share_in_hole(const Site& site, const Substance& substance, const Phase& phase, Index i, Index j, Index k) {
  const double part = part_of_hole(site, phase, i, j, k);
  if (!(part > 0)) return 0;
  const LayerProperties& layer = substance.layers[site.strata.layer_of(k)];
  return part * substance.hole_capacity / (part * substance.hole_capacity + (1 - part) * layer.partition);
}

}  // namespace percuta::transport
